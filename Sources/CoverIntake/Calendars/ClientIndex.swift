import CoverDomain

/// Clients by what an event can name them by. Built once; a lookup costs as much as the event's own text is long.
struct ClientIndex: Sendable {
  /// The clients whom an event means.
  enum Match: Hashable, Sendable {
    /// Sorted.
    case clients([ClientID])
    /// Clients of one name, none of them the calendar's clinician's own.
    case ambiguous([ClientID])
    case nobody
  }

  /// An id and, where it holds a full stop, what has to stand in the text as it is.
  private struct NamedByID: Sendable {
    let client: ClientID
    let literal: String?
  }

  private let ids: [String: ClientID]
  private let emails: [String: [ClientID]]
  private let idPhrases: PhraseIndex<NamedByID>
  private let names: PhraseIndex<ClientID>
  private let turnedNames: PhraseIndex<ClientID>
  private let clinicianOf: [ClientID: ClinicianID]

  init(_ clients: [Client]) {
    var ids: [String: ClientID] = [:]
    var emails: [String: [ClientID]] = [:]
    var idPhrases = PhraseIndex<NamedByID>()
    var names = PhraseIndex<ClientID>()
    var turnedNames = PhraseIndex<ClientID>()
    var clinicianOf: [ClientID: ClinicianID] = [:]
    for client in clients {
      ids[client.id.text.lowercased()] = client.id
      if let email = client.email { emails[email.lowercased(), default: []].append(client.id) }
      clinicianOf[client.id] = client.clinician
      let folded = Words.folded(client.id.text)
      idPhrases.add(
        Words(client.id.text).words, NamedByID(client: client.id, literal: folded.contains(".") ? folded : nil))
      let name = PersonName(client.name)
      names.add(name.words, client.id)
      turnedNames.add(name.turned, client.id)
    }
    self.ids = ids
    self.emails = emails
    self.idPhrases = idPhrases
    self.names = names
    self.turnedNames = turnedNames
    self.clinicianOf = clinicianOf
  }

  /// The client of that id, in any case.
  func client(id: String) -> ClientID? { ids[id.lowercased()] }

  /// The clients whose email one of the addresses is (lower case). Of several who share one, those that the summary
  /// names, else those of the calendar's clinician, else all.
  func clients(emails addresses: [String], summary: Words, text: String, of clinician: ClinicianID) -> [ClientID] {
    var found: Set<ClientID> = []
    for address in addresses {
      let sharing = emails[address] ?? []
      guard sharing.count > 1 else {
        found.formUnion(sharing)
        continue
      }
      let named = sharing.filter { namedClients(summary, text).contains($0) }
      let own = sharing.filter { clinicianOf[$0] == clinician }
      found.formUnion(!named.isEmpty ? named : !own.isEmpty ? own : sharing)
    }
    return found.sorted()
  }

  /// The clients whose id or name stands in the summary as whole words.
  func match(summary: Words, text: String, of clinician: ClinicianID) -> Match {
    var found = Set(idMatches(summary, text))
    var doubtful: [ClientID] = []
    for sharing in nameMatches(summary) {
      if sharing.count == 1 {
        found.formUnion(sharing)
        continue
      }
      // An id beside the name settles whom it means.
      if sharing.contains(where: found.contains) { continue }
      let own = sharing.filter { clinicianOf[$0] == clinician }
      if own.count == 1 { found.formUnion(own) } else { doubtful += own.isEmpty ? sharing : own }
    }
    if !doubtful.isEmpty { return .ambiguous(Array(Set(doubtful)).sorted()) }
    return found.isEmpty ? .nobody : .clients(found.sorted())
  }

  private func namedClients(_ summary: Words, _ text: String) -> Set<ClientID> {
    Set(idMatches(summary, text) + nameMatches(summary).flatMap(\.self))
  }

  private func idMatches(_ summary: Words, _ text: String) -> [ClientID] {
    idPhrases.matches(in: summary.words) { named in named.literal.map { Words.folded(text).contains($0) } ?? true }
      .flatMap { $0.map(\.client) }
  }

  /// The clients of each name in the text; names turned round ("Berg, Anna") only where none stands in its own order.
  private func nameMatches(_ summary: Words) -> [[ClientID]] {
    let found = names.matches(in: summary.parts)
    return found.isEmpty ? turnedNames.matches(in: summary.parts) : found
  }

  /// Clients whom a text might mean, the nearest first, at most four: those of the very name, else those of the
  /// clinician of whose name a part or the initials stand there.
  func candidates(text: String, of clinician: ClinicianID, among clients: [Client]) -> [ClientID] {
    let summary = Words(text)
    if case .ambiguous(let same) = match(summary: summary, text: text, of: clinician) { return Array(same.prefix(4)) }
    let parts = Set(summary.parts)
    var letters = summary.parts.filter { $0.count == 1 }.joined()
    if letters.count < 2 { letters = "" }
    let scored = clients.filter { $0.clinician == clinician }.compactMap { client -> (score: Int, id: ClientID)? in
      let name = PersonName(client.name).words
      let shared = name.count { $0.count > 2 && parts.contains($0) }
      let initials = name.compactMap { $0.first.map(String.init) }.joined()
      let byInitials = initials.count > 1 && (parts.contains(Substring(initials)) || letters == initials) ? 1 : 0
      return shared + byInitials > 0 ? (shared * 2 + byInitials, client.id) : nil
    }
    return scored.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.prefix(4).map(\.id)
  }
}

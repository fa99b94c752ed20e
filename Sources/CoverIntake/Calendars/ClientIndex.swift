import CoverDomain

/// Clients by what an event can name them by for sure. Built once; a lookup costs as much as the event's own text is long.
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

  /// Client ids that stand in a text, and the words that they take up.
  private struct FoundIDs {
    let clients: [ClientID]
    let words: Set<Substring>
  }

  /// A name or an address that so many bear ("Anonymous", the office's own) tells nobody from the others: of those who
  /// share it no more are kept, and nothing of whom it means is decided by it.
  private static let maxSharing = 500

  /// Clients whose names stand in a text, and the positions of its words that these take up.
  private struct FoundNames {
    let clients: [[ClientID]]
    let positions: Set<Int>
    /// The text's words in the spelling in which they were found; nil where none was.
    let spelled: Words?
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
    let read = clients.concurrentMap {
      (folded: Words.folded($0.id.text), id: Words($0.id.text), name: PersonName($0.name))
    }
    for (client, (folded, id, name)) in zip(clients, read) {
      ids[client.id.text.lowercased()] = client.id
      if let email = client.email?.lowercased(), emails[email, default: []].count < Self.maxSharing {
        emails[email, default: []].append(client.id)
      }
      clinicianOf[client.id] = client.clinician
      idPhrases.add(id.words, NamedByID(client: client.id, literal: folded.contains(".") ? folded : nil))
      names.add(name.words, client.id, limit: Self.maxSharing)
      if let spelled = name.spelledOut { names.add(spelled, client.id, limit: Self.maxSharing) }
      for turned in name.turned { turnedNames.add(turned, client.id, limit: Self.maxSharing) }
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

  /// Whether the client is somebody else's: one without a clinician is nobody's.
  func isOfAnother(_ client: ClientID, than clinician: ClinicianID) -> Bool {
    clinicianOf[client].map { $0 != clinician } ?? false
  }

  /// The clients whose email one of the addresses is (lower case). Of several who share one, those that the summary
  /// names, else those of the calendar's clinician, else all.
  func clients(emails addresses: [String], text: String, of clinician: ClinicianID) -> [ClientID] {
    var found: Set<ClientID> = []
    // Looked for once, however many addresses are shared.
    lazy var inText = namedClients(text)
    for address in Set(addresses) {
      let sharing = emails[address] ?? []
      guard sharing.count > 1 else {
        found.formUnion(sharing)
        continue
      }
      if sharing.count >= Self.maxSharing { continue }
      let named = inText.intersection(sharing)
      let own = sharing.filter { clinicianOf[$0] == clinician }
      found.formUnion(!named.isEmpty ? Array(named) : !own.isEmpty ? own : sharing)
    }
    return found.sorted()
  }

  /// The clients whose id or name stands in the text as whole words.
  ///
  /// - Parameter settled: Those of whom is known already that they are meant: they settle whom a shared name means.
  func match(_ text: String, of clinician: ClinicianID, settled: [ClientID] = []) -> Match {
    let ids = idMatches(Words(text), text)
    var found = Set(ids.clients + settled)
    var doubtful: [ClientID] = []
    for sharing in nameMatches(text, ids).clients {
      if sharing.count == 1 {
        found.formUnion(sharing)
        continue
      }
      // An id beside the name settles whom it means.
      let isBeyond = sharing.count >= Self.maxSharing
      if isBeyond ? !found.isEmpty : sharing.contains(where: found.contains) { continue }
      if isBeyond {
        doubtful += sharing
        continue
      }
      let own = sharing.filter { clinicianOf[$0] == clinician }
      if own.count == 1 { found.formUnion(own) } else { doubtful += own.isEmpty ? sharing : own }
    }
    if !doubtful.isEmpty { return .ambiguous(Array(Set(doubtful)).sorted()) }
    return found.isEmpty ? .nobody : .clients(found.sorted())
  }

  /// The words of a text that no id and no name found in it takes up, and that say more than that there is an appointment.
  func unexplained(_ text: String) -> String {
    let summary = Words(text)
    let ids = idMatches(summary, text)
    let names = nameMatches(text, ids)
    let said = (names.spelled ?? summary).parts.enumerated().filter { position, part in
      !names.positions.contains(position) && !ids.words.contains(part) && !AppointmentWords.contains(part)
        && !PersonName.titles.contains(part)
    }
    return said.map { String($0.element) }.joined(separator: " ")
  }

  private func namedClients(_ text: String) -> Set<ClientID> {
    let ids = idMatches(Words(text), text)
    return Set(ids.clients + nameMatches(text, ids).clients.joined())
  }

  private func idMatches(_ summary: Words, _ text: String) -> FoundIDs {
    lazy var folded = Words.folded(text)
    var literals: [String: Bool] = [:]
    let found = idPhrases.matches(in: summary.words) { named, _ in
      guard let literal = named.literal else { return true }
      if let known = literals[literal] { return known }
      let stands = folded.contains(literal)
      literals[literal] = stands
      return stands
    }
    return FoundIDs(
      clients: found.flatMap { $0.values.map(\.client) },
      words: Set(found.flatMap { summary.words[$0.range].flatMap { Words(String($0)).parts } }))
  }

  /// The clients of each name in the text, as it stands there, else spelt out; names turned round ("Berg, Anna") only
  /// where none stands in its own order.
  private func nameMatches(_ text: String, _ ids: FoundIDs) -> FoundNames {
    for summary in [Words(text), Words.spelledOut(text)].compactMap(\.self) {
      for index in [names, turnedNames] {
        let found = matches(of: index, in: summary, ids)
        if !found.isEmpty {
          return FoundNames(
            clients: found.map(\.values), positions: Set(found.flatMap { Array($0.range) }), spelled: summary)
        }
      }
    }
    return FoundNames(clients: [], positions: [], spelled: nil)
  }

  /// A name that ends within a hyphenated word is somebody else's: "Maria Rossi-Bianchi" is not Maria Rossi. A name of
  /// one word is too often a word of another meaning ("May", "Will"): it counts only where all else in the text says no
  /// more than that there is an appointment.
  private func matches(of index: PhraseIndex<ClientID>, in summary: Words, _ ids: FoundIDs) -> [PhraseIndex<ClientID>
    .Match]
  {
    let found = index.matches(in: summary.parts) { _, range in !summary.isHyphenated[range.upperBound - 1] }
    guard found.contains(where: { $0.range.count == 1 }) else { return found }
    let named = Set(found.flatMap { Array($0.range) })
    let isPlain = summary.parts.indices.allSatisfy { position in
      let part = summary.parts[position]
      return named.contains(position) || AppointmentWords.contains(part) || PersonName.titles.contains(part)
        || ids.words.contains(part)
    }
    return found.filter { isPlain || $0.range.count > 1 }
  }
}

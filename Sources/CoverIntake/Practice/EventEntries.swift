import CoverDomain

/// The part `events` of practice.yaml: what a person has settled about events that say too little of themselves.
struct EventEntries: Sendable {
  /// What an event is.
  enum Outcome: Hashable, Sendable {
    /// Sorted, never empty.
    case clients([ClientID])
    case other(OtherThanSession)
  }

  /// What an event without clients can be.
  enum OtherThanSession: String, CaseIterable, Hashable, Sendable { case busy, free, leave }

  /// What the entries say of one event.
  struct Settlement: Hashable, Sendable {
    /// Nil where they contradict one another.
    let outcome: Outcome?
    /// Positions in `places`.
    let entries: [Int]
    /// Whether the UID names the event: then nothing else in it counts.
    let isByUID: Bool
  }

  /// Where an entry stands in practice.yaml.
  struct Place: Hashable, Sendable {
    let line: Int
    let column: Int
  }

  /// What names the events, as far as two entries could be the same.
  private struct Selector: Hashable {
    let uid: String?
    let words: [String]
    let clinician: ClinicianID?
  }

  private struct Entry: Sendable {
    let clinician: ClinicianID?
    let outcome: Outcome
  }

  /// One an entry that was read.
  private(set) var places: [Place] = []
  private var entries: [Entry] = []
  private var byUID: [String: [Int]] = [:]
  private var byWords = PhraseIndex<Int>()

  static let keys = ["uid", "summary", "clinician", "client", "is"]
  static let maxCount = 20_000
  /// Of more clients than this the one that was probably meant is not looked for.
  private static let maxSuggested = 2_000

  /// - Parameters:
  ///   - refused: Who is named and may be one of these is no second mistake.
  ///   - clients: Ids by the same in lower case; nil where clients.csv cannot be read.
  init(
    _ nodes: [YamlNode] = [], practice: Practice, refused: RefusedClinicians, clients: [String: ClientID]?,
    log: ProblemLog
  ) {
    // A title may be a client's name.
    let context = YamlContext(file: PracticeFile.name, log: log, showsText: false)
    if nodes.count > Self.maxCount {
      context.note(
        nodes[Self.maxCount], "more than \(Self.maxCount) entries of 'events'",
        hint: "put the client's id into the titles in the calendar program")
    }
    var lines: [Selector: Int] = [:]
    let known = Known(clinicians: Set(practice.clinicians.map(\.id.text)), refused: refused, clients: clients)
    for node in nodes.prefix(Self.maxCount) {
      guard let mapping = YamlMapping(node, "an entry of 'events'", keys: Self.keys, context) else { continue }
      let selector = Self.selector(mapping, known)
      let outcome = Self.outcome(mapping, known)
      guard let selector, let outcome else { continue }
      if let first = lines[selector] {
        context.note(
          node, "these events are settled twice, first in line \(first)",
          hint: "remove one of the two; several clients of one event stand in one entry: client: [AB12, CD34]")
        continue
      }
      lines[selector] = node.line
      let position = entries.count
      entries.append(Entry(clinician: selector.clinician, outcome: outcome))
      places.append(Place(line: node.line, column: node.column))
      if let uid = selector.uid { byUID[uid, default: []].append(position) }
      byWords.add(selector.words.map { $0[...] }, position)
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// What was settled of an event in a clinician's calendar; nil where nothing was.
  ///
  /// A UID is more than a title, an entry for this clinician more than one for all, and of titles that begin at one word
  /// the longest counts. Clients of several titles come together; what is no session counts where no client is named.
  func settlement(uid: String?, summary: Words, of clinician: ClinicianID) -> Settlement? {
    guard !isEmpty else { return nil }
    let uids = uid.flatMap { byUID[SessionKey.plain($0)] } ?? []
    if let found = own(uids, clinician).first {
      return Settlement(outcome: entries[found].outcome, entries: [found], isByUID: true)
    }
    let found = byWords.matches(in: summary.parts) { position, _ in
      entries[position].clinician.map { $0 == clinician } ?? true
    }.compactMap { own($0.values, clinician).first }
    guard !found.isEmpty else { return nil }
    var clients: Set<ClientID> = []
    var others: Set<OtherThanSession> = []
    for position in found {
      switch entries[position].outcome {
      case .clients(let named): clients.formUnion(named)
      case .other(let other): others.insert(other)
      }
    }
    let outcome: Outcome? =
      switch (clients.isEmpty, others.count) {
      case (false, 0): .clients(clients.sorted())
      case (true, 1): others.first.map { .other($0) }
      default: nil
      }
    return Settlement(outcome: outcome, entries: Array(Set(found)).sorted(), isByUID: false)
  }

  /// Those for the clinician, else those for all.
  private func own(_ positions: [Int], _ clinician: ClinicianID) -> [Int] {
    let own = positions.filter { entries[$0].clinician == clinician }
    return own.isEmpty ? positions.filter { entries[$0].clinician == nil } : own
  }

  // MARK: Reading an entry

  private struct Known {
    let clinicians: Set<String>
    let refused: RefusedClinicians
    let clients: [String: ClientID]?
  }

  /// Which events are meant; nil, with the problem noted, where that cannot be read.
  private static func selector(_ mapping: YamlMapping, _ known: Known) -> Selector? {
    let context = mapping.context
    guard mapping.has("uid") != mapping.has("summary") else {
      if mapping.has("uid") || !mapping.hasUnknownKeys {
        context.note(
          mapping.node,
          mapping.has("uid")
            ? "an entry of 'events' names its events both by uid and by summary"
            : "an entry of 'events' does not say which events it means",
          hint: "write one of: uid: \"…\", or summary: \"…\" (whole words of the title)")
      }
      return nil
    }
    var clinician: ClinicianID?
    if mapping.has("clinician") {
      guard let text = mapping.text("clinician") else { return nil }
      guard known.clinicians.contains(text.text) else {
        if !known.refused.contains(text.text) {
          context.note(
            text.node,
            "'clinician' is no clinician of practice.yaml"
              + context.log.question(text.text, among: known.clinicians),
            hint: "clinicians are named by id; without 'clinician' the entry holds for every calendar")
        }
        return nil
      }
      clinician = ClinicianID(text.text)
    }
    if mapping.has("uid") {
      return mapping.text("uid").map { Selector(uid: SessionKey.plain($0.text), words: [], clinician: clinician) }
    }
    guard let summary = mapping.text("summary") else { return nil }
    let words = Words(summary.text).parts
    guard words.joined().count > 1 else {
      context.note(
        summary.node, "'summary' holds " + (words.isEmpty ? "no word" : "one letter alone, which stands in any title"),
        hint: "name the event by its uid, which plan-cover check shows")
      return nil
    }
    return Selector(uid: nil, words: words.map(String.init), clinician: clinician)
  }

  /// What they are; nil, with the problem noted, where that cannot be read.
  private static func outcome(_ mapping: YamlMapping, _ known: Known) -> Outcome? {
    let context = mapping.context
    guard mapping.has("client") != mapping.has("is") else {
      if mapping.has("is") || !mapping.hasUnknownKeys {
        context.note(
          mapping.node,
          mapping.has("is")
            ? "an entry of 'events' says both with which client and that there is none"
            : "an entry of 'events' does not say what the events are",
          hint: "write one of: client: AB12, client: [AB12, CD34], is: busy, is: free, or is: leave")
      }
      return nil
    }
    if mapping.has("is") { return mapping.choice("is", OtherThanSession.self).map { .other($0) } }
    guard let node = mapping.value("client") else { return nil }
    var items = [node]
    if case .sequence(let nodes) = node.content { items = nodes }
    if items.isEmpty { context.note(node, "'client' is an empty list", hint: "name a client by id, or write is: busy") }
    var found: Set<ClientID> = []
    for item in items {
      guard let text = context.text(item, "'client'") else { continue }
      guard let clients = known.clients else { continue }
      guard let client = clients[text.text.lowercased()] else {
        let question =
          clients.count <= Self.maxSuggested ? context.log.question(text.text, among: clients.values.map(\.text)) : ""
        context.note(
          item, "'client' is no client of clients.csv" + question,
          hint: "clients are named by the id of their row; where it is no client, write is: busy")
        continue
      }
      found.insert(client)
    }
    return found.isEmpty ? nil : .clients(found.sorted())
  }
}

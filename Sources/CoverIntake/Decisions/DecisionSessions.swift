public import CoverDomain

/// Finds the sessions that decisions name by their key.
struct DecisionSessions {
  private let byKey: [String: [SessionID]]
  /// UIDs of series.
  private let series: Set<String>

  private let file: DecisionsFile

  /// - Parameter sessions: every session that was read or published.
  init(_ file: DecisionsFile, among sessions: some Sequence<SessionID>) {
    self.file = file
    let wanted = Set(file.entries.compactMap { $0.value.session.map(SessionKey.copied) })
    var byKey: [String: Set<SessionID>] = [:]
    var series: Set<String> = []
    for session in sessions where !wanted.isEmpty {
      if wanted.contains(session.key) { byKey[session.key, default: []].insert(session) }
      guard let slash = session.key.lastIndex(of: "/") else { continue }
      let uid = String(session.key[..<slash])
      if wanted.contains(uid) { series.insert(uid) }
    }
    self.byKey = byKey.mapValues { $0.sorted() }
    self.series = series
  }

  /// The decisions of the file. One whose session is not known any more rests, with a remark; one that could mean two
  /// sessions is an error.
  func records(log: ProblemLog) -> [DecisionRecord] {
    file.entries.enumerated().map { index, entry in
      DecisionRecord(number: index + 1, entry: entry.value, decision: decision(entry, log: log))
    }
  }

  private func decision(_ entry: DecisionsFile.Entry, log: ProblemLog) -> Decision? {
    let value = entry.value
    let source = Source(file: DecisionsFile.name, line: entry.line)
    guard let text = value.session, let node = entry.session else { return value.decision(nil, source) }
    let key = SessionKey.copied(text)
    var found = byKey[key] ?? []
    if let clinician = value.clinician { found = found.filter { $0.clinician == clinician } }
    if found.count > 1, let absence = value.absence { found = found.filter { $0.clinician == absence.clinician } }
    func note(_ severity: Problem.Severity, _ message: String, hint: String?) {
      log.note(
        Problem(
          severity, file: DecisionsFile.name, line: node.line, column: node.column, message: message, hint: hint))
    }
    if found.count > 1 {
      note(
        .error, "'session' is in the calendars of \(found.map(\.clinician.text).joined(separator: " and "))",
        hint: "say whose is meant: clinician: \(found[0].clinician)")
      return nil
    }
    if let session = found.first { return value.decision(session, source) }
    if series.contains(key) {
      note(
        .error, "'session' names a series, and not one of its sessions",
        hint: "add which: KEY/20261222T100000Z, as plan.json and explain show it")
      return nil
    }
    note(.remark, "no session of this key was read: the decision rests", hint: nil)
    return value.clinician.flatMap { value.decision(SessionID(clinician: $0, key: key), source) }
  }
}

extension DecisionEntry {
  /// The decision about the session that was found.
  public func decision(_ session: SessionID?, _ source: Source) -> Decision {
    Decision(
      kind: kind, client: client, session: session, absence: absence, by: by, at: at, why: why, source: source)
  }
}

import CivilTime
import CoverDomain
import CoverIntake
import CoverPublishing
import CoverVerification

/// What `decide --list` shows: the file's own words about who and why are before the one who keeps it.
struct DecisionList {
  private let situation: Situation
  private let rows: [(record: DecisionRecord, standing: DecisionStanding)]

  init(situation: Situation, records: [DecisionRecord]) {
    self.situation = situation
    let verifier = DecisionVerifier(situation: situation)
    rows = records.map { record in
      (record, record.decision.map(verifier.standing) ?? DecisionStanding.unread)
    }
  }

  /// Whether some decision cannot be kept.
  var needsPerson: Bool { rows.contains { $0.standing.state == .broken } }

  private var words: DecisionTableWords { DecisionTableWords(zone: situation.practice.zone) }

  var text: String {
    guard !rows.isEmpty else { return "Nothing has been decided.\n" }
    let clock = LocalClock(zone: situation.practice.zone)
    var table = [["no.", "what", "for whom", "by", "at", "state"]]
    for (record, standing) in rows {
      let entry = record.entry
      let whom = if case .leave = entry.kind { "" } else { words.whom(entry) }
      table.append([
        record.tag, words.what(entry), whom, entry.by.map(TerminalText.line) ?? "",
        entry.at.map(clock.text) ?? "", words.state(standing),
      ])
    }
    let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    var lines: [String] = []
    for (index, row) in table.enumerated() {
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
      lines.append(String(cells.reversed().drop { $0 == " " }.reversed()))
      guard index > 0 else { continue }
      let (record, standing) = rows[index - 1]
      let indent = String(repeating: " ", count: widths[0] + 2)
      if let why = record.entry.why { lines.append("\(indent)why: \(TerminalText.line(why))") }
      lines += words.obstacles(standing).map { indent + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var document: DecisionsDocumentText {
    DecisionsDocumentText(
      practice: situation.practice.name,
      items: rows.map { record, standing in
        let entry = record.entry
        var days: ClosedRange<Day>?
        if case .leave(_, let range) = entry.kind { days = range }
        var letter: Decision.Letter?
        if case .sent(let sent) = entry.kind { letter = sent }
        return DecisionsDocumentText.Item(
          number: record.number, tag: record.tag, verb: entry.verb.rawValue, letter: letter, person: entry.person,
          days: days, client: entry.client,
          session: record.decision?.session?.key ?? entry.session,
          clinician: record.decision?.session?.clinician ?? entry.clinician, absence: entry.absence, by: entry.by,
          at: entry.at, why: entry.why, state: standing.state.rawValue, reason: standing.reason,
          obstacles: standing.obstacles.map { ($0.session.id, $0.colleague, $0.rules) })
      })
  }
}

extension DecisionStanding {
  /// Of a decision whose session was not read.
  fileprivate static let unread = DecisionStanding(.rests, "the session was not read")
}

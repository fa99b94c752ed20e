import CivilTime
import CoverDomain
import CoverIntake

/// A decisions.yaml as some person could have laid it out, with what it says: from a seed, the same every time.
struct DecisionsFileDraft {
  private(set) var text = ""
  private(set) var entries: [DecisionEntry] = []
  /// The comments that stand beside no entry, and those of each entry.
  private(set) var looseComments: [String] = []
  private(set) var comments: [[String]] = []
  private var state: UInt64
  private var lineBreak = "\n"
  private var marks = 0

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
    for _ in 0..<4 { _ = next(2) }
    lineBreak = next(3) == 0 ? "\r\n" : "\n"
    entries = (0..<next(6)).map { _ in entry() }
    comments = entries.map { _ in [] }
    switch entries.isEmpty ? next(2) + 3 : next(3) {
    case 0: writeBlock()
    case 1: writeFlow(lines: false)
    case 2: writeFlow(lines: true)
    case 3: writeNothing()
    default: writeEmpty()
    }
    if next(8) == 0 { text = "\u{FEFF}" + text }
  }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  /// A decision that no practice is needed for.
  mutating func entry() -> DecisionEntry {
    let people = ["ann", "ben-lee", "c.d_e", "0x12", "null"].map { ClinicianID($0) }
    let clients = ["AB12", "007", "yes", "a b", "Ü-1"].map { ClientID($0) }
    let keys = ["weekly/20261221T100000Z", "4f2a@google.com", "a: b # c", "[x], {y}", "it's \"q\""]
    let words = [
      "She knows him.", "a: b", "# no comment", "- no dash", "two\nlines\tand a tab", "it's, \"quoted\" ] }", "null",
      "\u{202E}turned\u{200B}", "é, 猫, 👩‍👩‍👧", "{a: [b, c]}", "trailing backslash\\", "%TAG ! & * ?", "---", "...", "~",
    ]
    let day = (Day("2026-12-21") ?? Day(ordinal: 0)) + next(40)
    let by: String? = next(2) == 0 ? nil : words[[0, 1, 2, 5, 6, 7, 8, 9, 10, 12, 13][next(11)]]
    let why: String? = next(2) == 0 ? nil : words[next(words.count)]
    let at = next(2) == 0 ? nil : Instant(seconds: 1_796_000_000 + next(10_000_000))
    if next(6) == 0 {
      return DecisionEntry(kind: .leave(people[next(5)], day...(day + next(3))), by: by, at: at, why: why)
    }
    let kinds: [Decision.Kind] = [.assign(people[next(5)]), .forbid(people[next(5)]), .wait, .told, .consented]
    let session: String? = next(2) == 0 ? nil : keys[next(keys.count)]
    let absence = next(3) == 0 ? Decision.AbsenceDay(clinician: ClinicianID("ann"), day: day) : nil
    let client: ClientID? = session == nil && absence == nil || next(2) == 0 ? clients[next(clients.count)] : nil
    return DecisionEntry(
      kind: kinds[next(kinds.count)], client: client, session: session,
      clinician: session != nil && next(3) == 0 ? ClinicianID("ann") : nil, absence: absence, by: by, at: at, why: why)
  }

  // MARK: Writing it as a person would

  private mutating func mark() -> String {
    marks += 1
    return "# mark-\(marks)."
  }

  private mutating func loose(_ indent: Int) -> String {
    let comment = mark()
    looseComments.append(comment)
    return String(repeating: " ", count: indent) + comment + " it's [a], {b" + lineBreak
  }

  private mutating func writeBlock() {
    if next(3) == 0 { text += loose(0) }
    if next(6) == 0 { text += "---" + lineBreak }
    text += "decisions:" + (next(3) == 0 ? "  " + loose(0) : lineBreak)
    let column = [0, 2, 2, 4][next(4)]
    for index in entries.indices {
      if next(4) == 0 { text += lineBreak }
      if next(4) == 0 { text += loose([0, column][next(2)]) }
      writeBlockEntry(index, column)
    }
    if next(4) == 0 { text += lineBreak + loose([0, column][next(2)]) }
    if next(6) == 0 { text += "..." + lineBreak + (next(2) == 0 ? loose(0) : "") } else if next(3) == 0 { trimEnd() }
  }

  private mutating func writeBlockEntry(_ index: Int, _ column: Int) {
    let indent = String(repeating: " ", count: column)
    if next(4) == 0 {
      text += "\(indent)- \(flow(entries[index]))\(comment(index))\(lineBreak)"
      return
    }
    var lead = "\(indent)- "
    if next(6) == 0 {
      text += "\(indent)-\(comment(index))\(lineBreak)"
      lead = indent + "  "
    }
    for pair in pairs(entries[index]) {
      text += "\(lead)\(pair.key): \(value(pair, indent: indent + "  "))"
      lead = indent + "  "
      // Behind a block of lines a comment that is indented further would be a part of it.
      if next(8) == 0, pair.key != "why" { text += "\(lead)  \(own(index))\(lineBreak)" }
      if next(12) == 0 { text += lineBreak }
    }
  }

  /// The value with its line break; a text at times as a block of lines, or in single quotes.
  private mutating func value(_ pair: (key: String, text: String), indent: String) -> String {
    let isPlainLine =
      !pair.text.contains("\n") && pair.text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value < 127 }
    if pair.key == "why", next(3) == 0,
      pair.text.unicodeScalars.allSatisfy({ $0 == "\n" || $0.value >= 32 && $0.value < 127 })
    {
      let lines = pair.text.split(separator: "\n").map { "\(indent)  \($0)\(lineBreak)" }.joined()
      return "|\(["", "-", "+"][next(3)])\(lineBreak)\(lines)"
    }
    if isPlainLine, pair.key != "at", !["wait", "told", "consented"].contains(pair.key), next(3) == 0 {
      return "'\(pair.text.replacing("'", with: "''"))'\(lineBreak)"
    }
    return DecisionsFileDraft.scalar(pair) + lineBreak
  }

  private mutating func comment(_ index: Int) -> String { next(3) == 0 ? "  " + own(index) : "" }

  private mutating func own(_ index: Int) -> String {
    let comment = mark()
    comments[index].append(comment)
    return comment
  }

  private mutating func writeFlow(lines: Bool) {
    if next(3) == 0 { text += loose(0) }
    let isBraced = next(5) == 0
    text += isBraced ? "{decisions: [" : "decisions: ["
    let hasComma = next(3) == 0
    for index in entries.indices {
      if lines { text += lineBreak + (next(5) == 0 ? loose(2) : "") + "   " }
      text += flow(entries[index])
      let isLast = index == entries.count - 1
      if !isLast || hasComma { text += "," }
      if lines { text += comment(index) } else if !isLast { text += [" ", ""][next(2)] }
    }
    if lines { text += lineBreak + (next(4) == 0 ? loose(4) : "") }
    text += isBraced ? "]}" : "]"
    if next(2) == 0 { text += "  " + loose(0) } else if next(3) > 0 { text += lineBreak }
  }

  private mutating func writeNothing() {
    for _ in 0..<next(3) { text += loose(next(3)) }
    if !text.isEmpty, next(3) == 0 { trimEnd() }
  }

  private mutating func writeEmpty() {
    if next(2) == 0 { text += loose(0) }
    text += ["decisions:", "decisions: []", "decisions: ~", "decisions: null", "decisions: [ ]"][next(5)]
    switch next(3) {
    case 0: text += "   " + loose(0)
    case 1: text += lineBreak
    default: break
    }
  }

  private mutating func trimEnd() {
    while let last = text.last, last.isNewline { text.removeLast() }
  }

  private func flow(_ entry: DecisionEntry) -> String {
    "{" + pairs(entry).map { "\($0.key): \(DecisionsFileDraft.scalar($0))" }.joined(separator: ", ") + "}"
  }

  private func pairs(_ entry: DecisionEntry) -> [(key: String, text: String)] {
    let what =
      switch entry.kind {
      case .assign(let id), .forbid(let id): id.text
      case .wait, .told, .consented: "true"
      case .sent(let letter): letter.rawValue
      case .leave(let id, let days): "\(id) \(days.lowerBound.iso8601)..\(days.upperBound.iso8601)"
      }
    let all: [(key: String, text: String?)] = [
      (entry.verb.rawValue, what), ("client", entry.client?.text), ("session", entry.session),
      ("clinician", entry.clinician?.text), ("absence", entry.absence.map { "\($0.clinician) \($0.day.iso8601)" }),
      ("by", entry.by), ("at", entry.at?.iso8601), ("why", entry.why),
    ]
    return all.compactMap { pair in pair.text.map { (pair.key, $0) } }
  }

  /// In double quotes, all that is not plain ASCII escaped; `true` and times as they are.
  private static func scalar(_ pair: (key: String, text: String)) -> String {
    if ["wait", "told", "consented", "at"].contains(pair.key) { return pair.text }
    return "\""
      + pair.text.unicodeScalars.map { scalar -> String in
        if scalar == "\"" || scalar == "\\" { return "\\\(scalar)" }
        if scalar.value >= 32, scalar.value < 127 { return String(scalar) }
        let digits = String(scalar.value, radix: 16)
        return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }.joined() + "\""
  }
}

import CivilTime
import CoverDomain

/// What `check` says of a reading: the manager's own files are before them, so an event's summary is shown where they
/// have to settle it.
struct ReadingReport {
  let situation: Situation
  let reading: Reading

  var text: String {
    let window = situation.window
    let sections = [
      ["Read from \(window.from.iso8601) to \((window.to - 1).iso8601), \(situation.practice.zone.identifier)"],
      ledger, away, unrecognised, notUnderstood, conclusion,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private static let kinds: [(kind: LedgerKind, title: String)] = [
    (.session, "sessions"), (.leave, "leave"), (.busy, "busy"), (.free, "free"), (.cancelled, "cancelled"),
    (.outside, "outside"), (.referral, "referrals"), (.closure, "closures"), (.notUnderstood, "not understood"),
  ]

  private var ledger: [String] {
    let entries = byCalendar
    let width = max(4, entries.map(\.file.count).max() ?? 4)
    func line(_ name: String, _ cells: [String]) -> String {
      name.padding(to: width) + zip(cells, Self.kinds).map { "  " + $0.padding(left: max(5, $1.title.count)) }.joined()
    }
    var lines = ["WHAT IS IN THE CALENDARS", "", line("file", Self.kinds.map(\.title))]
    for entry in entries {
      lines.append(line(entry.file, Self.kinds.map { entry.count($0.kind) == 0 ? "." : String(entry.count($0.kind)) }))
    }
    return lines
  }

  /// The ledger with the files of a folder of single events added up: they are one calendar.
  private var byCalendar: [LedgerEntry] {
    var folders: [String: [LedgerEntry]] = [:]
    var order: [String] = []
    for entry in reading.ledger {
      let folder = entry.file.lastIndex(of: "/").map { String(entry.file[...$0]) } ?? ""
      let name = folder.isEmpty || folder == "clinicians/" ? entry.file : folder
      if folders[name] == nil { order.append(name) }
      folders[name, default: []].append(entry)
    }
    return order.map { name in
      let entries = folders[name] ?? []
      let counts = entries.reduce(into: [LedgerKind: Int]()) { counts, entry in
        counts.merge(entry.counts, uniquingKeysWith: +)
      }
      return LedgerEntry(file: name, components: entries.reduce(0) { $0 + $1.components }, counts: counts)
    }
  }

  private var away: [String] {
    let absences = situation.absencesInWindow
    guard !absences.isEmpty else { return ["WHO IS AWAY", "", "  nobody"] }
    var lines = ["WHO IS AWAY", ""]
    for absence in absences {
      let affected = situation.demands.count { $0.absence == absence && !$0.isClosed }
      let sessions = affected == 1 ? "1 session" : "\(affected) sessions"
      lines.append(
        "  \(clock(absence.interval.start)) to \(clock(absence.interval.end))  \(absence.clinician), \(sessions)")
    }
    return lines
  }

  private var unrecognised: [String] {
    guard !reading.unrecognised.isEmpty else { return [] }
    var lines = ["NOT RECOGNISED, in somebody's leave: is a client left untold?", ""]
    for event in reading.unrecognised {
      let uid = event.source.uid.map { ", UID \(Self.shown($0))" } ?? ""
      let time = clock(event.interval.start)
      lines.append("  \(place(event.source)): \(time), \(event.clinician), \"\(Self.shown(event.summary))\"\(uid)")
      if !event.candidates.isEmpty {
        lines.append("      perhaps " + event.candidates.map(\.text).joined(separator: " or "))
      }
    }
    lines += [
      "",
      "  hint: put the client's id into the event's title, or mark the event as free",
    ]
    return lines
  }

  private var notUnderstood: [String] {
    guard !reading.notUnderstood.isEmpty else { return [] }
    var lines = ["NOT UNDERSTOOD", ""]
    for component in reading.notUnderstood {
      let relevance = component.mayMatter ? "" : " (not in the window)"
      lines.append("  \(place(component.source)): \(component.reason)\(relevance)")
      if let hint = component.hint { lines.append("      hint: \(hint)") }
    }
    return lines
  }

  private var conclusion: [String] {
    [reading.needsPerson ? "Something above needs a person." : "Everything in the window was understood."]
  }

  private func place(_ source: Source) -> String { source.line.map { "\(source.file):\($0)" } ?? source.file }

  private func clock(_ instant: Instant) -> String { LocalClock(zone: situation.practice.zone).text(instant) }

  /// Text of a file as it may be shown on a terminal: one line, nothing that steers the terminal, not endless.
  private static func shown(_ text: String) -> String {
    let plain = text.unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: " "
      default: Character(scalar)
      }
    }
    return plain.count > 80 ? String(plain.prefix(79)) + "…" : String(plain)
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  fileprivate func padding(left width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}

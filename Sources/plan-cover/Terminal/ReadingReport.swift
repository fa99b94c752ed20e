import CivilTime
import CoverDomain
import CoverIntake

/// What `check` says of a reading: the manager's own files are before them, so an event's summary is shown where they
/// have to settle it.
struct ReadingReport {
  let situation: Situation
  let reading: Reading

  var text: String {
    let window = situation.window
    let sections = [
      ["Read from \(clock.days(window.from, window.to - 1)), \(situation.practice.zone.identifier)"],
      ledger, away, uninvitable, unrecognised, notUnderstood, questions, conclusion,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// So many questions that hold nothing up are shown at once; what was not recognised in a leave is always shown whole.
  private static let maxQuestions = 40

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
        "  \(clock.span(absence.interval))  \(absence.clinician), \(sessions)")
    }
    return lines
  }

  /// Who gets no invitation: what they are given somebody has to ask them.
  private var uninvitable: [String] {
    let practice = situation.practice
    if practice.email == nil {
      return [
        "WHO CANNOT BE INVITED BY MAIL", "", "  anybody: the practice has no email in practice.yaml",
        "  hint: add email under practice: invitations are sent from it, and answered to it",
      ]
    }
    let silent = practice.clinicians.filter { $0.takesCover && $0.email == nil }.map(\.id.text)
    return silent.isEmpty
      ? []
      : [
        "WHO CANNOT BE INVITED BY MAIL", "", "  \(silent.joined(separator: ", ")): no email in practice.yaml",
        "  hint: add their email; else ask them yourself, and record it with `plan-cover decide assign`",
      ]
  }

  private var unrecognised: [String] {
    let series = UnrecognisedSeries.grouped(reading.unrecognised)
    guard !series.isEmpty else { return [] }
    let place = series.contains { $0.first.occasion == .closure } ? "leave, or on a closed day" : "leave"
    var lines = ["NOT RECOGNISED, in somebody's \(place): is a client left untold?"]
    for one in series { lines += [""] + unrecognised(one) }
    let others =
      "put the client's id into the event's title, add who is missing to clients.csv, or mark the event as free"
    if series.contains(where: { $0.settlement != nil }) {
      lines += [
        "", "  hint: put the one line of each that is right under events: in practice.yaml: it is settled for good;",
        "        or \(others)",
      ]
    } else {
      lines += ["", "  hint: \(others)"]
    }
    return lines
  }

  private func unrecognised(_ series: UnrecognisedSeries) -> [String] {
    let event = series.first
    let uid = event.source.uid.map { ", UID \(Self.shown($0))" } ?? ""
    let closed = event.occasion == .closure ? ", on a closed day" : ""
    var lines = [
      "  \(place(event.source)): \(event.clinician), \"\(Self.shown(event.summary))\"\(uid)",
      "      \(clock.text(event.interval.start))" + (series.count > 1 ? " and \(series.count - 1) more" : "")
        + (series.count > 1 ? ", the last \(clock.text(series.last))" : "") + closed,
    ]
    if !event.near.isEmpty { lines.append("      nearest: " + near(event.near)) }
    if let settlement = series.settlement {
      lines += event.candidates.map { "      " + settlement.line(client: $0) } + ["      " + settlement.busyLine]
    }
    return lines
  }

  /// What was read one way and may mean another.
  private var questions: [String] {
    guard !reading.questions.isEmpty else { return [] }
    var lines = ["WORTH A LOOK"]
    for question in reading.questions.prefix(Self.maxQuestions) { lines += [""] + self.question(question) }
    let others = reading.questions.count - Self.maxQuestions
    if others > 0 { lines += ["", "  and \(others) more, when these are settled; --json has them all"] }
    lines += ["", "  hint: the line that is right, under events: in practice.yaml, settles each for good"]
    return lines
  }

  private func question(_ question: EventQuestion) -> [String] {
    let times = question.count > 1 ? ", \(question.count) in the window" : ""
    let clients = question.clients.map(\.text).joined(separator: ", ")
    let what =
      switch question.kind {
      case .mayBeClient: "counts as busy time; nearest: " + near(question.near)
      case .clientOfAnother: "counts as a session of \(clients), whose clinician is another"
      case .mayBeMore: "counts as a session of \(clients), and may be of others, too: " + near(question.near)
      case .saysCancelled: "counts as a session of \(clients), and its title says that it does not take place"
      }
    let lines = [
      "  \(place(question.source)): \(question.clinician), \"\(Self.shown(question.summary))\", "
        + "\(clock.text(question.first.start))\(times)", "      \(what)",
    ]
    guard
      let settlement = EventSettlement(
        clinician: question.clinician, summary: question.summary, uid: question.source.uid)
    else { return lines }
    let settling =
      switch question.kind {
      case .mayBeClient: question.near.map { settlement.line(client: $0.client) } + [settlement.busyLine]
      case .clientOfAnother: [settlement.line(clients: question.clients), settlement.busyLine]
      case .mayBeMore:
        question.near.map { settlement.line(clients: question.clients + [$0.client]) }
          + [settlement.line(clients: question.clients)]
      case .saysCancelled: [settlement.freeLine, settlement.line(clients: question.clients)]
      }
    return lines + settling.map { "      " + $0 }
  }

  private func near(_ clients: [NearClient]) -> String {
    clients.map { "\($0.client) (\($0.reason.words))" }.joined(separator: ", ")
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

  private var clock: LocalClock { LocalClock(zone: situation.practice.zone) }

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

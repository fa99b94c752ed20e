import CivilTime
import CoverDomain
import CoverIdentity

/// Makes the summary of a publication. It depends on the plan and on what is published, not on the hour of the run.
struct SummaryMaker: Sendable {
  let situation: Situation
  let plan: Plan
  let reading: Reading
  let history: EventHistory
  let notices: Notices

  var practice: Practice { situation.practice }
  var names: Names { Names(practice: practice) }
  var times: LocalTimes { LocalTimes(zone: practice.zone) }

  private static let width = 92

  var summary: Summary {
    let last = plan.window.to - 1
    return Summary(
      title: "\(PlainText.oneLine(practice.name)): cover from \(times.shortDayOfYear(plan.window.from))"
        + " to \(times.shortDayOfYear(last))",
      headline: headline,
      sections: [
        Summary.Section(title: "Needs you", lines: needs),
        Summary.Section(title: "Who is away", lines: away),
        Summary.Section(title: "Sessions", lines: sessions),
        Summary.Section(title: "Who covers how much", lines: load),
        Summary.Section(title: "Letters to clients", lines: letters),
        Summary.Section(title: changesTitle, lines: changes),
        Summary.Section(title: "How good this plan is", lines: proof),
      ], needsPerson: needsPerson)
  }

  // MARK: The headline

  private var uncovered: [(assignment: Assignment, gap: Gap)] {
    plan.assignments.compactMap { assignment in
      if case .uncovered(let gap) = assignment.outcome { (assignment, gap) } else { nil }
    }
  }

  private var needsPerson: Bool {
    !plan.brokenPromises.isEmpty || uncovered.contains { $0.assignment.demand.need == .required }
      || reading.needsPerson || !notices.refused.isEmpty
      || plan.absences.contains { absence in
        absence.contacts.contains { $0.by == nil } || absence.supervisors.contains { $0.by == nil }
          || !absence.withoutSupervisor.isEmpty
      }
  }

  private var headline: String {
    guard !plan.assignments.isEmpty else { return "Nobody's sessions are affected." }
    let affected = PlainText.count(plan.assignments.count, "session")
    let missing = uncovered.count
    let must = uncovered.count { $0.assignment.demand.need == .required }
    if missing == 0 {
      return "\(affected) affected; every one that calls for cover has it."
    }
    let detail = must > 0 ? ", \(must) of which must be" : ""
    return "\(affected) affected; \(missing) \(missing == 1 ? "is" : "are") not covered\(detail)."
  }

  // MARK: What needs a person

  private var needs: [String] {
    var parts: [[String]] = []
    if !plan.brokenPromises.isEmpty {
      parts.append(["Promises that cannot be kept"] + plan.brokenPromises.flatMap(brokenPromise))
    }
    let required = uncovered.filter { $0.assignment.demand.need == .required }
    if !required.isEmpty {
      parts.append(["Must be covered and nobody can"] + required.flatMap { gap($0.assignment, $0.gap) })
    }
    let others = uncovered.filter { $0.assignment.demand.need != .required }
    if !others.isEmpty {
      parts.append(["Should be covered and nobody can"] + others.flatMap { gap($0.assignment, $0.gap) })
    }
    if !reading.unrecognised.isEmpty {
      parts.append(
        ["In somebody's leave, and matching no client: is a client left untold?"]
          + reading.unrecognised.flatMap(unrecognised))
    }
    let unread = reading.notUnderstood.filter(\.mayMatter)
    if !unread.isEmpty {
      parts.append(["Calendar entries that could not be understood"] + unread.flatMap(notUnderstood))
    }
    let contacts = missingContacts
    if !contacts.isEmpty { parts.append(["Nobody can be named"] + contacts) }
    if !notices.refused.isEmpty {
      parts.append(
        ["Letters that were not written"]
          + notices.refused.map {
            "  \(PlainText.oneLine($0.client.text)), \($0.kind.rawValue): \($0.reasons.joined(separator: "; "))"
          })
    }
    let unplaced = unplacedHandovers
    if !unplaced.isEmpty { parts.append(["Meetings for which no time was found"] + unplaced) }
    return Array(parts.joined(separator: [""]))
  }

  private func brokenPromise(_ promise: BrokenPromise) -> [String] {
    let pin = promise.pin
    let session = plan.assignments.first { $0.session.id == pin.session }
    let what =
      session.map { "\(times.short($0.session.interval))  \(names.clients($0.session.clients))" } ?? pin.session.key
    let how =
      switch pin.reason {
      case .assigned: "it was decided that \(names.clinician(pin.colleague)) takes it"
      case .told: "the client was told that \(names.clinician(pin.colleague)) takes it"
      case .accepted: "\(names.clinician(pin.colleague)) had accepted it"
      }
    let now =
      session?.outcome.cover.map { "now \(names.clinician($0.by)), \(times.short($0.interval.start))" } ?? "now nobody"
    return ["  \(what)"]
      + wrapped("\(how), but \(names.clinician(pin.colleague)) \(obstacles(promise.rules)); \(now).", indent: "    ")
  }

  private func gap(_ assignment: Assignment, _ gap: Gap) -> [String] {
    let session = assignment.session
    let place = names.place(session.place)
    var lines = [
      "  \(times.short(session.interval))  \(names.clients(session.clients))  of \(names.clinician(session.clinician))"
        + (place.isEmpty ? "" : "  \(place)")
    ]
    lines += reasons(gap).flatMap { wrapped($0, indent: "    ") }
    for remedy in gap.wouldHelp.prefix(3) {
      lines += wrapped(
        "would help: \(remedy.changes.map(PlainText.oneLine).joined(separator: ", and "))", indent: "    ")
    }
    return lines
  }

  /// Why nobody: first what keeps everybody away, else each reason with those whom it keeps away, least first.
  private func reasons(_ gap: Gap) -> [String] {
    let common = Rule.allCases.filter { rule in gap.why.count > 2 && gap.why.allSatisfy { $0.rules.contains(rule) } }
    if !common.isEmpty {
      let free = gap.why.filter { $0.rules == common }.map { names.clinician($0.colleague) }
      return ["each of \(gap.why.count) colleagues: \(obstacles(common))"]
        + (free.isEmpty ? [] : ["nothing else keeps away \(PlainText.list(free))"])
    }
    var order: [String] = []
    var colleagues: [String: [String]] = [:]
    for entry in gap.why.sorted(by: { $0.rules.count < $1.rules.count }) {
      let reason = obstacles(entry.rules)
      if colleagues[reason] == nil { order.append(reason) }
      colleagues[reason, default: []].append(names.clinician(entry.colleague))
    }
    return order.map { "\(PlainText.list(colleagues[$0] ?? [])): \($0)" }
  }

  private func obstacles(_ rules: [Rule]) -> String { PlainText.list(rules.map(\.obstacle)) }

  private func unrecognised(_ event: UnrecognisedEvent) -> [String] {
    let near = event.candidates.isEmpty ? "" : "  perhaps \(names.clients(event.candidates))"
    let place = event.source.line.map { "\(event.source.file):\($0)" } ?? event.source.file
    return ["  \(times.short(event.interval))  in \(names.clinician(event.clinician))'s calendar (\(place))\(near)"]
  }

  private func notUnderstood(_ component: NotUnderstood) -> [String] {
    let place = component.source.line.map { "\(component.source.file):\($0)" } ?? component.source.file
    return ["  \(place): \(component.reason)"] + (component.hint.map { ["    hint: \($0)"] } ?? [])
  }

  private var missingContacts: [String] {
    plan.absences.flatMap { entry -> [String] in
      let absent = names.clinician(entry.absence.clinician)
      let days = entry.contacts.filter { $0.by == nil }.map { times.shortDay($0.day) }
      var lines = days.isEmpty ? [] : wrapped("contact for \(absent): \(PlainText.list(days))", indent: "  ")
      let missing = Dictionary(grouping: entry.supervisors.filter { $0.by == nil }, by: \.supervisee)
      for supervisee in missing.keys.sorted() {
        let days = (missing[supervisee] ?? []).map { times.shortDay($0.day) }
        lines += wrapped("supervisor of \(names.clinician(supervisee)): \(PlainText.list(days))", indent: "  ")
      }
      if !entry.withoutSupervisor.isEmpty {
        lines += wrapped(
          "clients whose clinician \(absent) and whose supervisor are both away: \(names.clients(entry.withoutSupervisor))",
          indent: "  ")
      }
      return lines
    }
  }

  /// Those that did not take place earlier.
  private var unplacedHandovers: [String] {
    let live = Set(history.live.map(\.uid))
    return plan.absences.flatMap { entry -> [String] in
      entry.handovers.filter { handover in
        let identity = EventIdentity.handover(
          handover.kind, of: entry.absence.clinician, from: entry.absence.days.lowerBound, with: handover.colleague)
        return handover.interval == nil && !live.contains(identity.uid)
      }.map {
        "  \($0.kind.rawValue) of \(names.clinician(entry.absence.clinician)) with \(names.clinician($0.colleague)),"
          + " \(PlainText.count($0.minutes, "minute"))"
      }
    }
  }

  // MARK: Who is away

  private var away: [String] {
    var lines: [String] = []
    for entry in plan.absences {
      let absence = entry.absence
      if !lines.isEmpty { lines.append("") }
      lines.append(
        "  \(names.clinicianWithID(absence.clinician)): \(times.shortSpan(absence.interval)),"
          + " \(PlainText.count(absence.dayCount, "day"))")
      let own = plan.assignments.filter { $0.demand.absence == absence }
      lines += wrapped(
        own.isEmpty ? "no session affected" : "\(PlainText.count(own.count, "session")): \(outcomes(own))",
        indent: "    ")
      lines += people("contact", entry.contacts.compactMap { contact in contact.by.map { ($0, contact.day) } })
      for supervisee in Set(entry.supervisors.map(\.supervisee)).sorted() {
        lines += people(
          "supervisor of \(names.clinician(supervisee))",
          entry.supervisors.filter { $0.supervisee == supervisee }.compactMap { supervisor in
            supervisor.by.map { ($0, supervisor.day) }
          })
      }
      for (kind, words) in [(Handover.Kind.handover, "handovers"), (.handback, "handbacks")] {
        let meetings = entry.handovers.filter { $0.kind == kind }.compactMap { handover in
          handover.interval.map { (handover.colleague, $0.start) }
        }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        let parts = meetings.map { "\(names.clinician($0.0)) (\(times.short($0.1)))" }
        if !parts.isEmpty { lines += wrapped("\(words): \(parts.joined(separator: ", "))", indent: "    ") }
      }
    }
    let closed = situation.closures.filter { $0.interval.overlaps(plan.window.interval) }
    if !closed.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines += closed.map { "  The practice is closed: \(times.shortSpan($0.interval))" }
    }
    return lines
  }

  /// `contact: Ben Lee (Mon 21 Dec, Tue 22 Dec), Cara Diaz (Wed 23 Dec)`.
  private func people(_ what: String, _ days: [(by: ClinicianID, day: Day)]) -> [String] {
    guard !days.isEmpty else { return [] }
    var order: [ClinicianID] = []
    for entry in days where !order.contains(entry.by) { order.append(entry.by) }
    let parts = order.map { by in
      "\(names.clinician(by)) (\(runs(days.filter { $0.by == by }.map(\.day))))"
    }
    return wrapped("\(what): \(parts.joined(separator: ", "))", indent: "    ")
  }

  /// Days as runs: `Mon 21 Dec to Wed 23 Dec, Mon 28 Dec`.
  private func runs(_ days: [Day]) -> String {
    var runs: [ClosedRange<Day>] = []
    for day in days.sorted() {
      if let last = runs.last, day == last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...day
      } else {
        runs.append(day...day)
      }
    }
    return runs.map {
      $0.count == 1
        ? times.shortDay($0.lowerBound) : "\(times.shortDay($0.lowerBound)) to \(times.shortDay($0.upperBound))"
    }.joined(separator: ", ")
  }

  /// `10 covered, 1 moved, 2 waiting`.
  private func outcomes(_ assignments: [Assignment]) -> String {
    Self.outcomeNames.compactMap { name, words in
      let count = assignments.count { $0.outcomeName == name }
      return count == 0 ? nil : "\(count) \(words)"
    }.joined(separator: ", ")
  }

  private static let outcomeNames: KeyValuePairs<String, String> = [
    "covered": "covered", "moved": "moved to another time", "uncovered": "not covered", "waiting": "waiting",
    "none": "need no cover", "closed": "closed",
  ]

  // MARK: Sessions and load

  private var sessions: [String] {
    guard !plan.assignments.isEmpty else { return [] }
    let needs: [Need] = [.required, .preferred, .wait, .none]
    var rows = [["", "must", "should", "can wait", "none", "all"]]
    for (name, words) in Self.outcomeNames {
      let all = plan.assignments.filter { $0.outcomeName == name }
      guard !all.isEmpty else { continue }
      rows.append([words] + needs.map { need in String(all.count { $0.demand.need == need }) } + [String(all.count)])
    }
    rows.append(
      ["all"] + needs.map { need in String(plan.assignments.count { $0.demand.need == need }) }
        + [String(plan.assignments.count)])
    return Columns.aligned(rows)
  }

  private var load: [String] {
    var rows = [["", "sessions", "contact days", "meetings"]]
    for clinician in practice.clinicians {
      let covers = plan.assignments.count { $0.outcome.cover?.by == clinician.id }
      let days = plan.absences.reduce(0) { sum, absence in
        sum + absence.contacts.count { $0.by == clinician.id } + absence.supervisors.count { $0.by == clinician.id }
      }
      let meetings = plan.absences.reduce(0) { sum, absence in
        sum + absence.handovers.count { $0.colleague == clinician.id && $0.interval != nil }
      }
      guard covers + days + meetings > 0 else { continue }
      rows.append([names.clinician(clinician.id), String(covers), String(days), String(meetings)])
    }
    return rows.count > 1 ? Columns.aligned(rows) : []
  }

  // MARK: Letters

  private var letters: [String] {
    let late = notices.written.filter(\.isLate)
    var lines: [String] = []
    if !late.isEmpty {
      lines.append(
        "  Late: should have gone out before \(times.shortDayOfYear(late.map(\.due).min() ?? plan.window.from))")
      lines += letterRows(late)
    }
    let rest = notices.written.filter { !$0.isLate }
    for week in Set(rest.map(\.due.week)).sorted() {
      if !lines.isEmpty { lines.append("") }
      lines.append("  In the week of \(times.shortDayOfYear(week.monday))")
      lines += letterRows(rest.filter { $0.due.week == week })
    }
    return lines
  }

  private func letterRows(_ letters: [Notice]) -> [String] {
    let days = Dictionary(grouping: letters) { LetterGroup(due: $0.due, kind: $0.kind) }
    return days.keys.sorted().flatMap { group -> [String] in
      let clients = (days[group] ?? []).map { PlainText.oneLine($0.client.text) }
      return wrapped(
        "\(times.shortDay(group.due))  \(group.kind.rawValue): \(clients.joined(separator: " "))", indent: "    ")
    }
  }

  // MARK: What changed

  private var changesTitle: String {
    LastChange(history).at.map { "Last changed on \(times.short($0))" } ?? "Changes"
  }

  private var changes: [String] { ChangeWords(practice: practice).lines(LastChange(history)) }

  // MARK: Proof

  private var proof: [String] {
    var lines = Columns.aligned(
      plan.tiers.map { tier in
        [tier.tier.sentence, String(tier.value), tier.isProven ? "proven best" : "not below \(tier.bound)"]
      })
    lines.append("")
    lines += wrapped(
      plan.status == .optimal
        ? "Each line is the least that is possible after the lines above it. Every rule holds."
        : "Every rule holds. Where a line is not proven best, more time (--time-limit) may find a better plan.",
      indent: "  ")
    return lines
  }

  private func wrapped(_ text: String, indent: String) -> [String] {
    PlainText.wrapped(text, width: Self.width, indent: indent)
  }
}

private struct LetterGroup: Hashable, Comparable {
  let due: Day
  let kind: Notice.Kind
  static func < (left: LetterGroup, right: LetterGroup) -> Bool {
    left.due != right.due ? left.due < right.due : left.kind.rawValue < right.kind.rawValue
  }
}

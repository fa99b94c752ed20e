import CivilTime
import CoverDomain

extension AccountMaker {
  /// Who is away when, what becomes of their sessions, and who is there instead.
  var absences: [Block] {
    let away = plan.absences.map { entry -> Block in
      let absence = entry.absence
      let own = plan.assignments.filter { $0.demand.absence == absence }
      var facts: [Block] = [
        own.isEmpty ? .words("no session affected") : .fact(PlainText.count(own.count, "session"), outcomes(own))
      ]
      facts.append(.words(beyond(absence) ?? ""))
      facts += shared(own)
      facts += people("contact", entry.contacts.compactMap { contact in contact.by.map { ($0, contact.day) } })
      for supervisee in Set(entry.supervisors.map(\.supervisee)).sorted() {
        facts += people(
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
        facts.append(.fact(words, parts.joined(separator: ", ")))
      }
      return .group(
        "\(names.clinicianWithID(absence.clinician)): \(times.shortSpan(absence.interval)),"
          + " \(PlainText.count(absence.dayCount, "day"))",
        facts + [every(own, of: "\(names.clinician(absence.clinician))'s sessions")])
    }
    let closed = situation.closures.filter { $0.interval.overlaps(plan.window.interval) }
    let others = plan.assignments.filter { $0.demand.absence == nil }
    guard !closed.isEmpty || !others.isEmpty else { return away }
    return away + [
      .group(
        "Closed days",
        closed.map { .words("The practice is closed: \(times.shortSpan($0.interval))") }
          + [every(others, of: "the sessions of whoever is not away")])
    ]
  }

  /// Each session with what becomes of it.
  private func every(_ assignments: [Assignment], of whose: String) -> Block {
    let rows = assignments.map { assignment -> [AccountTable.Cell] in
      [
        .words(times.short(assignment.session.interval)), .words(names.clients(assignment.session.clients)),
        .words(Self.needNames[assignment.demand.need] ?? ""), .words(outcome(assignment)),
      ]
    }
    return .more(
      "Each session",
      [
        .table(
          AccountTable(
            "What becomes of \(whose)", columns: ["when", "client", "need", "what becomes of it"], rows: rows))
      ])
  }

  private func outcome(_ assignment: Assignment) -> String {
    if let holder = assignment.demand.sharedWith { return sharing(holder) }
    return switch assignment.outcome {
    case .covered(let cover):
      assignment.isMoved
        ? "\(names.clinician(cover.by)) offers \(times.short(cover.interval))" : names.clinician(cover.by)
    case .uncovered: "not covered"
    case .waiting: "waits"
    case .none: "needs no cover"
    case .closed: "closed"
    }
  }

  /// Appointments of several clinicians: with whom they go on, or whose cover is theirs.
  private func shared(_ assignments: [Assignment]) -> [Block] {
    assignments.compactMap { assignment in
      guard let holder = assignment.demand.sharedWith else { return nil }
      let what = "\(times.short(assignment.session.interval.start)) \(names.clients(assignment.session.clients))"
      return .fact(sharing(holder), what)
    }
  }

  private func sharing(_ holder: SessionID) -> String {
    let with = names.clinician(holder.clinician)
    return plan.assignment(of: holder) == nil
      ? "goes on with \(with)" : "one appointment with \(with), who is away too"
  }

  /// `contact: Ben Lee (Mon 21 Dec, Tue 22 Dec), Cara Diaz (Wed 23 Dec)`.
  private func people(_ what: String, _ days: [(by: ClinicianID, day: Day)]) -> [Block] {
    guard !days.isEmpty else { return [] }
    var order: [ClinicianID] = []
    for entry in days where !order.contains(entry.by) { order.append(entry.by) }
    let parts = order.map { by in
      "\(names.clinician(by)) (\(runs(days.filter { $0.by == by }.map(\.day))))"
    }
    return [.fact(what, parts.joined(separator: ", "))]
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

  static let outcomeNames: KeyValuePairs<String, String> = [
    "covered": "covered", "moved": "moved to another time", "uncovered": "not covered", "waiting": "waiting",
    "none": "need no cover", "closed": "closed",
  ]

  static let needNames: [Need: String] = [
    .required: "must", .preferred: "should", .wait: "can wait", .none: "none",
  ]
}

import CivilTime
import CoverDomain

extension SummaryMaker {
  /// Who is away when, what becomes of their sessions, and who is there instead.
  var away: [String] {
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
      lines += shared(own)
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

  /// Appointments of several clinicians: with whom they go on, or whose cover is theirs.
  private func shared(_ assignments: [Assignment]) -> [String] {
    assignments.flatMap { assignment -> [String] in
      guard let holder = assignment.demand.sharedWith else { return [] }
      let what = "\(times.short(assignment.session.interval.start)) \(names.clients(assignment.session.clients))"
      let with = names.clinician(holder.clinician)
      return wrapped(
        plan.assignment(of: holder) == nil
          ? "goes on with \(with): \(what)" : "one appointment with \(with), who is away too: \(what)", indent: "    ")
    }
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

  static let outcomeNames: KeyValuePairs<String, String> = [
    "covered": "covered", "moved": "moved to another time", "uncovered": "not covered", "waiting": "waiting",
    "none": "need no cover", "closed": "closed",
  ]
}

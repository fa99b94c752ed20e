import CivilTime
import CoverDomain

extension SummaryMaker {
  /// Whom to ring before anything else: colleagues, then the clients of the next hours and days. Telephone numbers stay
  /// in clients.csv: a summary is printed and passed on.
  var ringFirst: [String] {
    let calls = FirstCalls(situation: situation, plan: plan, history: history)
    guard !calls.isEmpty, let at = calls.at else { return [] }
    var lines = wrapped(
      "As of \(times.short(at)): letters and mails are too slow. The numbers are in clients.csv.",
      indent: "  ")
    if !calls.colleagues.isEmpty {
      lines += ["", "  Colleagues, to ask"]
      lines += Columns.aligned(
        calls.colleagues.map { call in
          [names.clinician(call.colleague), call.covers.map { times.short($0) }.joined(separator: ", ")]
        }, indent: "    ")
    }
    lines += ["", "  Clients, to tell"]
    lines += Columns.aligned(
      calls.clients.map { call in
        [
          times.short(call.assignment.session.interval), names.clients([call.client]),
          news(call.assignment) + (call.wishesNone ? " (wishes no contact)" : ""),
        ]
      }, indent: "    ")
    return lines
  }

  private func news(_ assignment: Assignment) -> String {
    let absent = names.clinician(assignment.session.clinician)
    if let holder = assignment.demand.sharedWith {
      return plan.assignment(of: holder).map(news) ?? "\(names.clinician(holder.clinician)) without \(absent)"
    }
    return switch assignment.outcome {
    case .covered(let cover):
      assignment.isMoved
        ? "\(names.clinician(cover.by)) offers \(times.short(cover.interval.start)) for \(absent)"
        : "\(names.clinician(cover.by)) for \(absent)"
    case .uncovered: "nobody for \(absent)" + (assignment.demand.need == .required ? ", and must be seen" : "")
    case .waiting, .none, .closed: "rests while \(absent) is away"
    }
  }
}

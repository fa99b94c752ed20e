import CivilTime
import CoverDomain

extension AccountMaker {
  /// Whom to ring before anything else: colleagues, then the clients of the next hours and days. Telephone numbers stay
  /// in clients.csv: a summary is printed and passed on.
  var ringFirst: [Block] {
    let calls = FirstCalls(situation: situation, plan: plan, history: history)
    guard !calls.isEmpty, let at = calls.at else { return [] }
    let colleagues = AccountTable(
      "Colleagues to ask, the nearest session first", columns: ["colleague", "sessions"], needsTitles: false,
      rows: calls.colleagues.map { call in
        [
          .words(names.clinician(call.colleague)),
          .words(call.covers.map { times.short($0) }.joined(separator: ", ")),
        ]
      })
    let clients = AccountTable(
      "Clients to tell, the nearest session first", columns: ["session", "client", "what to say"], needsTitles: false,
      rows: calls.clients.map { call in
        [
          .words(times.short(call.assignment.session.interval)), .words(names.clients([call.client])),
          .words(news(call.assignment) + (call.wishesNone ? " (wishes no contact)" : "")),
        ]
      })
    return [
      .words("As of \(times.short(at)): letters and mails are too slow. The numbers are in clients.csv."),
      .group("Colleagues, to ask", [.table(colleagues)], .pressing),
      .group("Clients, to tell", [.table(clients)], .pressing),
    ]
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

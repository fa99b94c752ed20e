import CivilTime

extension Situation {
  /// The affected and the closed sessions of the window, by time, each with its need.
  static func demands(
    of diaries: [ClinicianID: Diary], absences: [Absence], closed: IntervalSet, window: PlanningWindow,
    clients: [ClientID: Client], decisions: DecisionBook, rules: PracticeRules
  ) -> [Demand] {
    let absencesOf = Dictionary(grouping: absences, by: \.clinician)
    let away = diaries.mapValues { IntervalSet($0.leave.map(\.interval)) }
    let shared = SharedAppointments(diaries, away: away)
    var demands: [Demand] = []
    for (clinician, diary) in diaries {
      let leave = away[clinician] ?? .empty
      for session in diary.sessions where window.interval.contains(session.interval.start) {
        let isAway = leave.overlaps(session.interval)
        let isClosed = closed.overlaps(session.interval)
        guard isAway || isClosed else { continue }
        let absence =
          isAway ? absencesOf[clinician]?.filter { $0.interval.overlaps(session.interval) }.min() : nil
        let sharedWith = isClosed ? nil : shared.standingFor(session)
        let need =
          isClosed || sharedWith != nil
          ? Need.none
          : Situation.need(of: session, in: absence, clients: clients, decisions: decisions, rules: rules)
        demands.append(
          Demand(session: session, absence: absence, isClosed: isClosed, need: need, sharedWith: sharedWith))
      }
    }
    return demands.sorted { $0.session < $1.session }
  }

  /// The strongest need of the session's clients.
  private static func need(
    of session: Session, in absence: Absence?, clients: [ClientID: Client], decisions: DecisionBook,
    rules: PracticeRules
  ) -> Need {
    let waits = decisions.concerning(session, in: absence).filter { $0.kind == .wait }
    return session.clients.map { id -> Need in
      // Whom the register does not hold is as a row that says nothing.
      let client = clients[id] ?? Client(id: id, name: "")
      let need = client.need(absenceDays: absence?.dayCount ?? 0, rules: rules)
      return waits.contains { $0.client == nil || $0.client == id } ? min(need, .wait) : need
    }.max() ?? .none
  }
}

extension Client {
  /// What the client's session calls for in an absence of that many days.
  public func need(absenceDays: Int, rules: PracticeRules) -> Need {
    switch cover {
    case .required: .required
    case .preferred: .preferred
    case .wait: .wait
    case .none: .none
    case .auto:
      if risk == .high { .required } else if absenceDays < rules.waitIfShorterThanDays { .wait } else { .preferred }
    }
  }
}

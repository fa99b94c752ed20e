import CoverDomain

extension Plan {
  /// The plan with some of its parts replaced.
  func with(
    window: PlanningWindow? = nil, tiers: [TierResult]? = nil, assignments: [Assignment]? = nil,
    absences: [AbsencePlan]? = nil
  ) -> Plan {
    Plan(
      window: window ?? self.window, tiers: tiers ?? self.tiers, assignments: assignments ?? self.assignments,
      absences: absences ?? self.absences, brokenPromises: brokenPromises, referrals: referrals)
  }
}

extension Assignment {
  func with(demand: Demand) -> Assignment { Assignment(demand: demand, outcome: outcome) }
  func with(outcome: Outcome) -> Assignment { Assignment(demand: demand, outcome: outcome) }
}

extension Demand {
  func with(session: Session) -> Demand {
    Demand(session: session, absence: absence, isClosed: isClosed, need: need)
  }
  func with(absence: Absence?) -> Demand {
    Demand(session: session, absence: absence, isClosed: isClosed, need: need)
  }
  func with(need: Need) -> Demand { Demand(session: session, absence: absence, isClosed: isClosed, need: need) }
}

extension AbsencePlan {
  func with(
    contacts: [Contact]? = nil, supervisors: [CoveringSupervisor]? = nil, handovers: [Handover]? = nil,
    withoutSupervisor: [ClientID]? = nil
  ) -> AbsencePlan {
    AbsencePlan(
      absence: absence, contacts: contacts ?? self.contacts, supervisors: supervisors ?? self.supervisors,
      handovers: handovers ?? self.handovers, withoutSupervisor: withoutSupervisor ?? self.withoutSupervisor)
  }
}

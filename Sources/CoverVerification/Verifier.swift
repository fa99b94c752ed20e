public import CoverDomain

/// Holds a plan against every rule, reading the rules and the diaries anew and sharing nothing with planning.
public struct Verifier: Sendable {
  private let situation: Situation
  private let facts: Facts

  public init(situation: Situation) {
    self.situation = situation
    facts = Facts(situation)
  }

  /// Everything in the plan that the rules forbid, in a fixed order; none for a plan that may be published.
  public func breaches(of plan: Plan) -> [Breach] {
    var breaches: [Breach] = []
    if plan.window != facts.window { breaches.append(Breach(.wrongWindow, "the plan is for another window")) }
    breaches += Completeness(facts: facts).breaches(plan.assignments)
    let outcomes = outcomes(of: plan)
    for (affected, outcome) in outcomes { breaches += Outcomes(facts: facts).breaches(affected, outcome) }
    let covers = outcomes.compactMap { affected, outcome in
      outcome.cover.map { GivenCover(affected, by: $0.by, interval: $0.interval) }
    }
    let (appointments, requestBreaches) = appointments(of: plan)
    breaches += requestBreaches
    let carried = facts.carried
    // Each cover is held against those before it, so that a conflict is told once.
    var book = CoverBook(carried)
    for cover in covers + appointments where facts.people[cover.by] != nil {
      let objections = Checks.objections(to: cover, facts) + Checks.objections(to: cover, beside: book, facts)
      breaches += objections.map { $0.breach(of: cover, facts) }
      book.add(cover)
    }
    breaches += Decided(facts, covers: covers + appointments).breaches(plan.brokenPromises)
    for (affected, outcome) in outcomes {
      guard case .uncovered(let gap) = outcome, affected.wantsCover else { continue }
      breaches += Reasons(facts: facts, book: book, tiers: plan.tiers).breaches(affected, gap)
    }
    breaches += Remedies(situation: situation, plan: plan).breaches()
    breaches += openRequests(of: plan, beside: book)
    let values = TierValues(facts: facts, covers: covers, appointments: appointments)
    breaches += TierReport(values: values, rules: facts.rules).breaches(plan.tiers)
    return breaches + absenceBreaches(plan, covers, book)
  }

  /// The appointments that meet requests, and what is wrong with what the plan says of requests.
  private func appointments(of plan: Plan) -> ([GivenCover], [Breach]) {
    let open = Dictionary(facts.requests.map { ($0.referral.id, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<SessionID> = []
    let appointments = plan.referrals.compactMap { assignment -> GivenCover? in
      guard let cover = assignment.cover, let request = open[assignment.referral.id],
        seen.insert(assignment.referral.id).inserted
      else { return nil }
      return GivenCover(request, by: cover.by, interval: cover.interval)
    }
    return (appointments, Requests(facts: facts).breaches(plan.referrals))
  }

  private func openRequests(of plan: Plan, beside book: CoverBook) -> [Breach] {
    // A practice for which short waits come first may leave a request open that somebody could take.
    let decisive = plan.tiers.prefix { $0.tier != .referralWait }
    let isCalledBest = decisive.first { $0.tier == .referralUnmet }?.isProven ?? false
    return plan.referrals.flatMap { assignment -> [Breach] in
      guard case .unmet(let gap) = assignment.outcome,
        let request = facts.requests.first(where: { $0.referral.id == assignment.referral.id })
      else { return [] }
      // Whoever was assigned is waited for: that somebody else could is no fault.
      let isAssigned = request.affected.decisions.assigned != nil
      return Requests(facts: facts).breaches(request, gap, beside: book, isCalledBest: isCalledBest && !isAssigned)
    }
  }

  private func absenceBreaches(_ plan: Plan, _ covers: [GivenCover], _ book: CoverBook) -> [Breach] {
    var (pairs, breaches) = Absences(facts: facts).matched(plan.absences)
    var handovers = Handovers(facts, book, covers: covers)
    for (absence, plan) in pairs {
      breaches += Contacts(facts: facts).breaches(absence, plan.contacts)
      breaches += Supervisors(facts: facts).breaches(absence, plan)
      breaches += handovers.breaches(absence, plan.handovers)
    }
    return breaches
  }

  /// The outcome of each affected session that the plan speaks of, by time; of several the first.
  private func outcomes(of plan: Plan) -> [(AffectedSession, Outcome)] {
    let given = Dictionary(
      plan.assignments.map { ($0.session.id, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    return facts.affected.compactMap { affected in given[affected.session.id].map { (affected, $0) } }
  }
}

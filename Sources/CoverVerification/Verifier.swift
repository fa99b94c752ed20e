public import CoverDomain

/// Holds a plan against every rule, reading the rules and the diaries anew and sharing nothing with planning.
public struct Verifier: Sendable {
  private let facts: Facts

  public init(situation: Situation) { facts = Facts(situation) }

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
    let carried = facts.carried
    // Each cover is held against those before it, so that a conflict is told once.
    var book = CoverBook(carried)
    for cover in covers where facts.people[cover.by] != nil {
      let objections = Checks.objections(to: cover, facts) + Checks.objections(to: cover, beside: book, facts)
      breaches += objections.map { $0.breach(of: cover, facts) }
      book.add(cover)
    }
    breaches += Decided(facts, covers: covers).breaches(plan.brokenPromises)
    for (affected, outcome) in outcomes {
      guard case .uncovered(let gap) = outcome, affected.wantsCover else { continue }
      breaches += Reasons(facts: facts, book: book, tiers: plan.tiers).breaches(affected, gap)
    }
    breaches += TierReport(values: TierValues(facts: facts, covers: covers), rules: facts.rules).breaches(plan.tiers)
    return breaches + absenceBreaches(plan, covers, book)
  }

  private func absenceBreaches(_ plan: Plan, _ covers: [GivenCover], _ book: CoverBook) -> [Breach] {
    var (pairs, breaches) = Absences(facts: facts).matched(plan.absences)
    var handovers = Handovers(facts, book)
    for (absence, plan) in pairs {
      breaches += Contacts(facts: facts).breaches(absence, plan.contacts)
      breaches += Supervisors(facts: facts).breaches(absence, plan)
      breaches += handovers.breaches(absence, plan.handovers, covers: covers)
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

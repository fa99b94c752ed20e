import CoverDomain

/// P2: standing own sessions plus cover of a colleague never exceed the colleague's limit for an ISO week.
struct WeekLimit: PlanRule {
  let rule = Rule.weekLimit

  func forbids(_ choice: Choice, beside covers: Covers, _ facts: Facts) -> Bool {
    let person = choice.person(facts)
    guard let limit = person.clinician.mostSessions(in: choice.day.week) else { return false }
    return person.ownSessions.within(choice.day.week)
      + covers.sessions(of: choice.colleague).within(choice.day.week) >= limit
  }

  func declare(_ limits: inout SharedLimits) {
    limits.limit(
      by: { $0.mostSessions(in: $1) }, per: \.day.week, name: rule.rawValue,
      already: { person, week in person.ownSessions.within(week) + person.carriedCover.within(week) })
  }
}

import CoverDomain

/// P3: cover of a colleague never exceeds the colleague's limit for an ISO week.
struct CoverWeekLimit: PlanRule {
  let rule = Rule.coverWeekLimit

  func forbids(_ choice: Choice, beside covers: Covers, _ facts: Facts) -> Bool {
    guard !choice.isOwn, let limit = choice.person(facts).clinician.mostCover(in: choice.day.week) else { return false }
    return covers.given(by: choice.colleague).within(choice.day.week) >= limit
  }

  func declare(_ limits: inout SharedLimits) {
    limits.limit(
      by: { $0.mostCover(in: $1) }, per: \.day.week, name: rule.rawValue, of: { !$0.isOwn },
      already: { person, week in person.carriedCover.within(week) })
  }
}

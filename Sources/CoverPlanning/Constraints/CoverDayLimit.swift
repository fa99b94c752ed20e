import CoverDomain

/// P3: cover of a colleague never exceeds the colleague's limit for a day.
struct CoverDayLimit: PlanRule {
  let rule = Rule.coverDayLimit

  func forbids(_ choice: Choice, beside covers: Covers, _ facts: Facts) -> Bool {
    guard !choice.isOwn, !choice.isFloating, let limit = choice.person(facts).clinician.mostCover(on: choice.day) else {
      return false
    }
    return covers.given(by: choice.colleague).on(choice.day) >= limit
  }

  func declare(_ limits: inout SharedLimits) {
    limits.limit(
      by: { $0.mostCover(on: $1) }, per: \.day, name: rule.rawValue, of: { !$0.isOwn && !$0.isFloating },
      already: { person, day in person.carriedCover.on(day) })
  }
}

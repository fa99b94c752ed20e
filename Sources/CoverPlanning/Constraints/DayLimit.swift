import CoverDomain

/// P2: standing own sessions plus cover of a colleague never exceed the colleague's limit for a day.
struct DayLimit: PlanRule {
  let rule = Rule.dayLimit

  func forbids(_ choice: Choice, beside covers: Covers, _ facts: Facts) -> Bool {
    let person = choice.person(facts)
    guard !choice.isFloating, let limit = person.clinician.mostSessions(on: choice.day) else { return false }
    return person.ownSessions.on(choice.day) + covers.sessions(of: choice.colleague).on(choice.day) >= limit
  }

  func declare(_ limits: inout SharedLimits) {
    limits.limit(
      by: { $0.mostSessions(on: $1) }, per: \.day, name: rule.rawValue, of: { !$0.isFloating },
      already: { person, day in person.ownSessions.on(day) + person.carriedCover.on(day) })
  }
}

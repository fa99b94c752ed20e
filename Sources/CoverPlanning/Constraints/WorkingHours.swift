import CoverDomain

/// E3: the interval lies inside the colleague's working hours, which are less closures.
///
/// Hours that are over are nobody's any more: of what has begun stands only what was promised before.
struct WorkingHours: ChoiceRule {
  let rule = Rule.hours

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    if !choice.person(facts).working.contains(choice.interval) { return true }
    guard choice.interval.start < facts.situation.now else { return false }
    return !choice.wanted(facts).wasPromised(to: choice.person(facts).clinician.id, at: choice.interval.start)
  }
}

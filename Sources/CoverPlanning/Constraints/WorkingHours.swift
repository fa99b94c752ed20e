import CoverDomain

/// E3: the interval lies inside the colleague's working hours, which are less closures.
struct WorkingHours: ChoiceRule {
  let rule = Rule.hours

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    !choice.person(facts).working.contains(choice.interval)
  }
}

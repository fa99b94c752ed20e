import CoverDomain

/// E2: the colleague has no leave in the interval.
struct OnLeave: ChoiceRule {
  let rule = Rule.onLeave

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    choice.person(facts).leave.overlaps(choice.interval)
  }
}

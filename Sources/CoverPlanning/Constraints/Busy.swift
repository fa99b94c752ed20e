import CoverDomain

/// E4: the interval overlaps no opaque event of the colleague's calendar that still stands.
struct Busy: ChoiceRule {
  let rule = Rule.busy

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    choice.person(facts).occupied.overlaps(choice.interval)
  }
}

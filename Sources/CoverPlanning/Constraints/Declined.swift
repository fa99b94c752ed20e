import CoverDomain

/// E14: the colleague has not declined this session.
struct Declined: ChoiceRule {
  let rule = Rule.declined

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    choice.wanted(facts).declined.contains(choice.person(facts).clinician.id)
  }
}

import CoverDomain

/// R3: the colleague has every background that a request for another perspective names.
struct Background: ChoiceRule {
  let rule = Rule.background

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    guard let referral = choice.wanted(facts).referral, referral.reason == .perspective else { return false }
    return !referral.needs.isSubset(of: choice.person(facts).clinician.background)
  }
}

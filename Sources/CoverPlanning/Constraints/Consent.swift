import CoverDomain

/// E12: every client has consented to cover; one who is still to be asked does not stand in the way.
struct Consent: ChoiceRule {
  let rule = Rule.consent

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool { choice.wanted(facts).isRefused }
}

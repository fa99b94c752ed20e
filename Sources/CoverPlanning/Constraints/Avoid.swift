import CoverDomain

/// E11: no client of the session avoids the colleague, and nobody has decided against the pair.
struct Avoid: ChoiceRule {
  let rule = Rule.avoid

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    let colleague = choice.person(facts).clinician.id
    let wanted = choice.wanted(facts)
    return wanted.forbidden.contains(colleague) || wanted.clients.contains { $0.avoid.contains(colleague) }
  }
}

import CoverDomain

/// E13: a trainee takes no client whose risk is high.
struct Level: ChoiceRule {
  let rule = Rule.level

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    choice.person(facts).clinician.level == .trainee && choice.wanted(facts).clients.contains { $0.risk == .high }
  }
}

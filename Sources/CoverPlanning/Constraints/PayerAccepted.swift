import CoverDomain

/// E10: for each client with a payer, the colleague accepts it; a colleague who lists no payers accepts all.
struct PayerAccepted: ChoiceRule {
  let rule = Rule.payer

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    guard let accepted = choice.person(facts).clinician.payers else { return false }
    return choice.wanted(facts).clients.contains { client in client.payer.map { !accepted.contains($0) } ?? false }
  }
}

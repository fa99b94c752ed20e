import CoverDomain

/// E7: the colleague speaks the language of every client who names one.
struct LanguageSpoken: ChoiceRule {
  let rule = Rule.language

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    let languages = choice.person(facts).clinician.languages
    return choice.wanted(facts).clients.contains { client in
      guard let wanted = client.language else { return false }
      return !languages.contains { $0.serves(wanted) }
    }
  }
}

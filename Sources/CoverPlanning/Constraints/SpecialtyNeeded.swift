import CoverDomain

/// E6: the colleague has every specialty in the needs of every client of the session.
struct SpecialtyNeeded: ChoiceRule {
  let rule = Rule.specialty

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    let specialties = choice.person(facts).clinician.specialties
    return !choice.wanted(facts).clients.allSatisfy { $0.needs.isSubset(of: specialties) }
  }
}

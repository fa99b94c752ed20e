import CoverDomain

/// E6: the colleague has every specialty in the needs of every client of the session, and every one that a request for a
/// specialist or a second opinion names.
struct SpecialtyNeeded: ChoiceRule {
  let rule = Rule.specialty

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    let specialties = choice.person(facts).clinician.specialties
    if let referral = choice.wanted(facts).referral, referral.reason != .perspective,
      !referral.needs.isSubset(of: specialties)
    {
      return true
    }
    return !choice.wanted(facts).clients.allSatisfy { $0.needs.isSubset(of: specialties) }
  }
}

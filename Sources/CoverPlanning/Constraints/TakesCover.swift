import CoverDomain

/// E1: the colleague takes cover, is employed on the day, and is not the session's own clinician.
struct TakesCover: ChoiceRule {
  let rule = Rule.takesCover

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    let clinician = choice.person(facts).clinician
    return !clinician.takesCover || !clinician.isEmployed(on: choice.day)
      || clinician.id == choice.wanted(facts).session.clinician
  }
}

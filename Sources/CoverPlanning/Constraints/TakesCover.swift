import CoverDomain

/// E1: the colleague takes cover, is employed on the day, and is not the session's own clinician; who may move the
/// session to another time of their own, where the practice allows that.
struct TakesCover: ChoiceRule {
  let rule = Rule.takesCover

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    let clinician = choice.person(facts).clinician
    if !clinician.isEmployed(on: choice.day) { return true }
    if clinician.id == choice.wanted(facts).session.clinician {
      return !(choice.isOwn && choice.isMoved && facts.rules.retime.ownClinician)
    }
    return !clinician.takesCover
  }
}

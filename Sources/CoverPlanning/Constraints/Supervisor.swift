import CoverDomain

/// R2: supervision is given by the clinician's supervisor, or where none is named by a clinician who supervises.
struct Supervisor: ChoiceRule {
  let rule = Rule.supervisor

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    let wanted = choice.wanted(facts)
    guard wanted.referral?.reason == .supervision else { return false }
    let colleague = choice.person(facts).clinician
    guard let named = facts.situation.practice.clinician(wanted.session.clinician)?.supervisor else {
      return !colleague.supervises
    }
    return colleague.id != named
  }
}

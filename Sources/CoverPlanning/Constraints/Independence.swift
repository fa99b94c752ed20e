import CoverDomain

/// R1: who gives a second opinion is neither supervisor nor supervisee of the clinician who asks for it.
struct Independence: ChoiceRule {
  let rule = Rule.independence

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    let wanted = choice.wanted(facts)
    guard wanted.referral?.reason == .secondOpinion else { return false }
    let colleague = choice.person(facts).clinician
    let asking = facts.situation.practice.clinician(wanted.session.clinician)
    return colleague.supervisor == wanted.session.clinician || asking?.supervisor == colleague.id
  }
}

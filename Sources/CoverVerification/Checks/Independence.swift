import CivilTime
import CoverDomain

/// R1: who gives a second opinion is neither supervisor nor supervisee of the clinician who asks for it.
struct Independence: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    guard given.referral?.reason == .secondOpinion else { return nil }
    let asking = cover.session.clinician
    if facts.people[asking]?.supervisor == colleague.id {
      return Objection(.independence, "they supervise \(asking)")
    }
    return colleague.supervisor == asking ? Objection(.independence, "\(asking) supervises them") : nil
  }
}

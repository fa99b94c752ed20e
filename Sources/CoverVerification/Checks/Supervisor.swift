import CivilTime
import CoverDomain

/// R2: supervision is given by the clinician's supervisor, or where none is named by a clinician who supervises.
struct Supervisor: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    guard given.referral?.reason == .supervision else { return nil }
    if let named = facts.people[cover.session.clinician]?.supervisor {
      return named == colleague.id ? nil : Objection(.supervisor, "the supervisor is \(named)")
    }
    return colleague.supervises ? nil : Objection(.supervisor, "they do not supervise")
  }
}

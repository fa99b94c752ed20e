import CivilTime
import CoverDomain

/// E6: the colleague has every specialty in the needs of every client of the session.
struct SpecialtyNeeded: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    var needed = facts.registered(given.clients).flatMap(\.needs)
    switch given.referral?.reason {
    case .secondOpinion, .specialist: needed += given.referral?.needs ?? []
    case .supervision, .perspective, nil: break
    }
    return needed.allSatisfy(colleague.specialties.contains)
      ? nil : Objection(.specialty, "they lack a specialty that is needed")
  }
}

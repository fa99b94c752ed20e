import CivilTime
import CoverDomain

/// E8: in person, the colleague works at the session's site; online, the colleague works online.
struct PlaceOfWork: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    switch cover.session.place {
    case .open: return nil
    case .online: return colleague.online ? nil : Objection(.place, "they do not work online")
    case .site(let site):
      return colleague.sites.contains(site) ? nil : Objection(.place, "they do not work at \(site)")
    }
  }
}

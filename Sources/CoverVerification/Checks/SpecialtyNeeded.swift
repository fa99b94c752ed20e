import CivilTime
import CoverDomain

/// E6: the colleague has every specialty in the needs of every client of the session.
struct SpecialtyNeeded: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    let missing = facts.registered(given.clients).flatMap(\.needs).filter { !colleague.specialties.contains($0) }
    return missing.isEmpty ? nil : Objection(.specialty, "they lack a specialty that a client needs")
  }
}

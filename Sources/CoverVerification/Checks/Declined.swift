import CivilTime
import CoverDomain

/// E14: the colleague has not declined this session.
struct Declined: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    facts.promises.hasDeclined(colleague.id, cover)
      ? Objection(.declined, "they have declined it") : nil
  }
}

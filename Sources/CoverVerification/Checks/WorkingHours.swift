import CivilTime
import CoverDomain

/// E3: the interval lies inside the colleague's working hours, which leave out closures.
struct WorkingHours: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    if facts.hours[colleague.id]?.contains(given.interval) ?? false { return nil }
    return Objection(.hours, "they do not work throughout")
  }
}

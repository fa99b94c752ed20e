import CivilTime
import CoverDomain

/// E3: the interval lies inside the colleague's working hours, which leave out closures and, for whom nothing was promised,
/// what is past.
struct WorkingHours: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    guard facts.hours[colleague.id]?.contains(given.interval) ?? false else {
      return Objection(.hours, "they do not work throughout")
    }
    // That a session may not be moved into the past is told of its time.
    let isMoved = given.referral != nil || given.interval.start != cover.session.interval.start
    if !isMoved, given.interval.start < facts.now, !facts.promises.knew(of: given) {
      return Objection(.hours, "its time had come before anybody was named")
    }
    return nil
  }
}

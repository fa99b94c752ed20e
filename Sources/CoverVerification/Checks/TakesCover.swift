import CivilTime
import CoverDomain

/// E1: the colleague takes cover, is employed on the day, and is not the session's own clinician.
struct TakesCover: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    if colleague.id == cover.session.clinician {
      let mayMove = given.referral == nil && facts.rules.retime.ownClinician
      if !mayMove || given.interval.start == cover.session.interval.start {
        return Objection(.takesCover, "it is their own session")
      }
    } else if !colleague.takesCover {
      return Objection(.takesCover, "they take no cover")
    }
    guard colleague.employedFrom != nil || colleague.employedUntil != nil else { return nil }
    let day = facts.zone.day(of: given.interval.start)
    if let from = colleague.employedFrom, day < from {
      return Objection(.takesCover, "they are employed from \(from.iso8601)")
    }
    if let until = colleague.employedUntil, until < day {
      return Objection(.takesCover, "they are employed until \(until.iso8601)")
    }
    return nil
  }
}

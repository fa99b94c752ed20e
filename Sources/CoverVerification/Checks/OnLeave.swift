import CivilTime
import CoverDomain

/// E2: the colleague has no leave in the interval.
struct OnLeave: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    guard let leave = facts.leave[colleague.id]?.overlapping(given.interval).first else { return nil }
    return Objection(.onLeave, "they are away from \(facts.clock(leave.start)) to \(facts.clock(leave.end))")
  }
}

import CivilTime
import CoverDomain

/// E4: the interval overlaps no opaque event of the colleague's calendar that still stands.
struct Busy: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    if let busy = facts.busy[colleague.id]?.first(where: { $0.overlaps(given.interval) }) {
      return Objection(.busy, "they are busy from \(facts.clock(busy.start)) to \(facts.clock(busy.end))")
    }
    let own = facts.standing[colleague.id]?.overlapping(given.interval)
    return own.map { Objection(.busy, "they have their own session \($0.id)", other: $0.id) }
  }
}

import CivilTime
import CoverDomain

/// E5: at least the break lies between the interval and each standing session of the colleague.
///
/// A session that overlaps the interval is E4's.
struct BreakBetween: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    let least = facts.rules.breakMinutes * 60
    let near = facts.standing[colleague.id]?.near(given.interval, within: least).first { own in
      own.interval.gap(to: given.interval).map { $0 < least } ?? false
    }
    return near.map { Objection(.breakBetween, "less than the break lies between it and \($0.id)", other: $0.id) }
  }
}

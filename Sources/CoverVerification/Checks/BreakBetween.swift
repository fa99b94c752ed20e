import CivilTime
import CoverDomain

/// E5: at least the break lies between the interval and each standing session of the colleague.
///
/// A session that overlaps the interval is E4's.
struct BreakBetween: CoverCheck {
  func objection(to cover: AffectedSession, by colleague: Clinician, _ given: GivenCover, _ facts: Facts) -> Objection?
  {
    let usual = facts.rules.breakMinutes * 60
    let near = facts.standing[colleague.id]?.near(given.interval, within: usual).first { own in
      own.interval.gap(to: given.interval).map {
        $0 < facts.leastBreak(of: colleague.id, between: own.interval, given.interval)
      } ?? false
    }
    return near.map { Objection(.breakBetween, "less than the break lies between it and \($0.id)", other: $0.id) }
  }
}

extension Facts {
  /// Seconds that have to lie between two sessions of the clinician: the rule's, or fewer where those before the later
  /// session's are fewer on its day.
  func leastBreak(of clinician: ClinicianID, between one: Interval, _ other: Interval) -> Int {
    guard let leeway = people[clinician]?.leeway, !leeway.breakMinutes.isEmpty else { return rules.breakMinutes * 60 }
    let day = zone.day(of: max(one.start, other.start))
    return min(rules.breakMinutes, leeway.breakMinutes[day] ?? rules.breakMinutes) * 60
  }
}

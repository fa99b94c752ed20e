import CivilTime
import CoverDomain

/// The times in which an absence's handovers and handbacks may lie.
struct HandoverSpan {
  private let absence: Absence
  private let facts: Facts

  init(_ absence: Absence, _ facts: Facts) {
    self.absence = absence
    self.facts = facts
  }

  /// A handover: on the `within-days` days before the absence, not before the present. A handback: on as
  /// many days after it. Nil where no time is left.
  func spans(_ kind: Handover.Kind) -> Interval? {
    let within = facts.rules.handover.withinDays
    let present = facts.situation.now
    switch kind {
    case .handover:
      let first = facts.zone.start(of: absence.days.lowerBound - within)
      return Interval(max(first, present), absence.interval.start)
    case .handback:
      let last = facts.zone.start(of: absence.days.upperBound + 1 + within)
      return Interval(max(absence.interval.end, present), last)
    }
  }
}

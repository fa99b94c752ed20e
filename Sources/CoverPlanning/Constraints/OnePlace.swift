import CivilTime
import CoverDomain

/// P1: the cover sessions of one colleague never overlap and keep the break apart, carried ones and appointments that
/// meet requests included.
struct OnePlace: PlanRule {
  let rule = Rule.onePlace

  func forbids(_ choice: Choice, beside covers: Covers, _ facts: Facts) -> Bool {
    let near = choice.interval.atLeastAnInstant.padded(by: facts.rules.breakMinutes * 60)
    return choice.occupied.contains { covers.of(colleague: $0).contains { $0.overlaps(near) } }
  }

  func declare(_ limits: inout SharedLimits) {
    let breakSeconds = limits.facts.rules.breakMinutes * 60
    for (colleague, choices) in limits.table.byOccupied.enumerated() {
      // Two covers are too near exactly when they overlap, each with the break at its end.
      limits.conflicts(
        among: choices, name: "\(rule.rawValue) \(limits.facts.people[colleague].clinician.id)"
      ) { Interval(start: $0.interval.start, seconds: $0.interval.atLeastAnInstant.length + breakSeconds) }
    }
  }
}

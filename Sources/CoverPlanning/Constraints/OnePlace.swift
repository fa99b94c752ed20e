import CivilTime
import CoverDomain

/// P1: the cover sessions of one colleague never overlap and keep the break apart, carried ones and appointments that
/// meet requests included.
struct OnePlace: PlanRule {
  let rule = Rule.onePlace

  func forbids(_ choice: Choice, beside covers: Covers, _ facts: Facts) -> Bool {
    if choice.isFloating { return false }
    let interval = choice.interval.atLeastAnInstant
    let near = interval.padded(by: facts.rules.breakMinutes * 60)
    return choice.occupied.contains { colleague in
      covers.of(colleague: colleague).contains {
        $0.overlaps(near) && facts.people[colleague].isTooNear($0, interval, facts)
      }
    }
  }

  func declare(_ limits: inout SharedLimits) {
    let facts = limits.facts
    for (colleague, choices) in limits.table.byOccupied.enumerated() {
      let clinician = facts.people[colleague].clinician
      // Two covers are too near exactly when they overlap, each with the break before it.
      limits.conflicts(among: choices, name: "\(rule.rawValue) \(clinician.id)") { choice in
        let breakSeconds = clinician.breakMinutes(on: choice.day, facts.rules) * 60
        return Interval(
          start: choice.interval.start - breakSeconds, seconds: choice.interval.atLeastAnInstant.length + breakSeconds)
      }
      limits.room(for: choices, of: colleague, name: "\(rule.rawValue) \(clinician.id)")
    }
  }
}

import CivilTime
import CoverDomain

/// E5: the break lies between the interval and each standing session of the colleague.
///
/// A session that overlaps the interval is E4's: it leaves no room at all, rather than too short a break.
struct BreakBetween: ChoiceRule {
  let rule = Rule.breakBetween

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    let breakSeconds = facts.rules.breakMinutes * 60
    guard breakSeconds > 0 else { return false }
    let near = choice.interval.atLeastAnInstant.padded(by: breakSeconds)
    return choice.person(facts).ownTimes.contains { $0.overlaps(near) && !$0.overlaps(choice.interval) }
  }
}

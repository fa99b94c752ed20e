import CivilTime
import CoverDomain

/// E5: the break lies between the interval and each standing session of the colleague.
///
/// A session that overlaps the interval is E4's: it leaves no room at all, rather than too short a break.
struct BreakBetween: ChoiceRule {
  let rule = Rule.breakBetween

  func forbids(_ choice: Choice, _ facts: Facts) -> Bool {
    guard facts.rules.breakMinutes > 0 else { return false }
    let person = choice.person(facts)
    let interval = choice.interval.atLeastAnInstant
    let near = interval.padded(by: facts.rules.breakMinutes * 60)
    return person.ownTimes.contains {
      $0.overlaps(near) && !$0.overlaps(choice.interval) && person.isTooNear($0, interval, facts)
    }
  }
}

import CivilTime
import CoverDomain

/// When those who come to a requested appointment could be there, whatever else is planned.
struct ReferralTimes {
  private let facts: Facts

  init(_ facts: Facts) { self.facts = facts }

  /// The multiples of the grid from local midnight.
  func grid(in gap: Interval) -> [Instant] {
    facts.zone.days(of: gap).flatMap { facts.zone.grid(of: $0, minutes: max(5, facts.rules.retime.gridMinutes)) }
      .filter { gap.contains($0) }
  }

  /// When everybody who attends is there and has nothing else to do.
  func free(_ referral: Referral, _ colleague: Int) -> IntervalSet {
    var free = facts.people[colleague].free(breakSeconds: facts.rules.breakMinutes * 60)
    if referral.reason == .supervision, let companion = facts.position(of: referral.clinician) {
      free = free.intersection(facts.people[companion].free(breakSeconds: facts.rules.breakMinutes * 60))
    }
    for client in referral.attending.compactMap({ facts.situation.clients[$0] }) {
      guard let times = client.times else { continue }
      let days = facts.situation.window.days
      free = free.intersection(times.expanded(over: days.lowerBound...days.upperBound, in: facts.zone))
    }
    return free
  }
}

extension Person {
  /// When the clinician works and has nothing else to do, the break from own sessions kept.
  func free(breakSeconds: Int) -> IntervalSet {
    working.subtracting(leave).subtracting(occupied)
      .subtracting(IntervalSet(ownTimes.map { $0.padded(by: breakSeconds) }))
  }

  /// How many sessions of so many seconds, or longer ones, the free time of the week's days has room for, each with the
  /// shortest break that one of those days asks for.
  func most(of seconds: Int, within week: Week, _ facts: Facts) -> Int {
    let days = week.monday...(week.monday + 6)
    let least = days.map { clinician.breakMinutes(on: $0, facts.rules) * 60 }.min() ?? 0
    let (begin, end) = (facts.zone.start(of: days.lowerBound), facts.zone.start(of: days.upperBound + 1))
    // A session counts for the day on which it begins, and may run on into the next week.
    return free(breakSeconds: 0).intervals.reduce(0) { sum, gap in
      let from = max(gap.start, begin)
      guard from < end, from < gap.end else { return sum }
      let last = min(gap.end - seconds, end - 1)
      return last < from ? sum : sum + (last - from) / (seconds + least) + 1
    }
  }
}

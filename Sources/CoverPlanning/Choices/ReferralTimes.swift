import CivilTime
import CoverDomain

/// When those who come to a requested appointment could be there, whatever else is planned.
struct ReferralTimes {
  private let facts: Facts

  init(_ facts: Facts) { self.facts = facts }

  /// The multiples of the grid from local midnight.
  func grid(in gap: Interval) -> [Instant] {
    let step = max(5, facts.rules.retime.gridMinutes) * 60
    return facts.zone.days(of: gap).flatMap { day in
      stride(from: 0, to: 86_400, by: step).map { facts.zone.instant(secondOfDay: $0, of: day) }
        .filter { gap.contains($0) }
    }
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
}

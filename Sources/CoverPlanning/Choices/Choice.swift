import CivilTime
import CoverDomain

/// One way to cover a demand: who, and when. Not yet held against any rule.
struct Choice: Hashable, Sendable {
  /// Position in `Facts.wanted`.
  let demand: Int
  /// Position in `Facts.people`.
  let colleague: Int
  let interval: Interval
  /// The day of its start.
  let day: Day
  /// Whether the time is another than the session's own.
  let isMoved: Bool

  init(demand: Int, colleague: Int, start: Instant, _ facts: Facts) {
    let session = facts.wanted[demand].session
    self.demand = demand
    self.colleague = colleague
    interval = Interval(start: start, seconds: session.interval.length)
    isMoved = start != session.interval.start
    day = isMoved ? facts.zone.day(of: start) : facts.wanted[demand].day
  }

  func wanted(_ facts: Facts) -> Wanted { facts.wanted[demand] }
  func person(_ facts: Facts) -> Person { facts.people[colleague] }
}

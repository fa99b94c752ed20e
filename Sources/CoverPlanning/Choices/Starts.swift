import CivilTime
import CoverDomain

/// The times to which a session may be moved.
///
/// Any multiple of the grid from local midnight, within so many days of the session's own day, inside the times of each
/// of its clients, inside the window, and not in the past; none where a client's times are unknown, and none but the
/// published one where the session has begun and was not moved to a time to come.
struct Starts: Sendable {
  private let facts: Facts

  init(_ facts: Facts) { self.facts = facts }

  /// The permitted starts other than the session's own, by time.
  func moved(of wanted: Wanted) -> [Instant] {
    let retime = facts.rules.retime
    guard retime.withinDays > 0, retime.gridMinutes > 0, wanted.clients.count == wanted.session.clients.count else {
      return []
    }
    let days = (wanted.day - retime.withinDays)...(wanted.day + retime.withinDays)
    var common: IntervalSet?
    for client in wanted.clients {
      guard let times = client.times else { return [] }
      // A session may run past midnight: the day after the last start counts as well.
      let hours = times.expanded(over: days.lowerBound...(days.upperBound + 1), in: facts.zone)
      common = common?.intersection(hours) ?? hours
    }
    guard let common else { return [] }
    let situation = facts.situation
    let isToCome = wanted.isToCome(at: situation.now)
    var starts: [Instant] = []
    for day in days {
      for start in facts.zone.grid(of: day, minutes: retime.gridMinutes) {
        let interval = Interval(start: start, seconds: wanted.session.interval.length)
        let isPossible = isToCome && start >= situation.now || start == wanted.published?.interval.start
        if start != wanted.session.interval.start, isPossible, situation.window.interval.contains(start),
          common.contains(interval)
        {
          starts.append(start)
        }
      }
    }
    return starts
  }
}

import CivilTime
import CoverDomain

/// Moving a session: only where the rules and every client's times allow it, on the grid, for the same length.
struct MovedTime {
  let facts: Facts

  init(_ facts: Facts) { self.facts = facts }

  /// Why the cover may not be at its time; nil where it may.
  func fault(of cover: GivenCover) -> String? {
    guard cover.referral == nil, let session = cover.affected?.session else { return nil }
    if cover.interval.length != session.interval.length { return "its length is not the session's" }
    if cover.interval.start == session.interval.start { return nil }
    let retime = facts.rules.retime
    if retime.withinDays <= 0 || retime.gridMinutes <= 0 { return "the practice moves no session" }
    let civil = facts.zone.civil(cover.interval.start)
    let distance = civil.day - facts.zone.day(of: session.interval.start)
    if abs(distance) > retime.withinDays { return "it is \(abs(distance)) days from the session's own" }
    if civil.secondOfDay % (retime.gridMinutes * 60) != 0 { return "it is not on the grid" }
    let published = facts.promises.published(session.id)?.interval.start
    if cover.interval.start != published {
      if cover.interval.start < facts.now { return "it is in the past" }
      if session.interval.start < facts.now, published.map({ $0 < facts.now }) ?? true {
        return "the session's own time is over"
      }
    }
    for id in session.clients {
      guard let times = facts.clients[id]?.times else { return "nobody knows when \(id) could come" }
      if !isInside(times, cover.interval, from: civil.day) { return "\(id) cannot come then" }
    }
    return nil
  }

  private func isInside(_ times: WeeklyHours, _ interval: Interval, from day: Day) -> Bool {
    let last = facts.zone.day(of: interval.end)
    let parts = (day...max(day, last)).flatMap { day in
      times.ranges[day.weekday, default: []].compactMap { range in
        Interval(
          facts.zone.instant(secondOfDay: range.start, of: day), facts.zone.instant(secondOfDay: range.end, of: day))
      }
    }
    return IntervalSet(parts).contains(interval)
  }
}

import CivilTime
import CoverDomain

/// Weekly hours as instants, quickly: the starts of days are looked up once for everybody.
struct DayTable: Sendable {
  let days: Range<Day>
  private let zone: Zone
  /// One more than there are days.
  private let starts: [Instant]

  init(_ days: Range<Day>, zone: Zone) {
    self.days = days
    self.zone = zone
    starts = (days.lowerBound...days.upperBound).map { zone.start(of: $0) }
  }

  func interval(of days: Range<Day>) -> Interval {
    let first = min(max(days.lowerBound, self.days.lowerBound), self.days.upperBound)
    let last = min(max(days.upperBound, first), self.days.upperBound)
    let start = starts[first - self.days.lowerBound]
    return Interval(start: start, seconds: starts[last - self.days.lowerBound] - start)
  }

  /// The hours on those of the days that the table has.
  func hours(_ weekly: WeeklyHours, on wanted: Range<Day>) -> [Interval] {
    guard !weekly.isEmpty else { return [] }
    return wanted.clamped(to: days).flatMap { day -> [Interval] in
      guard let ranges = weekly.ranges[day.weekday] else { return [] }
      let position = day - days.lowerBound
      let start = starts[position]
      guard starts[position + 1] - start == 86_400 else {
        // A day on which the clock changes.
        return weekly.expanded(over: [day], in: zone).intervals
      }
      return ranges.map { Interval(start: start + $0.start, seconds: $0.end - $0.start) }
    }
  }
}

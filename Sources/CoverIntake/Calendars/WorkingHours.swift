import CivilTime
import CoverDomain
import ICalendar

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

/// When a clinician works: by practice.yaml, else by the VAVAILABILITY of their calendars, else as the practice does.
struct WorkingHours: Sendable {
  let practice: WeeklyHours
  let own: WeeklyHours?
  let availabilities: [Availability]
  let table: DayTable

  /// Whether hours are stated anywhere.
  var isKnown: Bool { own != nil || !availabilities.isEmpty || !practice.isEmpty }

  func hours(on days: Range<Day>) -> IntervalSet {
    if let own { return IntervalSet(table.hours(own, on: days)) }
    var hours = IntervalSet(table.hours(practice, on: days))
    let whole = table.interval(of: days)
    // RFC 7953 §4: 1 is the highest priority and holds last; 0 is below all.
    let byPriority = Dictionary(grouping: availabilities) { $0.priority == 0 ? 10 : $0.priority }
    for (_, same) in byPriority.sorted(by: { $0.key > $1.key }) {
      hours = hours.subtracting(IntervalSet(same.map(\.period)))
        .union(IntervalSet(same.flatMap { $0.available.clipped(to: whole).intervals }))
    }
    return hours
  }

  /// Hours on the days and, of each gap between two leaves elsewhere, its first four weeks: enough to tell whether
  /// anybody works in it.
  func hours(on days: Range<Day>, around leave: [Interval], zone: Zone) -> IntervalSet {
    var all = hours(on: days)
    let known = table.interval(of: days)
    let runs = IntervalSet(leave).intervals
    for (left, right) in zip(runs, runs.dropFirst()) {
      guard let gap = Interval(left.end, right.start), !known.contains(gap), !all.overlaps(gap) else { continue }
      let first = zone.day(of: gap.start)
      let last = min(first + 28, zone.day(of: gap.end) + 1)
      all = all.union(hours(on: first..<max(first, last)))
    }
    return all
  }
}

import CivilTime
import CoverDomain
import ICalendar

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

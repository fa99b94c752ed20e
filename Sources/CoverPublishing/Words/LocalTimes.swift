public import CivilTime

/// Times as people of the practice say them, on the practice's wall clock.
public struct LocalTimes: Sendable {
  let zone: Zone

  public init(zone: Zone) { self.zone = zone }

  /// `10:00`.
  func clock(_ instant: Instant) -> String {
    let civil = zone.civil(instant)
    return "\(twoDigits(civil.hour)):\(twoDigits(civil.minute))"
  }

  /// `Tue 22 Dec`.
  public func shortDay(_ day: Day) -> String {
    let date = day.date
    return "\(Self.weekdays[day.weekday.rawValue].prefix(3)) \(date.day) \(Self.months[date.month - 1].prefix(3))"
  }

  /// `Tue 22 Dec 2026`.
  public func shortDayOfYear(_ day: Day) -> String { "\(shortDay(day)) \(day.date.year)" }

  /// `Tuesday 22 December 2026`.
  func longDay(_ day: Day) -> String {
    let date = day.date
    return "\(Self.weekdays[day.weekday.rawValue]) \(date.day) \(Self.months[date.month - 1]) \(date.year)"
  }

  /// `Tue 22 Dec 10:00`.
  public func short(_ instant: Instant) -> String { "\(shortDay(zone.day(of: instant))) \(clock(instant))" }

  /// `Tue 22 Dec 10:00-10:50`; the end has its day where that is another.
  func short(_ interval: Interval) -> String {
    let sameDay = zone.day(of: interval.start) == zone.day(of: interval.end)
    return "\(short(interval.start))-\(sameDay ? clock(interval.end) : " " + short(interval.end))"
  }

  /// `Tuesday 22 December 2026, 10:00 to 10:50`.
  func long(_ interval: Interval) -> String {
    let sameDay = zone.day(of: interval.start) == zone.day(of: interval.end)
    let end = sameDay ? clock(interval.end) : "\(longDay(zone.day(of: interval.end))), \(clock(interval.end))"
    return "\(longDay(zone.day(of: interval.start))), \(clock(interval.start)) to \(end)"
  }

  /// Whether the interval begins and ends where days do.
  func isWholeDays(_ interval: Interval) -> Bool {
    zone.start(of: zone.day(of: interval.start)) == interval.start
      && zone.start(of: zone.day(of: interval.end)) == interval.end && !interval.isEmpty
  }

  /// An absence: `Mon 21 Dec to Mon 28 Dec 2026`, a single day, or with clock times where it is not of whole days.
  public func shortSpan(_ interval: Interval) -> String {
    span(interval, day: shortDayOfYear)
  }

  /// As `shortSpan`, without the year.
  public func briefSpan(_ interval: Interval) -> String {
    span(interval, day: shortDay)
  }

  private func span(_ interval: Interval, day name: (Day) -> String) -> String {
    let days = zone.days(of: interval)
    let first = name(days.lowerBound)
    let last = name(days.upperBound)
    if isWholeDays(interval) {
      return days.count == 1 ? first : "\(first) to \(last)"
    }
    return days.count == 1
      ? "\(first), \(clock(interval.start)) to \(endClock(interval))"
      : "\(first), \(clock(interval.start)), to \(last), \(endClock(interval))"
  }

  /// The clock at the end; `24:00` for the end of a day.
  private func endClock(_ interval: Interval) -> String {
    let day = zone.day(of: interval.end)
    return zone.start(of: day) == interval.end && day > zone.day(of: interval.start) ? "24:00" : clock(interval.end)
  }

  /// `2026-12-22`, for tables.
  func date(_ instant: Instant) -> String { zone.day(of: instant).iso8601 }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

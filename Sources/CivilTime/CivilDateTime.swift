/// A wall-clock reading: a day and a second of that day, without a time zone.
public struct CivilDateTime: Hashable, Comparable, Sendable {
  public let day: Day
  /// 0 ..< 86,400.
  public let secondOfDay: Int

  /// Nil when `secondOfDay` is not within one day.
  public init?(day: Day, secondOfDay: Int) {
    guard (0..<86_400).contains(secondOfDay) else { return nil }
    self.day = day
    self.secondOfDay = secondOfDay
  }

  /// The wall clock that shows `seconds` since 1970-01-01T00:00:00 of its own zone.
  public init(localSeconds seconds: Int) {
    day = Day(ordinal: seconds.floorDivided(by: 86_400))
    secondOfDay = seconds.floorRemainder(by: 86_400)
  }

  /// The reading of a clock that shows UTC.
  public init(utc instant: Instant) { self.init(localSeconds: instant.seconds) }

  /// Seconds since 1970-01-01T00:00:00 of its own zone.
  public var localSeconds: Int { day.ordinal * 86_400 + secondOfDay }

  public var hour: Int { secondOfDay / 3_600 }
  public var minute: Int { secondOfDay / 60 % 60 }
  public var second: Int { secondOfDay % 60 }

  public static func < (left: CivilDateTime, right: CivilDateTime) -> Bool { left.localSeconds < right.localSeconds }
}

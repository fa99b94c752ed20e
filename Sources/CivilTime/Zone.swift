public import Foundation

/// A time zone of the tz database, and its reading of wall clocks.
///
/// Local times follow RFC 5545 §3.3.5: a time that occurs twice is the first of the two, and a time that a change of
/// offset skips is read with the offset before the change.
public struct Zone: Hashable, Sendable {
  public let timeZone: TimeZone
  private let offsets: OffsetTable

  public init(_ timeZone: TimeZone) {
    self.timeZone = timeZone
    offsets = OffsetTable.of(timeZone)
  }

  /// Nil when the tz database has no zone of that name (`Europe/London`).
  public init?(identifier: String) {
    // Foundation takes abbreviations such as "EST" and offsets such as "GMT+5" too; the tz database's names are meant.
    guard let timeZone = TimeZone(identifier: identifier),
      identifier == "UTC" || identifier.contains("/") || TimeZone.knownTimeZoneIdentifiers.contains(identifier)
    else { return nil }
    self.init(timeZone)
  }

  public static let utc = Zone(TimeZone(secondsFromGMT: 0)!)

  public var identifier: String { self == .utc ? "UTC" : timeZone.identifier }

  /// Seconds to add to UTC at that instant.
  public func offset(at instant: Instant) -> Int { offsets.offset(at: instant.seconds) }

  /// The changes of offset after the start of the interval and before its end, by time.
  public func changes(within interval: Interval) -> [OffsetChange] {
    offsets.changes(within: interval.start.seconds..<interval.end.seconds)
  }

  public static func == (one: Zone, other: Zone) -> Bool { one.timeZone == other.timeZone }

  public func hash(into hasher: inout Hasher) { hasher.combine(timeZone) }

  /// What the wall clock shows at that instant.
  public func civil(_ instant: Instant) -> CivilDateTime {
    CivilDateTime(localSeconds: instant.seconds + offset(at: instant))
  }

  /// The instant at which the wall clock shows that time.
  public func instant(_ civil: CivilDateTime) -> Instant {
    // The offsets a day before and a day after bracket any change near the time.
    let local = civil.localSeconds
    let before = offset(at: Instant(seconds: local - 86_400))
    let after = offset(at: Instant(seconds: local + 86_400))
    if before == after {
      // Either no change nearby, or two that cancel out within the bracket.
      let middle = Instant(seconds: local - before)
      let here = offset(at: middle)
      if here == before { return middle }
      let shifted = Instant(seconds: local - here)
      return offset(at: shifted) == here ? min(shifted, middle) : middle
    }
    let first = Instant(seconds: local - before)
    if offset(at: first) == before { return first }
    let second = Instant(seconds: local - after)
    if offset(at: second) == after { return second }
    return first
  }

  public func day(of instant: Instant) -> Day { civil(instant).day }

  /// The first instant of the day: midnight, or the end of the gap where midnight is skipped.
  public func start(of day: Day) -> Instant {
    instant(CivilDateTime(localSeconds: day.ordinal * 86_400))
  }

  /// From the first instant of the day to the first of the next: 23 to 25 hours.
  public func interval(of day: Day) -> Interval {
    let start = start(of: day)
    return Interval(start: start, seconds: self.start(of: day + 1) - start)
  }

  /// The days that the interval touches, in order; of a point, its own day.
  public func days(of interval: Interval) -> ClosedRange<Day> {
    let first = day(of: interval.start)
    let last = interval.isEmpty ? first : day(of: interval.end - 1)
    return first...max(first, last)
  }
}

extension Day: Strideable {
  public func distance(to other: Day) -> Int { other.ordinal - ordinal }
  public func advanced(by count: Int) -> Day { self + count }
}

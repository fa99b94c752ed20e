public import CivilTime

/// Times of a test, on the wall clock of the roster's zone: `"2026-12-22 10:00"`, `"2026-12-22 10:00-10:50"`.
public struct Times: Sendable {
  public let zone: Zone

  public init(zone: Zone = Zone(identifier: "Europe/London")!) { self.zone = zone }

  /// Traps on anything else: it stands in a test's own text.
  public func day(_ text: String) -> Day { Day(text)! }

  /// `2026-12-22 10:00`, or a day alone for its start.
  public func instant(_ text: String) -> Instant {
    let parts = text.split(separator: " ")
    guard parts.count == 2 else { return zone.start(of: day(text)) }
    return zone.instant(secondOfDay: seconds(parts[1]), of: day(String(parts[0])))
  }

  /// `2026-12-22 10:00-10:50`, `2026-12-22` (all day), `2026-12-22..2026-12-24` (whole days, both inclusive), or
  /// `2026-12-22 10:00 to 2026-12-23 12:00`.
  public func interval(_ text: String) -> Interval {
    if let range = text.range(of: "..") {
      let first = day(String(text[..<range.lowerBound]))
      let last = day(String(text[range.upperBound...]))
      return Interval(zone.start(of: first), zone.start(of: last + 1))!
    }
    if let range = text.range(of: " to ") {
      return Interval(instant(String(text[..<range.lowerBound])), instant(String(text[range.upperBound...])))!
    }
    let parts = text.split(separator: " ")
    guard parts.count == 2 else { return zone.interval(of: day(text)) }
    let clock = parts[1].split(separator: "-")
    let date = day(String(parts[0]))
    return Interval(
      zone.instant(secondOfDay: seconds(clock[0]), of: date), zone.instant(secondOfDay: seconds(clock[1]), of: date))!
  }

  private func seconds(_ clock: some StringProtocol) -> Int {
    let parts = clock.split(separator: ":")
    return Int(parts[0])! * 3_600 + Int(parts[1])! * 60
  }
}

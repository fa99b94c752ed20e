/// A point on the time line, in whole seconds since 1970-01-01T00:00:00Z (leap seconds are not counted).
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z; negative before it.
  public let seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  /// The instant `seconds` later (earlier when negative).
  public static func + (instant: Instant, seconds: Int) -> Instant { Instant(seconds: instant.seconds + seconds) }
  public static func - (instant: Instant, seconds: Int) -> Instant { Instant(seconds: instant.seconds - seconds) }

  /// The seconds from `right` to `left`.
  public static func - (left: Instant, right: Instant) -> Int { left.seconds - right.seconds }
}

extension Instant {
  /// `2026-12-22T10:00:00Z`: ISO 8601, as plan.json writes every time.
  public var iso8601: String {
    let civil = CivilDateTime(utc: self)
    return "\(civil.day.iso8601)T\(pad(civil.hour)):\(pad(civil.minute)):\(pad(civil.second))Z"
  }

  /// `20261222T100000Z`: the UTC form of RFC 5545 §3.3.5, as session keys hold it.
  public var basic: String {
    let civil = CivilDateTime(utc: self)
    return "\(civil.day.basic)T\(pad(civil.hour))\(pad(civil.minute))\(pad(civil.second))Z"
  }

  /// Reads either of the two UTC forms above; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }
    guard digits.count == 16, digits[8] == UInt8(ascii: "T"), digits[15] == UInt8(ascii: "Z"),
      text.utf8.count == 16 || text.utf8.count == 20
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in digits[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(4..<6), let dayOfMonth = number(6..<8),
      let day = Day(year: year, month: month, day: dayOfMonth),
      let hour = number(9..<11), hour < 24, let minute = number(11..<13), minute < 60,
      let second = number(13..<15), second < 60
    else { return nil }
    self.init(seconds: day.ordinal * 86_400 + hour * 3_600 + minute * 60 + second)
    guard text == basic || text == iso8601 else { return nil }
  }
}

/// Two digits, zero-padded.
func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

import CivilTime

/// A DATE or DATE-TIME as it stands in a file: RFC 5545 §3.3.4, §3.3.5.
enum TimeValue: Hashable, Sendable {
  case date(Day)
  /// Without Z: of the zone that TZID names, else floating.
  case local(CivilDateTime)
  case utc(Instant)

  /// Reads `20261222`, `20261222T100000` or `20261222T100000Z`; nil for anything else. A leap second is second 59.
  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8 || bytes.count == 15 || bytes.count == 16,
      let year = TimeValue.number(bytes[0..<4]), let month = TimeValue.number(bytes[4..<6]),
      let dayOfMonth = TimeValue.number(bytes[6..<8]), let day = Day(year: year, month: month, day: dayOfMonth)
    else { return nil }
    if bytes.count == 8 {
      self = .date(day)
      return
    }
    guard bytes[8] == UInt8(ascii: "T"), let hour = TimeValue.number(bytes[9..<11]), hour < 24,
      let minute = TimeValue.number(bytes[11..<13]), minute < 60,
      let second = TimeValue.number(bytes[13..<15]), second <= 60,
      let civil = CivilDateTime(day: day, secondOfDay: hour * 3_600 + minute * 60 + min(second, 59))
    else { return nil }
    if bytes.count == 15 {
      self = .local(civil)
    } else if bytes[15] == UInt8(ascii: "Z") {
      self = .utc(Instant(seconds: civil.localSeconds))
    } else {
      return nil
    }
  }

  /// The day as it is written.
  var day: Day {
    switch self {
    case .date(let day): day
    case .local(let civil): civil.day
    case .utc(let instant): CivilDateTime(utc: instant).day
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }
}

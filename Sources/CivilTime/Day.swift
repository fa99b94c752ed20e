/// A day of the proleptic Gregorian calendar, without a time zone.
///
/// The conversion between ordinals and dates is exact for every year from 1 to 9999.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let ordinal: Int

  public init(ordinal: Int) { self.ordinal = ordinal }

  /// The day of that date, or nil when there is none (month 1...12, year 1...9999).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.daysInMonth(year: year, month: month)
    else { return nil }
    // Years counted from March: the leap day is the last of its year.
    let shifted = month > 2 ? year : year - 1
    let era = shifted.floorDivided(by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    ordinal = era * 146_097 + dayOfEra - 719_468
  }

  public static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }
  public static func + (day: Day, count: Int) -> Day { Day(ordinal: day.ordinal + count) }
  public static func - (day: Day, count: Int) -> Day { Day(ordinal: day.ordinal - count) }
  /// The days from `right` to `left`.
  public static func - (left: Day, right: Day) -> Int { left.ordinal - right.ordinal }

  /// Year, month 1...12, and day of the month 1...31.
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = ordinal + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  public var weekday: Weekday { Weekday(rawValue: (ordinal + 3).floorRemainder(by: 7))! }

  /// The ISO 8601 week (Monday to Sunday) in which the day lies.
  public var week: Week { Week(monday: Day(ordinal: ordinal - weekday.rawValue)) }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day {
  /// `2026-12-22`.
  public var iso8601: String {
    let (year, month, day) = date
    return "\(padYear(year))-\(pad(month))-\(pad(day))"
  }

  /// `20261222`: RFC 5545 §3.3.4.
  public var basic: String {
    let (year, month, day) = date
    return "\(padYear(year))\(pad(month))\(pad(day))"
  }

  /// Reads `2026-12-22` alone.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private func padYear(_ year: Int) -> String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// A day of the week; `rawValue` counts from Monday = 0, as ISO 8601 does.
public enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }

  /// `mon` to `sun`.
  public var abbreviation: String { ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][rawValue] }
}

/// An ISO 8601 week, known by its Monday.
public struct Week: Hashable, Comparable, Sendable {
  public let monday: Day

  init(monday: Day) { self.monday = monday }

  public static func < (left: Week, right: Week) -> Bool { left.monday < right.monday }

  /// The seven days, Monday first.
  public var days: [Day] { (0..<7).map { monday + $0 } }
}

extension Int {
  /// Division rounded towards negative infinity.
  func floorDivided(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
  }

  /// The remainder that goes with `floorDivided`: never negative for a positive divisor.
  func floorRemainder(by divisor: Int) -> Int { self - floorDivided(by: divisor) * divisor }
}

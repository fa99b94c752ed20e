import CivilTime
import ICalendar

/// Whether a component that could not be understood may lie in a time; where it is not certain that it does not, it may.
enum Relevance {
  /// Longer events than this are not counted with.
  private static let longestDays = 400
  /// For zones that are not known.
  private static let slackDays = 2

  static func mayOverlap(_ component: Component, _ time: Interval, _ zone: Zone) -> Bool {
    guard component.first("RDATE") == nil, let start = component.first("DTSTART").flatMap({ day($0.value) }) else {
      return true
    }
    let days = zone.days(of: time)
    if start > days.upperBound + slackDays { return false }
    let rules = component.all("RRULE")
    guard !rules.isEmpty else { return start + longestDays > days.lowerBound }
    // A series: over if every one of its rules says until when.
    let ends = rules.map { rule in
      rule.value.uppercased().split(separator: ";").first { $0.hasPrefix("UNTIL=") }.flatMap { day($0.dropFirst(6)) }
    }
    return ends.contains { end in end.map { $0 + longestDays > days.lowerBound } ?? true }
  }

  /// The day with which a DATE or DATE-TIME begins.
  static func day(_ value: some StringProtocol) -> Day? {
    let digits = value.prefix(8)
    guard digits.utf8.count == 8, digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)), let day = Int(digits.suffix(2))
    else { return nil }
    return Day(year: year, month: month, day: day)
  }
}

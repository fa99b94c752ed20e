public import CivilTime

/// Leave in words: `amara-osei 2026-12-21..2026-12-23`, both days included; one day alone is that day.
public struct LeaveText: Hashable, Sendable {
  public let clinician: String
  public let days: ClosedRange<Day>

  /// Nil where the text has another form, or the last day lies before the first.
  public init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let days = LeaveText.days(words[1]) else { return nil }
    clinician = String(words[0])
    self.days = days
  }

  /// What is wrong with a text that has the form and days in the wrong order; nil for any other.
  public static func wrongOrder(_ text: String) -> String? {
    guard let ends = text.split(whereSeparator: \.isWhitespace).last?.split(separator: "."), ends.count == 2,
      let first = Day(ends[0]), let last = Day(ends[1]), last < first
    else { return nil }
    return "it ends (\(last.iso8601)) before it begins (\(first.iso8601))"
  }

  /// `2026-12-21..2026-12-23`, or one day alone.
  public static func days(_ text: some StringProtocol) -> ClosedRange<Day>? {
    let ends = text.split(separator: ".", omittingEmptySubsequences: false)
    guard ends.count == 1 || (ends.count == 3 && ends[1].isEmpty), let first = Day(ends[0]),
      let last = Day(ends[ends.count - 1]), first <= last
    else { return nil }
    return first...last
  }
}

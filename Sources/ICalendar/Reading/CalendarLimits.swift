/// The bounds within which a calendar file is read. What lies beyond one is refused by its name, never cut.
public struct CalendarLimits: Hashable, Sendable {
  /// Bytes of a whole file.
  public let maxFileBytes: Int
  /// Bytes of one content line after unfolding.
  public let maxLineBytes: Int
  /// Components within one another; VCALENDAR is the first.
  public let maxDepth: Int
  /// Components of a file, nested ones counted.
  public let maxComponents: Int
  /// Occurrences that one series may have within the time asked for, and the steps a rule may take to find each.
  public let maxOccurrencesPerComponent: Int
  /// Occurrences that all series of a file may have within the time asked for.
  public let maxOccurrences: Int
  /// Years in which a component may begin.
  public let years: ClosedRange<Int>

  public init(
    maxFileBytes: Int = 64 << 20, maxLineBytes: Int = 16 << 20, maxDepth: Int = 16, maxComponents: Int = 1_000_000,
    maxOccurrencesPerComponent: Int = 20_000, maxOccurrences: Int = 2_000_000, years: ClosedRange<Int> = 1600...2199
  ) {
    self.maxFileBytes = maxFileBytes
    self.maxLineBytes = maxLineBytes
    self.maxDepth = maxDepth
    self.maxComponents = maxComponents
    self.maxOccurrencesPerComponent = maxOccurrencesPerComponent
    self.maxOccurrences = maxOccurrences
    self.years = years
  }

  /// 64 MiB a file, 16 MiB a line, 16 levels, a million components, 20,000 occurrences a series, two million a
  /// file, years 1600 to 2199.
  public static let standard = CalendarLimits()
}

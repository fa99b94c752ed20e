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
  /// Properties of a file, with the values of their parameters counted.
  public let maxProperties: Int
  /// Occurrences that one series may have within the time asked for.
  public let maxOccurrencesPerComponent: Int
  /// Occurrences that all series of a file may have within the time asked for.
  public let maxOccurrences: Int
  /// Steps that one rule may take: one for a period of a week or less, four for a month, 46 for a year.
  public let maxStepsPerRule: Int
  /// Steps that all rules of a file may take.
  public let maxSteps: Int
  /// Years in which a component may begin.
  public let years: ClosedRange<Int>

  public init(
    maxFileBytes: Int = 64 << 20, maxLineBytes: Int = 16 << 20, maxDepth: Int = 16, maxComponents: Int = 1_000_000,
    maxProperties: Int = 4_000_000, maxOccurrencesPerComponent: Int = 20_000, maxOccurrences: Int = 2_000_000,
    maxStepsPerRule: Int = 400_000, maxSteps: Int = 10_000_000, years: ClosedRange<Int> = 1600...2199
  ) {
    self.maxFileBytes = maxFileBytes
    self.maxLineBytes = maxLineBytes
    self.maxDepth = maxDepth
    self.maxComponents = maxComponents
    self.maxProperties = maxProperties
    self.maxOccurrencesPerComponent = maxOccurrencesPerComponent
    self.maxOccurrences = maxOccurrences
    self.maxStepsPerRule = maxStepsPerRule
    self.maxSteps = maxSteps
    self.years = years
  }

  /// 64 MiB a file, 16 MiB a line, 16 levels, a million components, four million properties, 20,000 occurrences a series
  /// and two million a file, 400,000 steps a rule and ten million a file, years 1600 to 2199.
  public static let standard = CalendarLimits()
}

/// What is wrong with a calendar, and where. Never holds text of a summary, a description or a name from the file.
public struct CalendarProblem: Error, Hashable, Sendable {
  /// The line of the file, from 1, on which the content line begins.
  public let line: Int?
  public let message: String
  /// The way out.
  public let hint: String?

  public init(line: Int? = nil, message: String, hint: String? = nil) {
    self.line = line
    self.message = message
    self.hint = hint
  }
}

/// What the expansion of one document may cost in all, however many series it has.
final class ExpansionBudget {
  private var occurrences: Int
  private var steps: Int
  private let limits: CalendarLimits

  init(_ limits: CalendarLimits) {
    self.limits = limits
    occurrences = limits.maxOccurrences
    steps = 20 * limits.maxOccurrences
  }

  /// Takes what one rule has cost; throws when more is spent than there was.
  func spend(occurrences: Int, steps: Int, line: Int?) throws(CalendarProblem) {
    self.occurrences -= occurrences
    self.steps -= steps
    guard self.occurrences >= 0, self.steps >= 0 else {
      throw CalendarProblem(
        line: line,
        message:
          "the recurrence rule is refused: the file has more than \(limits.maxOccurrences) occurrences in the time asked for",
        hint: "ask for a shorter time, or part the file")
    }
  }
}

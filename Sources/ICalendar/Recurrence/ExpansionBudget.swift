/// What the expansion of one document may cost in all, however many series it has.
final class ExpansionBudget {
  private var occurrences: Int
  private var steps: Int
  private let limits: CalendarLimits

  init(_ limits: CalendarLimits) {
    self.limits = limits
    occurrences = limits.maxOccurrences
    steps = limits.maxSteps
  }

  /// More than the limit by what the last rule took.
  var stepsSpent: Int { limits.maxSteps - steps }

  /// Takes what one rule has cost; throws when more is spent than there was.
  func spend(occurrences: Int, steps: Int, line: Int?) throws(CalendarProblem) {
    self.occurrences -= occurrences
    self.steps -= steps
    if self.occurrences < 0 {
      throw refusal(line, "the file has more than \(limits.maxOccurrences) occurrences in the time asked for")
    }
    if self.steps < 0 {
      throw refusal(line, "finding the occurrences of the file takes more than \(limits.maxSteps) steps")
    }
  }

  private func refusal(_ line: Int?, _ reason: String) -> CalendarProblem {
    CalendarProblem(
      line: line, message: "the recurrence rule is refused: \(reason)", hint: "ask for a shorter time, or part the file"
    )
  }
}

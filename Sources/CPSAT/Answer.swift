/// An outcome, and the work that led to it.
public struct Answer: Hashable, Sendable {
  public let outcome: Outcome
  public let effort: Effort
}

/// What the work took.
public struct Effort: Hashable, Sendable {
  /// Seconds, by the clock.
  public let wallTime: Double
  /// CP-SAT's own measure, equal on every machine.
  public let deterministicTime: Double
  public let branches: Int
}

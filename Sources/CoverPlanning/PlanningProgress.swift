public import CoverDomain

/// What the search is at, for somebody who waits.
public struct PlanningProgress: Hashable, Sendable {
  public enum Step: Hashable, Sendable {
    /// What people have decided, accepted or told.
    case promises
    case tier(Tier)
    /// The order among plans that are equal in every tier.
    case tieBreak
  }

  public let step: Step
  /// The best value found so far.
  public let value: Int
  /// Proven so far; nil while nothing is.
  public let bound: Int?
  /// Seconds since planning began.
  public let elapsed: Double
  /// Whether this step is over.
  public let isFinished: Bool
}

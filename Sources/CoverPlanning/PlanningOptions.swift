/// How a plan is to be sought.
public struct PlanningOptions: Hashable, Sendable {
  /// Seconds for the whole search; nil for as long as the proof takes. At 0 the plan is the quick one that the search
  /// would start from. When the time ends, the best plan found is given, with what is proven of it.
  public var timeLimit: Double?
  /// How many times the usual moves a search by small moves makes; at least 1. It is a matter of counting, so that the
  /// same number gives the same plan on every machine.
  public var effort = 1
  /// Another seed may find another plan where the time ends before the proof; a proven plan does not depend on it.
  public var seed = 0
  /// Whether it is sought what would help where nobody can.
  public var seeksHelp = true

  public init(timeLimit: Double? = nil, seed: Int = 0, seeksHelp: Bool = true) {
    self.timeLimit = timeLimit
    self.seed = seed
    self.seeksHelp = seeksHelp
  }
}

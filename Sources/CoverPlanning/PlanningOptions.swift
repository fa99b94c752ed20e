/// How a plan is to be sought.
public struct PlanningOptions: Hashable, Sendable {
  /// Seconds for the whole search; nil for as long as the proof takes. At 0 the plan is the quick one that the search
  /// would start from. When the time ends, the best plan found is given, with what is proven of it.
  public var timeLimit: Double?
  /// Portions of work for the whole search, at least 1; nil for as many as the proof takes. Work is counted, not timed, so
  /// that equal situations give equal plans on every machine, proven or not, as long as no time limit strikes.
  public var effort: Int?
  /// Another seed may find another plan where the time ends before the proof; a proven plan does not depend on it.
  public var seed = 0
  /// Whether it is sought what would help where nobody can.
  public var seeksHelp = true

  /// Beyond so many choices the whole is too large for the solver: 900,000 would take it minutes and gigabytes before it
  /// begins to search. Small moves and flows do what can be done then.
  var mostChoices = 150_000

  public init(timeLimit: Double? = nil, effort: Int? = nil, seed: Int = 0, seeksHelp: Bool = true) {
    self.timeLimit = timeLimit
    self.effort = effort
    self.seed = seed
    self.seeksHelp = seeksHelp
  }
}

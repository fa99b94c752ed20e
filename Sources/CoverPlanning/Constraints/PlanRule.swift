import CoverDomain

/// A rule about the cover sessions of a plan together: P1 to P4.
protocol PlanRule: Sendable {
  var rule: Rule { get }
  /// Whether the choice would break the rule beside the covers that are already there.
  func forbids(_ choice: Choice, beside covers: Covers, _ facts: Facts) -> Bool
  /// Declares what the rule asks of all choices together.
  func declare(_ limits: inout SharedLimits)
}

import CoverDomain

/// A rule about the cover sessions of a plan together: P1 to P4.
protocol PlanRule: Sendable {
  var rule: Rule { get }
  /// Whether the choice would break the rule beside the covers that are already there.
  func forbids(_ choice: Choice, beside covers: Covers, _ facts: Facts) -> Bool
  /// Holds every plan of the model to the rule.
  func constrain(_ model: inout CoverModel)
}

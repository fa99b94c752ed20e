import CoverDomain

/// A rule about who may take a session, whatever else the plan holds: E1 to E14.
protocol ChoiceRule: Sendable {
  var rule: Rule { get }
  /// Whether the rule keeps the colleague from the session at that time.
  func forbids(_ choice: Choice, _ facts: Facts) -> Bool
}

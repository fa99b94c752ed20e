import CPSAT
import CoverDomain

/// What a tier counts: once over a finished plan, once as an expression of the model.
protocol TierObjective: Sendable {
  var tier: Tier { get }
  /// The tier's value for a plan.
  func value(of draft: Draft, _ facts: Facts) -> Int
  /// The same for the plans of a model. Minimised, it equals `value(of:)` of the solution's plan.
  func expression(in model: inout CoverModel) -> LinearExpression
}

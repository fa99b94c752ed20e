import CPSAT
import CoverDomain

/// What is minimised in one solve: some tiers that follow one another, the first weighing more than all others
/// together can, and so on. Nothing is lost by it: the best sum is the best in their order.
struct Rung {
  /// A tier, or the order among equal plans.
  struct Part {
    let step: PlanningProgress.Step
    let expression: LinearExpression
    /// What the expression is for a plan.
    let value: (Draft) -> Int
    /// No plan has a higher value.
    let highest: Int
    /// No plan has a lower value.
    let lowest: Int

    /// - Parameter lowest: a bound that is known besides the expression's own; no tier counts below nothing.
    init(
      step: PlanningProgress.Step, expression: LinearExpression, value: @escaping (Draft) -> Int, highest: Int,
      lowest: Int = 0
    ) {
      self.step = step
      self.expression = expression
      self.value = value
      self.highest = highest
      self.lowest = max(lowest, expression.lowest)
    }
  }

  let parts: [Part]
  /// By part.
  private let weights: [Int]

  init(_ parts: [Part]) {
    self.parts = parts
    var weights = [1]
    for part in parts.dropFirst().reversed() {
      weights.append(weights[weights.count - 1].multipliedReportingOverflow(by: part.highest + 1).partialValue)
    }
    self.weights = weights.reversed()
  }

  var expression: LinearExpression {
    zip(parts, weights).reduce(into: LinearExpression()) { $0 += $1.1 * $1.0.expression }
  }

  /// No plan has a lower sum.
  var lowest: Int { zip(parts, weights).reduce(0) { $0 + $1.1 * $1.0.lowest } }

  /// Whether no plan is better in any of the tiers; the order among equal plans aside.
  func isLowest(_ draft: Draft) -> Bool {
    parts.allSatisfy { $0.step == .tieBreak || $0.value(draft) == $0.lowest }
  }

  func value(of draft: Draft) -> Int { zip(parts, weights).reduce(0) { $0 + $1.1 * $1.0.value(draft) } }

  /// The bound of each part that follows from one of the sum: of the first always, of each further one where those
  /// before it are proven.
  func bounds(_ bound: Int, for draft: Draft) -> [Int] {
    var rest = bound
    var isProven = true
    return zip(parts, weights).map { part, weight in
      let value = part.value(draft)
      guard isProven else { return min(value, part.lowest) }
      // The parts after this one are worth less than one of it; what they are worth at most goes off first.
      let bound = max(min(part.lowest, value), min(value, rest.dividedRoundingDown(by: weight)))
      isProven = bound == value
      rest -= value * weight
      return bound
    }
  }

  /// Doubles carry the solver's objective exactly up to 2^53; some room is left.
  static let largest = 1 << 49

  /// Whether another part may join those, at the plan's value.
  static func fits(_ parts: [Part], _ draft: Draft) -> Bool {
    var product = (parts.first?.value(draft) ?? 0) + 1
    for part in parts.dropFirst() {
      let (next, overflows) = product.multipliedReportingOverflow(by: part.highest + 1)
      if overflows || next > largest { return false }
      product = next
    }
    return true
  }
}

extension Int {
  fileprivate func dividedRoundingDown(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

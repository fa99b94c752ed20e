/// A linear expression held between two bounds; made by `<=`, `>=` and `==`.
public struct LinearConstraint: Sendable {
  let expression: LinearExpression
  /// Inclusive. `Int.min` and `Int.max` stand for no bound.
  let lowest: Int
  let highest: Int

  /// `lowest <= expression <= highest`.
  public init(_ expression: LinearExpression, in range: ClosedRange<Int>) {
    self.expression = expression
    lowest = range.lowerBound
    highest = range.upperBound
  }
}

extension LinearExpression {
  public static func <= (left: LinearExpression, right: Int) -> LinearConstraint {
    LinearConstraint(left, in: Int.min...right)
  }
  public static func >= (left: LinearExpression, right: Int) -> LinearConstraint {
    LinearConstraint(left, in: right...Int.max)
  }
  public static func == (left: LinearExpression, right: Int) -> LinearConstraint {
    LinearConstraint(left, in: right...right)
  }
  public static func <= (left: LinearExpression, right: LinearExpression) -> LinearConstraint { left - right <= 0 }
  public static func >= (left: LinearExpression, right: LinearExpression) -> LinearConstraint { left - right >= 0 }
  public static func == (left: LinearExpression, right: LinearExpression) -> LinearConstraint { left - right == 0 }
}

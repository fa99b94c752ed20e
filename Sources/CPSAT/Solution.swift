/// A value for each variable of a model, such that every constraint holds.
public struct Solution: Hashable, Sendable {
  /// By variable, in the order in which they were made.
  let values: [Int]

  public subscript(variable: Variable) -> Int { values[Int(variable.index)] }

  /// Whether the literal holds.
  public subscript(literal: Literal) -> Bool { (self[literal.variable] != 0) != literal.isNegated }

  public subscript(expression: LinearExpression) -> Int {
    expression.coefficients.reduce(expression.constant) { $0 + self[$1.key] * $1.value }
  }
}

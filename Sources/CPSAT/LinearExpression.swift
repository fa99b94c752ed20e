/// A sum of variables times integers, and a constant.
public struct LinearExpression: Sendable {
  private(set) var coefficients: [Variable: Int]
  /// The part that depends on no variable.
  public private(set) var constant: Int

  /// The constant alone; 0 is the empty sum.
  public init(_ constant: Int = 0) {
    coefficients = [:]
    self.constant = constant
  }

  public init(_ variable: Variable) {
    coefficients = [variable: 1]
    constant = 0
  }

  /// 1 when the literal holds, else 0.
  public init(_ literal: Literal) {
    coefficients = [literal.variable: literal.isNegated ? -1 : 1]
    constant = literal.isNegated ? 1 : 0
  }

  /// The number of the literals that hold (one that stands twice counts twice).
  public init(count literals: some Sequence<Literal>) {
    self.init()
    for literal in literals { add(literal) }
  }

  /// Adds `weight` times the literal.
  public mutating func add(_ literal: Literal, weight: Int = 1) {
    if literal.isNegated {
      constant += weight
      coefficients[literal.variable, default: 0] -= weight
    } else {
      coefficients[literal.variable, default: 0] += weight
    }
  }

  /// Adds `weight` times the variable.
  public mutating func add(_ variable: Variable, weight: Int = 1) {
    coefficients[variable, default: 0] += weight
  }

  /// Whether no variable is in it.
  public var isConstant: Bool { coefficients.values.allSatisfy { $0 == 0 } }

  /// A lower bound that holds where every variable is boolean: the constant and the negative coefficients.
  public var lowest: Int { coefficients.values.reduce(constant) { $0 + min(0, $1) } }

  /// An upper bound that holds where every variable is boolean.
  public var highest: Int { coefficients.values.reduce(constant) { $0 + max(0, $1) } }

  /// The variables in the order in which they were made, with coefficients other than 0.
  var terms: [(variable: Variable, coefficient: Int)] {
    coefficients.lazy.filter { $0.value != 0 }.map { (variable: $0.key, coefficient: $0.value) }
      .sorted { $0.variable.index < $1.variable.index }
  }

  public static func + (left: LinearExpression, right: LinearExpression) -> LinearExpression {
    var sum = left
    sum += right
    return sum
  }

  public static func += (left: inout LinearExpression, right: LinearExpression) {
    left.constant += right.constant
    for (variable, coefficient) in right.coefficients { left.coefficients[variable, default: 0] += coefficient }
  }

  public static func - (left: LinearExpression, right: LinearExpression) -> LinearExpression { left + -1 * right }

  public static func * (factor: Int, expression: LinearExpression) -> LinearExpression {
    var product = expression
    product.constant *= factor
    product.coefficients = expression.coefficients.mapValues { $0 * factor }
    return product
  }

  public static func + (left: LinearExpression, right: Int) -> LinearExpression { left + LinearExpression(right) }
  public static func - (left: LinearExpression, right: Int) -> LinearExpression { left + LinearExpression(-right) }
}

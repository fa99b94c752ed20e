/// Variables, the constraints between them, and what is to be minimised.
///
/// Names serve whoever reads a model; the solver ignores them, and they need not differ.
public struct Model: Sendable {
  private(set) var message = CpModelProto()
  /// What `minimise` was given last; nil when any solution will do.
  public private(set) var objective: LinearExpression?

  public init(name: String) { message.name = name }

  public var variableCount: Int { message.variables.count }

  /// A new boolean variable.
  public mutating func boolean(_ name: String) -> Literal {
    Literal(code: variable(name, domain: [0, 1]).index)
  }

  /// A new integer variable with an inclusive range.
  public mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Variable {
    variable(name, domain: [Int64(range.lowerBound), Int64(range.upperBound)])
  }

  private mutating func variable(_ name: String, domain: [Int64]) -> Variable {
    var variable = IntegerVariableProto()
    variable.name = name
    variable.domain = domain
    message.variables.append(variable)
    return Variable(index: Int32(message.variables.count - 1))
  }

  /// Holds a linear constraint; with `condition`, only where all its literals hold.
  public mutating func add(_ constraint: LinearConstraint, name: String = "", onlyIf condition: [Literal] = []) {
    var linear = LinearConstraintProto()
    for (variable, coefficient) in constraint.expression.terms {
      linear.vars.append(variable.index)
      linear.coeffs.append(Int64(coefficient))
    }
    let constant = constraint.expression.constant
    linear.domain = [
      constraint.lowest == .min ? .min : Int64(constraint.lowest - constant),
      constraint.highest == .max ? .max : Int64(constraint.highest - constant),
    ]
    append(.linear(linear), name: name, condition: condition)
  }

  /// At most one of the literals holds.
  public mutating func atMostOne(_ literals: [Literal], name: String = "") {
    append(.atMostOne(argument(literals)), name: name)
  }

  /// Exactly one of the literals holds.
  public mutating func exactlyOne(_ literals: [Literal], name: String = "") {
    append(.exactlyOne(argument(literals)), name: name)
  }

  /// At least one of the literals holds.
  public mutating func atLeastOne(_ literals: [Literal], name: String = "") {
    append(.boolOr(argument(literals)), name: name)
  }

  /// All the literals hold.
  public mutating func all(_ literals: [Literal], name: String = "") {
    append(.boolAnd(argument(literals)), name: name)
  }

  /// Where `premise` holds, `conclusion` holds.
  public mutating func implication(_ premise: Literal, _ conclusion: Literal, name: String = "") {
    append(.boolAnd(argument([conclusion])), name: name, condition: [premise])
  }

  /// Replaces what is minimised.
  public mutating func minimise(_ expression: LinearExpression) {
    objective = expression
    var objective = CpObjectiveProto()
    for (variable, coefficient) in expression.terms {
      objective.vars.append(variable.index)
      objective.coeffs.append(Int64(coefficient))
    }
    objective.offset = Double(expression.constant)
    message.objective = objective
  }

  /// Replaces the hint by a solution of this model, or of one with fewer variables from which this was made.
  public mutating func hint(_ solution: Solution) {
    var hint = PartialVariableAssignment()
    let known = min(solution.values.count, message.variables.count)
    hint.vars = (0..<known).map { Int32($0) }
    hint.values = solution.values.prefix(known).map { Int64($0) }
    message.solutionHint = hint
  }

  /// Replaces the hint by one that makes these literals hold and says nothing of the others; of a literal and its
  /// negation the first counts.
  public mutating func hint(_ literals: [Literal]) {
    var hint = PartialVariableAssignment()
    var seen: Set<Variable> = []
    for literal in literals where seen.insert(literal.variable).inserted {
      hint.vars.append(literal.variable.index)
      hint.values.append(literal.isNegated ? 0 : 1)
    }
    message.solutionHint = hint
  }

  private func argument(_ literals: [Literal]) -> BoolArgumentProto {
    var argument = BoolArgumentProto()
    argument.literals = literals.map(\.code)
    return argument
  }

  private mutating func append(
    _ kind: ConstraintProto.OneOf_Constraint, name: String, condition: [Literal] = []
  ) {
    var constraint = ConstraintProto()
    if !name.isEmpty { constraint.name = name }
    constraint.enforcementLiteral = condition.map(\.code)
    constraint.constraint = kind
    message.constraints.append(constraint)
  }
}

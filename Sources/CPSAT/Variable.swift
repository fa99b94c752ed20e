/// A decision of a model: an integer within the domain it was made with.
///
/// A variable belongs to the model that made it and means nothing in another.
public struct Variable: Hashable, Sendable {
  let index: Int32
}

/// A boolean variable, or its negation.
public struct Literal: Hashable, Sendable {
  /// A variable's index `v`, or `-v - 1` for its negation: CP-SAT's own encoding.
  let code: Int32

  var variable: Variable { Variable(index: code >= 0 ? code : -code - 1) }
  var isNegated: Bool { code < 0 }

  /// The literal that holds when the other does not.
  public static prefix func ! (literal: Literal) -> Literal { Literal(code: -literal.code - 1) }
}

/// What a solve came to. A model without a solution is never mistaken for one whose solution was not found in time.
public enum Outcome: Hashable, Sendable {
  /// The best solution there is.
  case optimal(Solution)
  /// A solution; none has an objective below `bound`. The search was stopped before it could say more.
  case feasible(Solution, bound: Int)
  /// No solution exists.
  case infeasible
  /// The search was stopped before it found a solution, or that there is none; none has an objective below `bound`.
  case unknown(bound: Int?)
  /// The model or the parameters are wrong, in CP-SAT's words.
  case invalid(String)

  public var solution: Solution? {
    switch self {
    case .optimal(let solution), .feasible(let solution, _): solution
    case .infeasible, .unknown, .invalid: nil
    }
  }
}

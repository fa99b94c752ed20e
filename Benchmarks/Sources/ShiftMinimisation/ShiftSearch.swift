public import CPSAT

/// Seeks the assignment with the fewest workers.
public struct ShiftSearch: Sendable {
  /// What became of it.
  public struct Result: Hashable, Sendable {
    /// The worker of each task; nil where none was found.
    public let assignment: [Int]?
    /// No assignment has fewer workers; nil where there is none at all.
    public let bound: Int?

    public var workers: Int? { assignment.map { Set($0).count } }
    public var isProven: Bool { bound == nil || workers == bound }
  }

  /// What the solver says is not so.
  public struct Distrust: Error, CustomStringConvertible {
    public let description: String
  }

  private let solver: Solver
  private let parameters: Parameters

  public init(solver: Solver, parameters: Parameters = Parameters()) {
    self.solver = solver
    self.parameters = parameters
  }

  /// Throws `SolverError`, and `Distrust` where the assignment does not stand.
  public func fewest(for instance: ShiftInstance) throws -> Result {
    guard instance.orphans.isEmpty else { return Result(assignment: nil, bound: nil) }
    let model = ShiftModel(instance)
    let outcome = try solver.solve(model.model, parameters).outcome
    let assignment = outcome.solution.map(model.assignment)
    if let fault = assignment.flatMap({ instance.faults(of: $0).first }) { throw Distrust(description: fault) }
    let bound: Int? =
      switch outcome {
      case .optimal: assignment.map { Set($0).count }
      case .feasible(_, let bound): max(bound, instance.cliqueBound)
      case .unknown(let bound): max(bound ?? 0, instance.cliqueBound)
      case .infeasible: nil
      case .invalid(let text): throw Distrust(description: text)
      }
    return Result(assignment: assignment, bound: bound)
  }
}

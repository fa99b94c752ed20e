import CPSAT

/// Why there is no plan.
public enum PlanningError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The solver's library cannot be used.
  case noSolver(message: String, hint: String)
  /// The solver or the program is at fault.
  case fault(String)

  /// What is wrong, in a line.
  public var message: String {
    switch self {
    case .noSolver(let message, _): message
    case .fault(let text): text
    }
  }

  /// The way out, where there is one.
  public var hint: String? {
    switch self {
    case .noSolver(_, let hint): hint
    case .fault: nil
    }
  }

  public var description: String { hint.map { "\(message)\nhint: \($0)" } ?? message }

  init(_ error: any Error) {
    switch error {
    case let error as PlanningError: self = error
    case let error as SolverLibraryError: self = .noSolver(message: error.message, hint: error.hint)
    default: self = .fault("\(error)")
    }
  }
}

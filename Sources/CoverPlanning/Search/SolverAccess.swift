import CPSAT
import Dispatch

/// The solver, loaded when it is first needed: a plan without any choice needs none.
enum SolverAccess {
  private static let loaded = Result { try SolverLibrary.load() }

  /// Begins to load it beside other work: it takes as long as a small practice takes to plan.
  static func begin() { DispatchQueue.global().async { _ = loaded } }

  /// Throws `SolverLibraryError`.
  static func library() throws -> SolverLibrary { try loaded.get() }
}

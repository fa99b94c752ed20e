import CPSAT

/// The solver, loaded when it is first needed: a plan without any choice needs none.
enum SolverAccess {
  private static let loaded = Result { try SolverLibrary.load() }

  /// Throws `SolverLibraryError`.
  static func library() throws -> SolverLibrary { try loaded.get() }
}

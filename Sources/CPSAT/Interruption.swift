import COrTools

/// Stops solves from another thread.
///
/// Once stopped it stays so: a solve that is handed it later returns at once.
public final class Interruption: @unchecked Sendable {
  // The environment is an atomic flag on the library's side; the pointer itself never changes.
  let environment: UnsafeMutableRawPointer
  private let library: SolverLibrary

  /// Throws `SolverError.outOfMemory` when the library gives no environment.
  public init(library: SolverLibrary) throws {
    guard let environment = library.functions.new_environment() else { throw SolverError.outOfMemory }
    self.environment = environment
    self.library = library
  }

  deinit { library.functions.destroy_environment(environment) }

  /// Makes every solve with this interruption return with the best it has. Safe from any thread, any number of times.
  public func stop() { library.functions.stop_search(environment) }
}

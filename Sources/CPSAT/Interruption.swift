internal import COrTools
internal import Foundation

/// Stops solves from another thread.
///
/// Once stopped it stays so: a solve that is handed it later returns at once.
public final class Interruption: @unchecked Sendable {
  // Read and written under the lock.
  private let lock = NSLock()
  private var stopped = false
  private var running: [ObjectIdentifier: SolverEnvironment] = [:]

  public init() {}

  /// Makes every solve with this interruption return with the best it has. Safe from any thread, any number of times;
  /// not for use inside a signal handler.
  public func stop() {
    lock.withLock {
      stopped = true
      for environment in running.values { environment.stop() }
    }
  }

  /// Runs a solve that `stop` ends.
  func during<Answer>(_ environment: SolverEnvironment, _ solve: () -> Answer) -> Answer {
    lock.withLock {
      running[ObjectIdentifier(environment)] = environment
      if stopped { environment.stop() }
    }
    defer { lock.withLock { running[ObjectIdentifier(environment)] = nil } }
    return solve()
  }
}

/// The library's state of one solve. It is good for one alone: a second solve in it aborts the process.
final class SolverEnvironment: @unchecked Sendable {
  let handle: UnsafeMutableRawPointer
  private let library: SolverLibrary

  /// Throws `SolverError.outOfMemory` when the library gives none.
  init(library: SolverLibrary) throws {
    guard let handle = library.functions.new_environment() else { throw SolverError.outOfMemory }
    self.handle = handle
    self.library = library
  }

  deinit { library.functions.destroy_environment(handle) }

  func stop() { library.functions.stop_search(handle) }
}

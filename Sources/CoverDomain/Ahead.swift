import Dispatch
import Foundation

/// A value that is worked out beside other work, begun before it is needed.
package final class Ahead<Value: Sendable, Failure: Error>: @unchecked Sendable {
  private let done = NSCondition()
  // Read and written under the lock of `done`.
  private var result: Result<Value, Failure>?

  /// Begins at once. Work that nobody waits for ends with the process.
  package init(_ work: @escaping @Sendable () throws(Failure) -> Value) {
    DispatchQueue.global().async {
      let result = Result { () throws(Failure) in try work() }
      self.done.withLock { self.result = result }
      self.done.broadcast()
    }
  }

  /// The value, once it is there. Throws what the work threw.
  package func value() throws(Failure) -> Value {
    done.lock()
    defer { done.unlock() }
    while true {
      if let result { return try result.get() }
      done.wait()
    }
  }
}

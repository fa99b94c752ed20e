import Dispatch
import Foundation

/// A value that is worked out beside other work, from the moment at which it is asked for.
package final class Ahead<Value: Sendable, Failure: Error>: @unchecked Sendable {
  private let done = DispatchGroup()
  // Written once, before `done` is left, and read after it.
  private var result: Result<Value, Failure>?

  /// Begins at once. Work that nobody waits for ends with the process.
  package init(_ work: @escaping @Sendable () throws(Failure) -> Value) {
    done.enter()
    DispatchQueue.global().async {
      self.result = Result { () throws(Failure) in try work() }
      self.done.leave()
    }
  }

  /// The value, once it is there. Throws what the work threw.
  package func value() throws(Failure) -> Value {
    done.wait()
    guard let result else { preconditionFailure("left before the work was done") }
    return try result.get()
  }
}

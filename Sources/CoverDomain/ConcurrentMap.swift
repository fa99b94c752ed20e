import Dispatch
import Foundation

extension Array where Element: Sendable {
  /// The results of a function of each element, in order, worked out on every core. Of several errors the first element's
  /// is thrown.
  package func concurrentMap<Output: Sendable, Failure>(
    _ transform: @Sendable (Element) throws(Failure) -> Output
  ) throws(Failure) -> [Output] {
    let results = SharedResults<Result<Output, Failure>>(count)
    DispatchQueue.concurrentPerform(iterations: count) { index in
      results.set(index, Result { () throws(Failure) in try transform(self[index]) })
    }
    var outputs: [Output] = []
    outputs.reserveCapacity(count)
    for result in results.all { outputs.append(try result.get()) }
    return outputs
  }
}

/// Results by position, filled from several threads.
private final class SharedResults<Output: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Output?]

  init(_ count: Int) { values = [Output?](repeating: nil, count: count) }

  func set(_ index: Int, _ value: Output) { lock.withLock { values[index] = value } }
  var all: [Output] { lock.withLock { values.compactMap(\.self) } }
}

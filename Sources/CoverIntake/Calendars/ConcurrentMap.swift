import Dispatch
import Foundation

extension Array where Element: Sendable {
  /// The results of a function of each element, in order, worked out on every core.
  func concurrentMap<Output: Sendable>(_ transform: @Sendable (Element) -> Output) -> [Output] {
    guard count > 1 else { return map(transform) }
    let results = SharedResults<Output>(count)
    DispatchQueue.concurrentPerform(iterations: count) { index in
      results.set(index, transform(self[index]))
    }
    return results.all
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

import CoverDomain
import Foundation
import Testing

@Suite("Work ahead of its need")
struct AheadTests {
  private enum Fault: Error { case here }

  @Test("begins before anybody asks, and is done once")
  func once() {
    let begun = DispatchSemaphore(value: 0)
    let count = Counter()
    let ahead = Ahead { () throws(Never) -> Int in
      begun.signal()
      return count.next()
    }
    begun.wait()
    #expect(ahead.value() == 1)
    #expect(ahead.value() == 1)
  }

  @Test("throws what the work threw, whenever it is asked")
  func fault() {
    let ahead = Ahead { () throws(Fault) -> Int in throw .here }
    #expect(throws: Fault.here) { try ahead.value() }
    #expect(throws: Fault.here) { try ahead.value() }
  }

  @Test("waits for nothing but its own work, though that is spread over every core")
  func nested() {
    let values = (0..<64).map { index in
      Ahead { () throws(Never) in
        (0..<64).map { index * $0 }.concurrentMap { (value: Int) throws(Never) in value }.reduce(0, +)
      }
    }
    let expected = (0..<64).map { (index: Int) -> Int in index * 63 * 32 }
    #expect(values.map { $0.value() } == expected)
  }

  private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0
    func next() -> Int {
      lock.withLock {
        count += 1
        return count
      }
    }
  }
}

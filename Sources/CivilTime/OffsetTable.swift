import Foundation

/// The offsets of a time zone over the years that practices plan in, found once for the whole process: the tz database is
/// asked some hundreds of thousands of times in a run, and answers slowly.
final class OffsetTable: Sendable {
  /// Every offset of the years 2000 to 2059.
  static let seconds = 946_684_800..<2_840_140_800

  private let timeZone: TimeZone
  private let changes: [OffsetChange]
  private let initialOffset: Int

  private init(_ timeZone: TimeZone) {
    self.timeZone = timeZone
    initialOffset = timeZone.offset(at: Self.seconds.lowerBound)
    changes = timeZone.changes(within: Self.seconds)
  }

  /// The table of the zone, the same object for each of that name.
  static func of(_ timeZone: TimeZone) -> OffsetTable {
    known.lock.withLock {
      if let table = known.tables[timeZone] { return table }
      let table = OffsetTable(timeZone)
      known.tables[timeZone] = table
      return table
    }
  }

  func offset(at seconds: Int) -> Int {
    guard Self.seconds.contains(seconds) else { return timeZone.offset(at: seconds) }
    let index = firstChange(after: seconds)
    return index > 0 ? changes[index - 1].after : initialOffset
  }

  /// The changes in those seconds, by time.
  func changes(within seconds: Range<Int>) -> [OffsetChange] {
    guard Self.seconds.lowerBound <= seconds.lowerBound, seconds.upperBound <= Self.seconds.upperBound else {
      return timeZone.changes(within: seconds)
    }
    return Array(changes[firstChange(after: seconds.lowerBound)..<firstChange(after: seconds.upperBound - 1)])
  }

  private func firstChange(after seconds: Int) -> Int { changes.partitioningIndex { $0.at > seconds } }

  private static let known = Known()

  private final class Known: @unchecked Sendable {
    let lock = NSLock()
    // Read and written under the lock.
    var tables: [TimeZone: OffsetTable] = [:]
  }
}

extension TimeZone {
  fileprivate func offset(at seconds: Int) -> Int {
    secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
  }

  /// Every change after the first of those seconds. No zone has had two that undo one another within twelve days.
  fileprivate func changes(within seconds: Range<Int>) -> [OffsetChange] {
    let step = 12 * 86_400
    var found: [OffsetChange] = []
    var low = seconds.lowerBound
    var offset = offset(at: low)
    while low < seconds.upperBound - 1 {
      let high = min(low + step, seconds.upperBound - 1)
      let next = self.offset(at: high)
      if next != offset {
        var (before, after) = (low, high)
        while after - before > 1 {
          let middle = (before + after) / 2
          if self.offset(at: middle) == offset { before = middle } else { after = middle }
        }
        found.append(OffsetChange(at: after, before: offset, after: next))
      }
      offset = next
      low = high
    }
    return found
  }
}

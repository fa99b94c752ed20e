import CivilTime

/// A wall clock: the offsets of a zone, from the tz database or from a VTIMEZONE, as a table of changes.
///
/// Local times follow RFC 5545 §3.3.5: the first of two, and in a gap the offset before it.
final class Clock: Sendable {
  /// A change of offset.
  struct Change: Hashable, Sendable {
    let at: Int
    let before: Int
    let after: Int
  }

  let changes: [Change]
  private let initialOffset: Int
  /// The instants that the table covers; elsewhere the zone itself is asked.
  private let covered: ClosedRange<Int>
  private let zone: Zone?

  static let utc = Clock(offset: 0)

  /// A clock that never changes.
  init(offset: Int) {
    changes = []
    initialOffset = offset
    covered = Int.min...Int.max
    zone = nil
  }

  /// A clock with those changes, sorted by instant, for all time.
  init(initialOffset: Int, changes: [Change]) {
    self.changes = changes
    self.initialOffset = initialOffset
    covered = Int.min...Int.max
    zone = nil
  }

  /// The zone's clock, with a table for the instants that are asked for most.
  init(_ zone: Zone, tableFor time: Interval) {
    self.zone = zone
    let step = 12 * 86_400
    let first = time.start.seconds - 8 * step
    let last = time.end.seconds + 8 * step
    guard last - first < 100 * 366 * 86_400 else {
      // Too long for a table that pays.
      changes = []
      initialOffset = 0
      covered = 0...0
      return
    }
    var found: [Change] = []
    var low = first
    var offset = zone.offset(at: Instant(seconds: low))
    initialOffset = offset
    while low < last {
      let high = min(low + step, last)
      let next = zone.offset(at: Instant(seconds: high))
      if next != offset {
        var (before, after) = (low, high)
        while after - before > 1 {
          let middle = (before + after) / 2
          if zone.offset(at: Instant(seconds: middle)) == offset { before = middle } else { after = middle }
        }
        found.append(Change(at: after, before: offset, after: next))
      }
      offset = next
      low = high
    }
    changes = found
    covered = first...last
  }

  /// Seconds to add to UTC at that instant.
  func offset(at instant: Instant) -> Int {
    let seconds = instant.seconds
    if let zone, !covered.contains(seconds) { return zone.offset(at: instant) }
    let index = firstChange(after: seconds)
    return index > 0 ? changes[index - 1].after : initialOffset
  }

  /// What the clock shows at that instant, in local seconds.
  func local(_ instant: Instant) -> Int { instant.seconds + offset(at: instant) }

  /// The instant at which the clock shows those local seconds.
  func instant(local: Int) -> Instant {
    if let zone, local - 2 * 86_400 < covered.lowerBound || local + 2 * 86_400 > covered.upperBound {
      return zone.instant(CivilDateTime(localSeconds: local))
    }
    var index = firstChange(after: local - 2 * 86_400)
    var offset = index > 0 ? changes[index - 1].after : initialOffset
    while index < changes.count {
      let change = changes[index]
      if local - change.before < change.at { break }
      // In a gap neither offset shows the time.
      if local - change.after < change.at { return Instant(seconds: local - change.before) }
      offset = change.after
      index += 1
    }
    return Instant(seconds: local - offset)
  }

  private func firstChange(after seconds: Int) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].at <= seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

import CivilTime

/// A wall clock: the offsets of a zone, from the tz database or from a VTIMEZONE, as a table of changes.
///
/// Local times follow RFC 5545 §3.3.5: the first of two, and in a gap the offset before it.
final class Clock: Sendable {
  let changes: [OffsetChange]
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
  init(initialOffset: Int, changes: [OffsetChange]) {
    self.changes = changes
    self.initialOffset = initialOffset
    covered = Int.min...Int.max
    zone = nil
  }

  /// The zone's clock, with a table for the instants that are asked for most.
  init(_ zone: Zone, tableFor time: Interval) {
    self.zone = zone
    let margin = 96 * 86_400
    let first = Instant(seconds: time.start.seconds - margin)
    let last = Instant(seconds: time.end.seconds + margin)
    guard last - first < 100 * 366 * 86_400 else {
      // Too long for a table that pays.
      changes = []
      initialOffset = 0
      covered = 0...0
      return
    }
    initialOffset = zone.offset(at: first)
    changes = zone.changes(within: Interval(start: first, seconds: last - first))
    covered = first.seconds...(last.seconds - 1)
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

  private func firstChange(after seconds: Int) -> Int { changes.partitioningIndex { $0.at > seconds } }
}

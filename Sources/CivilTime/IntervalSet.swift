/// A set of instants, held as sorted intervals that neither overlap nor touch.
public struct IntervalSet: Hashable, Sendable {
  public let intervals: [Interval]

  public static let empty = IntervalSet([])

  /// The union of the intervals; empty ones are dropped.
  public init(_ intervals: some Sequence<Interval>) {
    var merged: [Interval] = []
    for interval in intervals.filter({ !$0.isEmpty }).sorted() {
      if let last = merged.last, interval.start <= last.end {
        if interval.end > last.end {
          merged[merged.count - 1] = Interval(start: last.start, seconds: interval.end - last.start)
        }
      } else {
        merged.append(interval)
      }
    }
    self.intervals = merged
  }

  public var isEmpty: Bool { intervals.isEmpty }

  /// Whether the whole interval lies inside the set (a point: whether the set holds it).
  public func contains(_ interval: Interval) -> Bool {
    guard let candidate = lastStarting(atOrBefore: interval.start) else { return false }
    return interval.isEmpty ? candidate.contains(interval.start) : candidate.contains(interval)
  }

  public func overlaps(_ interval: Interval) -> Bool { !overlapping(interval).isEmpty }

  /// The members that overlap the interval, in order.
  public func overlapping(_ interval: Interval) -> ArraySlice<Interval> {
    var low = firstEnding(after: interval.start)
    while low < intervals.count, !intervals[low].overlaps(interval), intervals[low].start < interval.end { low += 1 }
    var high = low
    while high < intervals.count, intervals[high].overlaps(interval) { high += 1 }
    return intervals[low..<high]
  }

  public func union(_ other: IntervalSet) -> IntervalSet { IntervalSet(intervals + other.intervals) }

  public func subtracting(_ other: IntervalSet) -> IntervalSet {
    guard !other.isEmpty else { return self }
    var rest: [Interval] = []
    for interval in intervals {
      var start = interval.start
      for hole in other.overlapping(interval) {
        if hole.start > start { rest.append(Interval(start: start, seconds: hole.start - start)) }
        start = max(start, hole.end)
      }
      if start < interval.end { rest.append(Interval(start: start, seconds: interval.end - start)) }
    }
    return IntervalSet(rest)
  }

  public func intersection(_ other: IntervalSet) -> IntervalSet {
    IntervalSet(intervals.flatMap { interval in other.overlapping(interval).compactMap { $0.intersection(interval) } })
  }

  /// What of the set lies inside the interval.
  public func clipped(to interval: Interval) -> IntervalSet {
    IntervalSet(overlapping(interval).compactMap { $0.intersection(interval) })
  }

  private func lastStarting(atOrBefore instant: Instant) -> Interval? {
    let next = intervals.partitioningIndex { $0.start > instant }
    return next > 0 ? intervals[next - 1] : nil
  }

  private func firstEnding(after instant: Instant) -> Int { intervals.partitioningIndex { $0.end > instant } }
}

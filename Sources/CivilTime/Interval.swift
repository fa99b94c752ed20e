/// A half-open span of time `[start, end)`. An empty interval is a point.
public struct Interval: Hashable, Sendable {
  public let start: Instant
  public let end: Instant

  /// Nil when `end` lies before `start`.
  public init?(_ start: Instant, _ end: Instant) {
    guard start <= end else { return nil }
    self.start = start
    self.end = end
  }

  /// An interval of that many seconds; a negative length counts as none.
  public init(start: Instant, seconds: Int) {
    self.start = start
    end = start + max(0, seconds)
  }

  /// Seconds from start to end.
  public var length: Int { end - start }
  public var isEmpty: Bool { start == end }

  public func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }
  public func contains(_ other: Interval) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share an instant; a point overlaps the interval that contains it.
  public func overlaps(_ other: Interval) -> Bool {
    if isEmpty { return other.isEmpty ? start == other.start : other.contains(start) }
    if other.isEmpty { return contains(other.start) }
    return start < other.end && other.start < end
  }

  public func intersection(_ other: Interval) -> Interval? {
    let start = max(start, other.start)
    let end = min(end, other.end)
    return start < end ? Interval(start, end) : nil
  }

  /// The interval grown by that many seconds on either side.
  public func padded(by seconds: Int) -> Interval { Interval(start - seconds, end + seconds) ?? self }
}

extension Interval: Comparable {
  /// By start, then by end.
  public static func < (left: Interval, right: Interval) -> Bool {
    left.start != right.start ? left.start < right.start : left.end < right.end
  }
}

public import CivilTime

/// A time in which the practice is closed.
public struct Closure: Hashable, Sendable {
  public let interval: Interval
  public let source: Source

  public init(interval: Interval, source: Source) {
    self.interval = interval
    self.source = source
  }
}

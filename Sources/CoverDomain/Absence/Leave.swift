public import CivilTime

/// An interval in which a clinician is away.
public struct Leave: Hashable, Sendable {
  public let interval: Interval
  public let source: Source

  public init(interval: Interval, source: Source) {
    self.interval = interval
    self.source = source
  }
}

public import CivilTime

/// The assignment of a colleague, and a time, to an affected session.
public struct Cover: Hashable, Sendable {
  public let by: ClinicianID
  public let interval: Interval

  public init(by: ClinicianID, interval: Interval) {
    self.by = by
    self.interval = interval
  }
}

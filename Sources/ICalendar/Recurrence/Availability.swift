public import CivilTime

/// What a VAVAILABILITY says of a time: RFC 7953.
public struct Availability: Hashable, Sendable {
  /// Into the document's components.
  public let componentIndex: Int
  /// Within the time asked for; a VAVAILABILITY without DTSTART or DTEND has no bound there.
  public let period: Interval
  /// 1 is the highest, 9 the lowest; 0 (the default) is below all others.
  public let priority: Int
  /// What holds within the period outside the available times: BUSYTYPE, by default BUSY-UNAVAILABLE.
  public let busyType: BusyType
  /// Whether it has AVAILABLE parts at all.
  public let hasAvailableParts: Bool
  /// The occurrences of its AVAILABLE parts within the period.
  public let available: IntervalSet
}

extension CalendarDocument {
  /// The VAVAILABILITY components that touch the time, in file order; those that cannot be read are left out (their
  /// fate in an expansion is then `notUnderstood`).
  public func availabilities(over: Interval, zone: Zone, limits: CalendarLimits = .standard) -> [Availability] { [] }
}

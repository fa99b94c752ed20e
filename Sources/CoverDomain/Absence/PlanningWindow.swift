public import CivilTime

/// The days that a plan is made for: `from` up to, and not including, `to`, in the practice's zone.
public struct PlanningWindow: Hashable, Sendable {
  public let from: Day
  public let to: Day
  public let interval: Interval

  /// Nil unless `from` lies before `to`.
  public init?(from: Day, to: Day, zone: Zone) {
    guard from < to, let interval = Interval(zone.start(of: from), zone.start(of: to)) else { return nil }
    self.from = from
    self.to = to
    self.interval = interval
  }

  public var days: Range<Day> { from..<to }

  /// Six weeks: the length of a window whose end nobody names.
  public static let defaultDays = 42
}

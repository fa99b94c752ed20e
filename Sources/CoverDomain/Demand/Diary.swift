public import CivilTime

/// What a clinician's calendars say, over the horizon that was read.
public struct Diary: Hashable, Sendable {
  /// Hours from practice.yaml, VAVAILABILITY, or the practice; closures are not taken out.
  public var hours: IntervalSet
  public var leave: [Leave]
  /// Every session, whether or not it stands, by time.
  public var sessions: [Session]
  /// Opaque events that match no client and are not leave.
  public var busy: [Interval]

  public init(hours: IntervalSet = .empty, leave: [Leave] = [], sessions: [Session] = [], busy: [Interval] = []) {
    self.hours = hours
    self.leave = leave
    self.sessions = sessions.sorted()
    self.busy = busy.sorted()
  }
}

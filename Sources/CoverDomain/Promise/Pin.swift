public import CivilTime

/// An assignment that a person has settled: it stands while the rules allow it (P5).
public struct Pin: Hashable, Sendable {
  public enum Reason: String, Comparable, Sendable {
    case assigned
    /// It was published, and its time has come: it is what was to happen, and no plan changes it any more.
    case begun
    case told, accepted
    public static func < (left: Reason, right: Reason) -> Bool { left.rawValue < right.rawValue }
  }

  public let session: SessionID
  public let colleague: ClinicianID
  /// The start that was promised; nil where the session's own time is meant.
  public let start: Instant?
  public let reason: Reason

  public init(session: SessionID, colleague: ClinicianID, start: Instant?, reason: Reason) {
    self.session = session
    self.colleague = colleague
    self.start = start
    self.reason = reason
  }
}

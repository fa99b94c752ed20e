/// A session of the window that does not take place as usual: its clinician is on leave, or the practice is closed.
public struct Demand: Hashable, Sendable {
  public let session: Session
  /// The absence that takes the clinician away; nil where the practice is closed and the clinician is not away.
  public let absence: Absence?
  public let isClosed: Bool
  /// `none` where the practice is closed.
  public let need: Need
  /// The session of another clinician that is the same appointment and stands for this one, whose own need is then
  /// `none`; nil where there is none.
  public let sharedWith: SessionID?

  public init(session: Session, absence: Absence?, isClosed: Bool, need: Need, sharedWith: SessionID? = nil) {
    self.sharedWith = sharedWith
    self.session = session
    self.absence = absence
    self.isClosed = isClosed
    self.need = need
  }

  /// Whether cover is sought.
  public var wantsCover: Bool { need >= .preferred }
}

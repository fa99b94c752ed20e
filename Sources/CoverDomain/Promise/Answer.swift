/// What a colleague answered to an invitation.
public struct Answer: Hashable, Sendable {
  public enum Kind: String, Sendable { case accepted, declined, tentative }

  public let session: SessionID
  public let colleague: ClinicianID
  public let kind: Kind
  /// The SEQUENCE of the invitation that was answered.
  public let sequence: Int
  public let source: Source

  public init(session: SessionID, colleague: ClinicianID, kind: Kind, sequence: Int, source: Source) {
    self.session = session
    self.colleague = colleague
    self.kind = kind
    self.sequence = sequence
    self.source = source
  }
}

public import CivilTime

/// A cover session of the last publication.
public struct PublishedCover: Hashable, Sendable {
  public let session: SessionID
  public let clients: [ClientID]
  public let by: ClinicianID
  /// When the cover was to take place.
  public let interval: Interval
  /// The event's UID and SEQUENCE in the last publication.
  public let uid: String
  public let sequence: Int
  /// Since when that colleague has stood for it at that time; nil where the publication does not say.
  public let since: Instant?

  public init(
    session: SessionID, clients: [ClientID], by: ClinicianID, interval: Interval, uid: String, sequence: Int,
    since: Instant? = nil
  ) {
    self.session = session
    self.clients = clients.sorted()
    self.by = by
    self.interval = interval
    self.uid = uid
    self.sequence = sequence
    self.since = since
  }
}

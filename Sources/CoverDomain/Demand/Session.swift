public import CivilTime

/// One occurrence of an appointment in a clinician's calendar that matches one or more clients: opaque, not cancelled.
public struct Session: Hashable, Sendable {
  public let id: SessionID
  /// At least one, sorted, each once.
  public let clients: [ClientID]
  public let interval: Interval
  public let place: Place
  public let source: Source

  public init(id: SessionID, clients: [ClientID], interval: Interval, place: Place, source: Source) {
    self.id = id
    self.clients = Array(Set(clients)).sorted()
    self.interval = interval
    self.place = place
    self.source = source
  }

  public var clinician: ClinicianID { id.clinician }
}

extension Session: Comparable {
  /// By time, then by identity.
  public static func < (left: Session, right: Session) -> Bool {
    left.interval != right.interval ? left.interval < right.interval : left.id < right.id
  }
}

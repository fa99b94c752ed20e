public import CivilTime

/// Events of one calendar and one title that were read one way and may mean another: a person may know better.
public struct EventQuestion: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Busy time outside leave whose title comes near to a client.
    case mayBeClient = "may-be-a-client"
    /// A session with a client whose own clinician is somebody else, found by id or name in the title alone.
    case clientOfAnother = "client-of-another"
    /// A session whose title names clients, and in what is left of it comes near to others.
    case mayBeMore = "may-be-more"
    /// A session whose title says that it does not take place, while the event itself stands.
    case saysCancelled = "says-cancelled"
  }

  public let kind: Kind
  public let clinician: ClinicianID
  /// For the manager's eyes, as the summary of an unrecognised event is.
  public let summary: String
  /// The first of the events.
  public let source: Source
  /// When that one first takes place in the window.
  public let first: Interval
  /// How many there are in the window.
  public let count: Int
  /// As whose sessions they were read; empty for busy time.
  public let clients: [ClientID]
  public let near: [NearClient]

  public init(
    kind: Kind, clinician: ClinicianID, summary: String, source: Source, first: Interval, count: Int,
    clients: [ClientID] = [], near: [NearClient] = []
  ) {
    self.kind = kind
    self.clinician = clinician
    self.summary = summary
    self.source = source
    self.first = first
    self.count = count
    self.clients = clients
    self.near = near
  }
}

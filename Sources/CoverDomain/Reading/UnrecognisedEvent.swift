public import CivilTime

/// An opaque event in a clinician's leave that matches no client, or on a closed day one that comes near to a client: it
/// may be a session of somebody nobody tells.
public struct UnrecognisedEvent: Hashable, Sendable {
  /// What makes it matter.
  public enum Occasion: String, Sendable { case leave, closure }

  public let clinician: ClinicianID
  public let interval: Interval
  /// For the manager's eyes: plan.json, `check`, and the summary; never a message or a log.
  public let summary: String
  public let source: Source
  public let occasion: Occasion
  /// Clients whom the summary might mean, the nearest first; none if nobody comes near.
  public let near: [NearClient]

  public var candidates: [ClientID] { near.map(\.client) }

  public init(
    clinician: ClinicianID, interval: Interval, summary: String, source: Source, occasion: Occasion = .leave,
    near: [NearClient] = []
  ) {
    self.clinician = clinician
    self.interval = interval
    self.summary = summary
    self.source = source
    self.occasion = occasion
    self.near = near
  }
}

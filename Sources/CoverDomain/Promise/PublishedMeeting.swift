public import CivilTime

/// A handover or handback of the last publication: both who meet have it in their calendars.
public struct PublishedMeeting: Hashable, Sendable {
  /// The clinician who is absent after it, or was before.
  public let clinician: ClinicianID
  public let by: ClinicianID
  public let interval: Interval

  public init(clinician: ClinicianID, by: ClinicianID, interval: Interval) {
    self.clinician = clinician
    self.by = by
    self.interval = interval
  }
}

public import CivilTime

/// A colleague whom the last publication names for a day of an absence: clients and colleagues know the name.
public struct PublishedContact: Hashable, Sendable {
  /// The absent clinician.
  public let clinician: ClinicianID
  /// Whom the colleague supervises meanwhile; nil for the contact of the absence.
  public let supervisee: ClinicianID?
  public let day: Day
  public let by: ClinicianID

  public init(clinician: ClinicianID, supervisee: ClinicianID? = nil, day: Day, by: ClinicianID) {
    self.clinician = clinician
    self.supervisee = supervisee
    self.day = day
    self.by = by
  }
}

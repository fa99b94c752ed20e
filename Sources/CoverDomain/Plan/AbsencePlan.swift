public import CivilTime

/// The colleague named for a day of an absence.
public struct Contact: Hashable, Sendable {
  public let day: Day
  /// Nil where nobody can be named: a person has to see to it.
  public let by: ClinicianID?
  public init(day: Day, by: ClinicianID?) {
    self.day = day
    self.by = by
  }
}

/// The supervisor named for a supervisee on a day of their supervisor's absence.
public struct CoveringSupervisor: Hashable, Sendable {
  public let supervisee: ClinicianID
  public let day: Day
  /// Nil where nobody can be named.
  public let by: ClinicianID?
  public init(supervisee: ClinicianID, day: Day, by: ClinicianID?) {
    self.supervisee = supervisee
    self.day = day
    self.by = by
  }
}

/// A short meeting of the absent clinician and a covering colleague, before or after the absence.
public struct Handover: Hashable, Sendable {
  public enum Kind: String, Sendable { case handover, handback }
  public let kind: Kind
  public let colleague: ClinicianID
  /// The clients to be handed over.
  public let clients: [ClientID]
  /// Its length in minutes.
  public let minutes: Int
  /// Nil where none fits.
  public let interval: Interval?
  public init(kind: Kind, colleague: ClinicianID, clients: [ClientID], minutes: Int, interval: Interval?) {
    self.kind = kind
    self.colleague = colleague
    self.clients = clients
    self.minutes = minutes
    self.interval = interval
  }
}

/// Who is to be asked and met in one absence.
public struct AbsencePlan: Hashable, Sendable {
  public let absence: Absence
  /// One for each day of the window and the absence on which the practice is open, by day.
  public let contacts: [Contact]
  /// By day, then supervisee.
  public let supervisors: [CoveringSupervisor]
  /// By kind, then colleague.
  public let handovers: [Handover]
  /// Clients whose clinician and whose clinician's supervisor are both away on some day: a person has to see to them.
  public let withoutSupervisor: [ClientID]

  public init(
    absence: Absence, contacts: [Contact], supervisors: [CoveringSupervisor], handovers: [Handover],
    withoutSupervisor: [ClientID]
  ) {
    self.absence = absence
    self.contacts = contacts
    self.supervisors = supervisors
    self.handovers = handovers
    self.withoutSupervisor = withoutSupervisor
  }
}

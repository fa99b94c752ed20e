/// A clinician as their calendar shows them.
public struct DraftClinician: Hashable, Sendable {
  /// Where the name comes from.
  public enum NameOrigin: String, Hashable, Sendable {
    case calendar, organizer, address
    case file = "file name"
    /// Nothing names them.
    case none
  }

  /// When they work.
  public enum Hours: Hashable, Sendable {
    /// The calendar says so itself (VAVAILABILITY).
    case stated
    /// From the first begin to the last end of what was seen on each weekday.
    case seen(WeeklyHours)
    /// The calendar's program has these set.
    case set(WeeklyHours)
    /// Too little was seen.
    case unknown
  }

  public let id: ClinicianID
  public let name: String
  public let nameOrigin: NameOrigin
  public let email: String?
  /// Whether the address is one of the practice's that fits the name, and not that of the calendar's owner.
  public let isEmailFitting: Bool
  /// Files and folders, relative to the practice; nil where they lie where they are looked for.
  public let calendars: [String]?
  public let hours: Hours
  /// The weeks in which sessions were seen.
  public let weeks: Int
  /// The most sessions on one day, and in one week; 0 where there were none.
  public let mostInADay: Int
  public let mostInAWeek: Int
  /// The sites at which sessions were seen; nil where no session says where it is.
  public let sites: [SiteID]?
  /// How many sessions were online.
  public let online: Int
  /// With whom the calendar has supervision.
  public let supervisionWith: [ClinicianID]

  public init(
    id: ClinicianID, name: String, nameOrigin: NameOrigin, email: String?, isEmailFitting: Bool, calendars: [String]?,
    hours: Hours,
    weeks: Int, mostInADay: Int, mostInAWeek: Int, sites: [SiteID]?, online: Int, supervisionWith: [ClinicianID]
  ) {
    self.id = id
    self.name = name
    self.nameOrigin = nameOrigin
    self.email = email
    self.isEmailFitting = isEmailFitting
    self.calendars = calendars
    self.hours = hours
    self.weeks = weeks
    self.mostInADay = mostInADay
    self.mostInAWeek = mostInAWeek
    self.sites = sites
    self.online = online
    self.supervisionWith = supervisionWith
  }
}

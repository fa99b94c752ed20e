public import CivilTime

/// A practice as its calendars alone show it: what a first practice.yaml and clients.csv can say.
///
/// Everything in it is a guess from what the calendars hold between two days; what no calendar tells (where to turn when it
/// cannot wait, consent, needs, specialties) is not in it.
public struct PracticeDraft: Hashable, Sendable {
  /// From the name of the folder.
  public let name: String
  public let zone: DraftZone
  /// When anybody works; never empty.
  public let hours: WeeklyHours
  /// Whether the hours were seen; else they are an assumption.
  public let hoursAreSeen: Bool
  /// By id.
  public let sites: [DraftSite]
  /// By id.
  public let clinicians: [DraftClinician]
  /// By id.
  public let clients: [DraftClient]
  /// Words for leave that the calendars use beyond those which are always known, sorted.
  public let leaveWords: [String]
  /// Sessions that nothing in clients.csv would find.
  public let entries: [DraftEventEntry]
  /// Titles that are not taken for clients, by clinician and title.
  public let titles: [DraftTitle]
  /// The days that were looked at.
  public let days: Range<Day>

  public init(
    name: String, zone: DraftZone, hours: WeeklyHours, hoursAreSeen: Bool, sites: [DraftSite],
    clinicians: [DraftClinician], clients: [DraftClient], leaveWords: [String], entries: [DraftEventEntry],
    titles: [DraftTitle], days: Range<Day>
  ) {
    self.name = name
    self.zone = zone
    self.hours = hours
    self.hoursAreSeen = hoursAreSeen
    self.sites = sites
    self.clinicians = clinicians
    self.clients = clients
    self.leaveWords = leaveWords
    self.entries = entries
    self.titles = titles
    self.days = days
  }

  /// The titles that may be clients all the same.
  public var doubtful: [DraftTitle] { titles.filter { $0.kind.mayBeClient } }
}

/// The zone of a draft, and where it comes from.
public struct DraftZone: Hashable, Sendable {
  public enum Origin: Hashable, Sendable {
    case given
    /// So many of so many calendars are in it.
    case calendars(Int, of: Int)
    /// No calendar says.
    case assumed
  }

  public let zone: Zone
  public let origin: Origin

  public init(_ zone: Zone, _ origin: Origin) {
    self.zone = zone
    self.origin = origin
  }
}

/// A place at which sessions take place.
public struct DraftSite: Hashable, Sendable {
  public let id: SiteID
  /// How many sessions were seen there.
  public let sessions: Int

  public init(id: SiteID, sessions: Int) {
    self.id = id
    self.sessions = sessions
  }
}

/// An entry of `events` that a draft needs: a title in a clinician's calendar, and the clients whom it means.
public struct DraftEventEntry: Hashable, Sendable {
  public let summary: String
  public let clinician: ClinicianID
  /// Sorted, never empty.
  public let clients: [ClientID]

  public init(summary: String, clinician: ClinicianID, clients: [ClientID]) {
    self.summary = summary
    self.clinician = clinician
    self.clients = clients
  }
}

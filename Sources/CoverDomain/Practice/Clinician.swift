public import CivilTime

/// A person in practice.yaml.
public struct Clinician: Hashable, Sendable {
  public enum Level: String, CaseIterable, Sendable { case qualified, trainee }

  /// A right to practise in a jurisdiction; it still holds on its day of expiry.
  public struct Licence: Hashable, Sendable {
    public let jurisdiction: Tag
    public let expires: Day?
    public init(jurisdiction: Tag, expires: Day?) {
      self.jurisdiction = jurisdiction
      self.expires = expires
    }
  }

  /// Upper bounds on sessions; nil is no bound.
  public struct Limits: Hashable, Sendable {
    public var sessionsPerDay: Int?
    public var sessionsPerWeek: Int?
    public var coverPerDay: Int?
    public var coverPerWeek: Int?
    public init(
      sessionsPerDay: Int? = nil, sessionsPerWeek: Int? = nil, coverPerDay: Int? = nil, coverPerWeek: Int? = nil
    ) {
      self.sessionsPerDay = sessionsPerDay
      self.sessionsPerWeek = sessionsPerWeek
      self.coverPerDay = coverPerDay
      self.coverPerWeek = coverPerWeek
    }
  }

  public let id: ClinicianID
  public var name: String
  public var email: String?
  public var specialties: Set<Tag> = []
  public var languages: Set<LanguageTag> = [.english]
  public var background: Set<Tag> = []
  public var gender: Tag?
  public var sites: Set<SiteID> = []
  public var online = true
  public var licences: [Licence] = []
  /// The payers accepted; nil accepts all.
  public var payers: Set<Tag>?
  /// Hours of practice.yaml; nil where the calendar's VAVAILABILITY or the practice's hours stand in.
  public var hours: WeeklyHours?
  /// Full-time equivalent, above 0.
  public var fte: Double = 1
  public var level = Level.qualified
  public var supervisor: ClinicianID?
  public var supervises = false
  public var takesCover = true
  public var onCall = true
  public var employedFrom: Day?
  /// The last day of employment.
  public var employedUntil: Day?
  public var limits = Limits()
  public var leeway = Leeway()

  public init(id: ClinicianID, name: String) {
    self.id = id
    self.name = name
  }

  public func isEmployed(on day: Day) -> Bool {
    (employedFrom.map { $0 <= day } ?? true) && (employedUntil.map { day <= $0 } ?? true)
  }

  /// `round(100 / fte)`: what a square of load costs in the fairness tier.
  public var fairnessWeight: Int { Int((100 / fte).rounded()) }
}

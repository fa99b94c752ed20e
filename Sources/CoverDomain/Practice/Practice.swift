public import CivilTime

/// Who works here, and by which rules: what practice.yaml says.
public struct Practice: Hashable, Sendable {
  public var name: String
  public var zone: Zone
  public var email: String?
  public var phone: String?
  /// Where to turn when it cannot wait, in `language`.
  public var urgentHelp: String?
  /// The same by language, where practice.yaml has it in several.
  public var urgentHelpByLanguage: [LanguageTag: String] = [:]
  /// In which clients are written to who name no other.
  public var language: LanguageTag
  public var hours: WeeklyHours
  public var sites: [SiteID]
  /// Sorted by id.
  public let clinicians: [Clinician]
  public var rules: PracticeRules
  /// Those outside to whom clients may be referred, in the order of practice.yaml.
  public var outside: [OutsideProfessional] = []
  private let positions: [ClinicianID: Int]

  /// Clinicians are put in the order of their ids; of two with one id the first is kept.
  public init(
    name: String, zone: Zone, email: String? = nil, phone: String? = nil, urgentHelp: String? = nil,
    language: LanguageTag = .english, hours: WeeklyHours, sites: [SiteID], clinicians: [Clinician], rules: PracticeRules
  ) {
    self.name = name
    self.zone = zone
    self.email = email
    self.phone = phone
    self.urgentHelp = urgentHelp
    self.language = language
    self.hours = hours
    self.sites = sites
    self.rules = rules
    var seen: Set<ClinicianID> = []
    self.clinicians = clinicians.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
    positions = Dictionary(uniqueKeysWithValues: self.clinicians.enumerated().map { ($1.id, $0) })
  }

  public func clinician(_ id: ClinicianID) -> Clinician? { positions[id].map { clinicians[$0] } }

  /// Every clinician but that one, by id.
  public func colleagues(of id: ClinicianID) -> [Clinician] { clinicians.filter { $0.id != id } }
}

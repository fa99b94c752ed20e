public import CivilTime

/// A row of the caseload register.
public struct Client: Hashable, Sendable {
  public enum CoverWish: String, CaseIterable, Sendable { case auto, required, preferred, wait, none }
  public enum Risk: String, CaseIterable, Sendable { case high, standard }
  public enum ContactWay: String, CaseIterable, Sendable { case email, letter, phone, none }
  public enum Consent: String, CaseIterable, Sendable { case yes, no, ask }

  public let id: ClientID
  /// The client's name: for letters to that client and for finding sessions; nowhere else.
  public var name: String
  public var clinician: ClinicianID?
  public var cover = CoverWish.auto
  public var risk = Risk.standard
  public var needs: Set<Tag> = []
  public var language: LanguageTag?
  /// Clinician ids, specialties, languages, background tags or genders, lower case, in the order of the register.
  public var prefers: [Tag] = []
  public var avoid: Set<ClinicianID> = []
  public var email: String?
  public var phone: String?
  public var contact = ContactWay.email
  public var consent = Consent.yes
  public var jurisdiction: Tag?
  public var payer: Tag?
  /// When the client could come, on the practice's clock; nil when unknown.
  public var times: WeeklyHours?
  /// By which the client lives; nil where it is the practice's, or unknown.
  public var zone: Zone?

  public init(id: ClientID, name: String) {
    self.id = id
    self.name = name
  }
}

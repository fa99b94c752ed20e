/// A client as the calendars show them.
public struct DraftClient: Hashable, Sendable {
  /// What names the client in the calendars: the strongest of what was seen.
  public enum Origin: String, CaseIterable, Hashable, Sendable {
    case property = "X-PLAN-COVER-CLIENT"
    case address = "guest's address"
    case number = "number in the title"
    case name = "name in the title"
    case initials = "initials in the title"
    case word = "one word of the title"

    /// `by the number in the title`.
    public var phrase: String { self == .property ? "by \(rawValue)" : "by the \(rawValue)" }
  }

  /// What a person has to look at.
  public enum Doubt: Hashable, Comparable, Sendable {
    /// One word may be a first name, or something else.
    case oneWord
    case nameMissing
    /// The name is that of the address.
    case nameFromAddress
    /// The title gives a part of the name alone.
    case nameIsShort
    /// One session alone was seen.
    case once
    /// Also in these clinicians' calendars; sorted.
    case sharedWith([ClinicianID])
    /// Several people of one address.
    case addressShared

    private var rank: Int {
      switch self {
      case .oneWord: 0
      case .nameMissing: 1
      case .nameFromAddress: 2
      case .nameIsShort: 3
      case .once: 4
      case .sharedWith: 5
      case .addressShared: 6
      }
    }

    public static func < (left: Doubt, right: Doubt) -> Bool { left.rank < right.rank }
  }

  public let id: ClientID
  /// Empty where nothing names them.
  public let name: String
  public let clinician: ClinicianID
  public let email: String?
  public let origin: Origin
  /// How many sessions were seen.
  public let sessions: Int
  /// In order.
  public let doubts: [Doubt]

  public init(
    id: ClientID, name: String, clinician: ClinicianID, email: String?, origin: Origin, sessions: Int, doubts: [Doubt]
  ) {
    self.id = id
    self.name = name
    self.clinician = clinician
    self.email = email
    self.origin = origin
    self.sessions = sessions
    self.doubts = doubts
  }
}

extension DraftClient.Doubt {
  /// As a person reads it.
  public var sentence: String {
    switch self {
    case .oneWord: "one word: a first name, or no client at all?"
    case .nameMissing: "the name is missing"
    case .nameFromAddress: "the name is that of the address"
    case .nameIsShort: "the name is not whole"
    case .once: "one session alone was seen"
    case .sharedWith(let others): "also in the calendar of \(others.map(\.text).joined(separator: " and "))"
    case .addressShared: "the address is somebody else's as well"
    }
  }
}

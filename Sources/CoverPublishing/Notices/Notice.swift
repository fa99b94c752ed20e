public import CivilTime
public import CoverDomain

/// A letter to a client, for a person to read and send.
public struct Notice: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// That the clinician will be away, and what that means.
    case first
    /// The same again, shortly before.
    case reminder
    /// That the practice is closed.
    case closure
    /// That what the client was told has changed.
    case change
    /// That what the client was told is no longer needed.
    case withdrawal
    /// That the clinician is back soon.
    case back = "return"
    /// That somebody else of the practice could see the client as well, if the client wants that.
    case offer
  }

  public let client: ClientID
  public let kind: Kind
  /// Whose absence it is about; for a closure, the first clinician; for an offer, who asked for it.
  public let clinician: ClinicianID
  /// The first day of that absence; nil where nobody is away.
  public let absence: Day?
  /// The sessions that it speaks of.
  public let sessions: [SessionID]
  /// The day on which it is to be sent; the day on which that was found where it should have been sent before.
  public let due: Day
  /// The last day on which the practice is open before it is due, or that day itself.
  public let send: Day
  /// The day on which it should have been sent, where that had passed.
  public let missed: Day?
  /// Relative to `cover/`, without ending.
  public let path: String
  /// The letter, as its file holds it.
  public let text: String
  /// The language that it is written in.
  public let language: LanguageTag
  /// The client's language, where no letters are written in it.
  public let unwritten: LanguageTag?
  /// How it reaches the client.
  public let way: Client.ContactWay
  /// Whether there is a mail draft as well.
  public let hasMail: Bool
  /// What whoever sends it should know first, the weightiest first.
  public let cautions: [LetterCaution]

  public var isLate: Bool { missed != nil }

  /// What it is called: its file without folder and ending, as in `2026-11-23-AB12-first`.
  public var name: String { String(path.split(separator: "/").last ?? "") }

  /// When a letter has to go out, as seen from a day.
  public enum Turn: String, Sendable {
    case late, today
    /// In the six days after.
    case thisWeek = "this-week"
    case later
  }

  public func turn(on day: Day) -> Turn {
    if isLate || due < day { return .late }
    if send <= day { return .today }
    return send < day + 7 ? .thisWeek : .later
  }
}

/// A letter that could not be written: a person has to see to it.
public struct RefusedNotice: Hashable, Sendable {
  public let client: ClientID
  public let kind: Notice.Kind
  /// What is wrong, without a name of a client.
  public let reasons: [String]
  /// The letter as it would have been.
  public let text: String
}

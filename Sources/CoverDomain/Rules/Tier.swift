/// What is minimised, one after another; the raw value is the name in every file.
public enum Tier: String, CaseIterable, Hashable, Sendable {
  case required, preferred
  case referralUnmet = "referral-unmet"
  case stability, continuity
  case sameTime = "same-time"
  case ownClinician = "own-clinician"
  case preference
  case referralWait = "referral-wait"
  case fairness

  public static let defaultOrder: [Tier] = allCases

  /// Whether the tier counts something in every practice. The others do where there are requests, or where sessions may
  /// be moved with their own clinician; elsewhere they are left out of plan and report.
  public var isAlwaysInPlay: Bool {
    switch self {
    case .required, .preferred, .stability, .continuity, .sameTime, .preference, .fairness: true
    case .referralUnmet, .referralWait, .ownClinician: false
    }
  }

  /// What the tier counts, in a manager's words.
  public var sentence: String {
    switch self {
    case .required: "sessions that must be covered and are not"
    case .preferred: "sessions that should be covered and are not"
    case .referralUnmet: "requests for a second professional that nobody meets"
    case .stability: "published cover that changes"
    case .continuity: "further colleagues a client has to meet in one absence"
    case .sameTime: "sessions at another time than usual"
    case .ownClinician: "sessions that somebody else than the client's own clinician gives"
    case .preference: "wishes of clients that their covering colleague does not meet"
    case .referralWait: "days that requests for a second professional wait"
    case .fairness: "unevenness of the covering load (weighted squares)"
    }
  }
}

/// What is minimised, one after another; the raw value is the name in every file.
public enum Tier: String, CaseIterable, Hashable, Sendable {
  case required, preferred, stability, continuity
  case sameTime = "same-time"
  case preference, fairness

  public static let defaultOrder: [Tier] = [
    .required, .preferred, .stability, .continuity, .sameTime, .preference, .fairness,
  ]

  /// What the tier counts, in a manager's words.
  public var sentence: String {
    switch self {
    case .required: "sessions that must be covered and are not"
    case .preferred: "sessions that should be covered and are not"
    case .stability: "published cover that changes"
    case .continuity: "further colleagues a client has to meet in one absence"
    case .sameTime: "sessions at another time than usual"
    case .preference: "wishes of clients that their covering colleague does not meet"
    case .fairness: "unevenness of the covering load (weighted squares)"
    }
  }
}

/// A client whom an event might mean, and why: enough to ask a person, never enough to decide.
public struct NearClient: Hashable, Sendable {
  /// What in the summary comes near to the client, the strongest first.
  public enum Reason: String, CaseIterable, Comparable, Sendable {
    case sameName = "same-name"
    case order, spelling, number
    case initialAndName = "initial-and-name"
    case initials
    case partOfName = "part-of-name"

    /// In words, to stand in brackets behind the id.
    public var words: String {
      switch self {
      case .sameName: "one of several clients of this name"
      case .order: "the words of the name, otherwise arranged"
      case .spelling: "the name, otherwise spelt"
      case .number: "the number of the id"
      case .initialAndName: "a name and an initial"
      case .initials: "the initials"
      case .partOfName: "a part of the name"
      }
    }

    public static func < (left: Reason, right: Reason) -> Bool { left.rank < right.rank }

    private var rank: Int { Reason.allCases.firstIndex(of: self) ?? 0 }
  }

  public let client: ClientID
  public let reason: Reason

  public init(_ client: ClientID, _ reason: Reason) {
    self.client = client
    self.reason = reason
  }
}

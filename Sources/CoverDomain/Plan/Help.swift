/// What would help the gaps of a plan together.
public struct Help: Hashable, Sendable {
  /// Changes that close several gaps at once.
  public struct Step: Hashable, Sendable {
    /// Each in words, as in `Gap.Remedy`.
    public let changes: [String]
    public let suppositions: [Supposition]
    /// The gaps that they close, by time.
    public let sessions: [SessionID]
    /// The proof, as in `Gap.Remedy`.
    public let covers: [SessionID: Cover]

    public init(
      changes: [String], suppositions: [Supposition], sessions: [SessionID], covers: [SessionID: Cover]
    ) {
      self.changes = changes
      self.suppositions = suppositions
      self.sessions = sessions
      self.covers = covers
    }
  }

  /// The most that one change does, then two, then three; only those that do more than the step before, and close two
  /// gaps at least.
  public let together: [Step]
  /// Gaps for which nothing was sought; where that is so of some alone, the most urgent were taken first.
  public let notSought: Int
  /// Why nothing was sought for those.
  public let reason: Reason

  /// Why nothing was sought.
  public enum Reason: Hashable, Sendable {
    /// There are so many.
    case tooMany
    /// The search was ended, or was to take no time.
    case ended
    /// The solver was at fault, in a line.
    case fault(String)
  }

  public static let none = Help(together: [], notSought: 0)

  public init(together: [Step], notSought: Int, reason: Reason = .tooMany) {
    self.together = together
    self.notSought = notSought
    self.reason = reason
  }
}

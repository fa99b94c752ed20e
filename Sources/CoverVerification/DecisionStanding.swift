public import CoverDomain

/// What becomes of a decision as the calendars are now.
public struct DecisionStanding: Hashable, Sendable {
  public enum State: String, CaseIterable, Sendable {
    /// It counts, and nothing stands in its way.
    case kept
    /// It means nothing that is planned now.
    case rests
    /// Other rules do not let it be kept.
    case broken
    /// What it was about is past.
    case over
  }

  /// Why a colleague cannot take a session as was decided.
  public struct Obstacle: Hashable, Sendable {
    public let session: Session
    public let colleague: ClinicianID
    /// In the order of `Rule.allCases`.
    public let rules: [Rule]
    /// What is in the way, a part for each rule, in ids and times alone.
    public let details: [String]
  }

  public let state: State
  /// Why it rests, or what stands in its way where no rule of a session does; in ids and times alone.
  public let reason: String?
  /// For `broken`, by time.
  public let obstacles: [Obstacle]
  /// The sessions that it is about and that are still to come, by time.
  public let sessions: [Session]

  public init(_ state: State, _ reason: String? = nil, obstacles: [Obstacle] = [], sessions: [Session] = []) {
    self.state = state
    self.reason = reason
    self.obstacles = obstacles
    self.sessions = sessions
  }
}

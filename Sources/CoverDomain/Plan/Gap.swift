/// Why nobody covers a session, and what would help.
public struct Gap: Hashable, Sendable {
  /// The rules that keep a colleague from the session, the rest of the plan as it is.
  public struct Obstacles: Hashable, Sendable {
    public let colleague: ClinicianID
    /// In the order of `Rule.allCases`, never empty in a proven plan.
    public let rules: [Rule]
    public init(colleague: ClinicianID, rules: [Rule]) {
      self.colleague = colleague
      self.rules = rules
    }
  }

  /// A smallest set of changes that would let the colleague take the session.
  public struct Remedy: Hashable, Sendable {
    public let colleague: ClinicianID
    public let rules: [Rule]
    /// Each change in words: ids, names of clinicians, times; nothing of the client.
    public let changes: [String]
    public init(colleague: ClinicianID, rules: [Rule], changes: [String]) {
      self.colleague = colleague
      self.rules = rules
      self.changes = changes
    }
  }

  /// One entry for every colleague, by id.
  public let why: [Obstacles]
  /// Least first, then by id.
  public let wouldHelp: [Remedy]

  public init(why: [Obstacles], wouldHelp: [Remedy]) {
    self.why = why
    self.wouldHelp = wouldHelp
  }
}

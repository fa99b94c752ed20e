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

  /// A smallest set of changes with which the session has somebody and no other session loses its cover.
  public struct Remedy: Hashable, Sendable {
    /// Who takes the session then; the clinician whose own it is where their leave becomes shorter.
    public let colleague: ClinicianID
    /// The rules that would be broken without the changes, in the order of `Rule.allCases`.
    public let rules: [Rule]
    /// Each change in words: ids, names of clinicians, times; nothing of the client.
    public let changes: [String]
    /// The same, as they can be supposed.
    public let suppositions: [Supposition]
    /// The proof: with the changes, these covers in place of the plan's keep every rule. By session; those of the plan
    /// that stay are not among them.
    public let covers: [SessionID: Cover]

    public init(
      colleague: ClinicianID, rules: [Rule], changes: [String], suppositions: [Supposition] = [],
      covers: [SessionID: Cover] = [:]
    ) {
      self.colleague = colleague
      self.rules = rules
      self.changes = changes
      self.suppositions = suppositions
      self.covers = covers
    }
  }

  /// One entry for every colleague, by id.
  public let why: [Obstacles]
  /// Least first: all have as few changes as can be; of these the easier to bring about come first.
  public let wouldHelp: [Remedy]
  /// Whether all that may be asked for was looked through: where it was and nothing is named, nothing helps.
  public let isSearched: Bool

  public init(why: [Obstacles], wouldHelp: [Remedy], isSearched: Bool = true) {
    self.isSearched = isSearched
    self.why = why
    self.wouldHelp = wouldHelp
  }
}

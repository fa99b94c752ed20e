public import CivilTime

/// Which absences the practice could not cover, what hangs on one person, and what would close most.
public struct Resilience: Hashable, Sendable {
  /// Sessions that nobody could take.
  public struct Shortfall: Hashable, Sendable {
    /// Sessions of those who are away that would want cover.
    public let affected: Int
    /// Of the sessions that must be covered, and of those that should be: how many more than today have nobody.
    public let required: Int
    public let preferred: Int
    /// Whether no plan has fewer.
    public let isProven: Bool

    public init(affected: Int, required: Int, preferred: Int, isProven: Bool) {
      self.affected = affected
      self.required = required
      self.preferred = preferred
      self.isProven = isProven
    }

    public var uncovered: Int { required + preferred }
  }

  /// One clinician, or two, away at once.
  public struct Scenario: Hashable, Sendable {
    /// By id.
    public let away: [ClinicianID]
    public let week: Shortfall
    public let month: Shortfall

    public init(away: [ClinicianID], week: Shortfall, month: Shortfall) {
      self.away = away
      self.week = week
      self.month = month
    }
  }

  /// Something that clients need and one person alone offers, or nobody.
  public struct Dependency: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable { case specialty, language, licence, payer }

    public let kind: Kind
    public let word: String
    /// Who has it; nil for nobody.
    public let holder: ClinicianID?
    /// Who needs it, by id.
    public let clients: [ClientID]

    public init(kind: Kind, word: String, holder: ClinicianID?, clients: [ClientID]) {
      self.kind = kind
      self.word = word
      self.holder = holder
      self.clients = clients
    }
  }

  /// Something that the practice could add, and what it would close of what single absences of a month leave open.
  public struct Addition: Hashable, Sendable {
    /// In a manager's words: `Ben Lee has emdr`.
    public let words: String
    public let closes: Int

    public init(words: String, closes: Int) {
      self.words = words
      self.closes = closes
    }
  }

  public let week: ClosedRange<Day>
  public let month: ClosedRange<Day>
  /// Each clinician alone, by id.
  public let single: [Scenario]
  /// Each two together, by id.
  public let pairs: [Scenario]
  /// By kind, then those that nobody offers, then by how many clients need it.
  public let dependencies: [Dependency]
  /// That closes most first.
  public let additions: [Addition]

  public init(
    week: ClosedRange<Day>, month: ClosedRange<Day>, single: [Scenario], pairs: [Scenario], dependencies: [Dependency],
    additions: [Addition]
  ) {
    self.week = week
    self.month = month
    self.single = single
    self.pairs = pairs
    self.dependencies = dependencies
    self.additions = additions
  }

  /// Sessions that single absences of a month leave open, all together.
  public var openAlone: Int { single.reduce(0) { $0 + $1.month.uncovered } }
}

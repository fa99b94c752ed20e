/// Why a session is with whom it is: the chosen colleague beside all others.
public struct Explanation: Hashable, Sendable {
  /// Somebody who was not chosen.
  public struct Candidate: Hashable, Sendable {
    public let colleague: ClinicianID
    /// The rules that keep them from the session's own time whatever else is planned, in the order of `Rule.allCases`.
    public let obstacles: [Rule]
    /// The rules that do beside the plan's other cover, and would not if that were given to others.
    public let beside: [Rule]
    /// What the best plan comes to in which they take it; nil where a rule keeps them from it whatever else is planned,
    /// and where nobody was chosen: then there is no such plan that is no worse.
    public let chosen: Chosen?

    public init(colleague: ClinicianID, obstacles: [Rule], beside: [Rule], chosen: Chosen?) {
      self.colleague = colleague
      self.obstacles = obstacles
      self.beside = beside
      self.chosen = chosen
    }
  }

  /// The best plan in which somebody else takes the session.
  public struct Chosen: Hashable, Sendable {
    /// Every tier, in order: the plan's value, and this one's.
    public let tiers: [TierChange]
    /// What people have settled and it would not keep, beyond what the plan does not keep.
    public let broken: [BrokenPromise]
    /// Whether the first tier that differs is proven to be no better than it is.
    public let isProven: Bool

    public init(tiers: [TierChange], broken: [BrokenPromise], isProven: Bool) {
      self.tiers = tiers
      self.broken = broken
      self.isProven = isProven
    }

    /// The first tier that differs: what decides between the two.
    public var decisive: TierChange? { tiers.first { $0.difference != 0 } }
  }

  public let assignment: Assignment
  /// Everybody else than the session's own clinician and who takes it, by id.
  public let candidates: [Candidate]

  public init(assignment: Assignment, candidates: [Candidate]) {
    self.assignment = assignment
    self.candidates = candidates
  }
}

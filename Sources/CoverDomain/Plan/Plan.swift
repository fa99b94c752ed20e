/// A cover plan: what becomes of every demand, and how good that is.
public struct Plan: Hashable, Sendable {
  public enum Status: String, Sendable {
    /// Every tier is proven best.
    case optimal
    /// Every rule holds; some tier may not be best yet.
    case feasible
  }

  public let window: PlanningWindow
  /// In the order in which the tiers were minimised.
  public let tiers: [TierResult]
  /// One for every demand, by time.
  public let assignments: [Assignment]
  /// One for every absence that reaches into the window, by time.
  public let absences: [AbsencePlan]
  public let brokenPromises: [BrokenPromise]
  /// One for every request of the situation, in the order of their time.
  public let referrals: [ReferralAssignment]
  /// What would help the uncovered sessions together; what would help each is in its gap.
  public let help: Help

  public init(
    window: PlanningWindow, tiers: [TierResult], assignments: [Assignment], absences: [AbsencePlan],
    brokenPromises: [BrokenPromise], referrals: [ReferralAssignment] = [], help: Help = .none
  ) {
    self.window = window
    self.tiers = tiers
    self.assignments = assignments
    self.absences = absences
    self.brokenPromises = brokenPromises
    self.referrals = referrals
    self.help = help
  }

  public var status: Status { tiers.allSatisfy(\.isProven) ? .optimal : .feasible }

  /// What becomes of a session; nil for one that takes place as usual.
  public func assignment(of session: SessionID) -> Assignment? { assignments.first { $0.session.id == session } }

  /// Who gives what: the covered sessions, and the requests that are met.
  public var covers: [SessionID: Cover] {
    var covers: [SessionID: Cover] = [:]
    for assignment in assignments { covers[assignment.session.id] = assignment.outcome.cover }
    for assignment in referrals { covers[assignment.referral.id] = assignment.cover }
    return covers
  }

  /// The assignments of that outcome name.
  public func count(_ outcome: String) -> Int { assignments.count { $0.outcomeName == outcome } }
}

import CPSAT
public import CoverDomain

/// Makes the best plan of a situation.
///
/// Every plan it gives keeps every rule. Equal situations give equal plans wherever the time suffices for the proof.
public struct Planner: Sendable {
  private let situation: Situation
  private let options: PlanningOptions
  private let progress: @Sendable (PlanningProgress) -> Void
  private let cancellation: Cancellation?
  private let library: @Sendable () throws -> SolverLibrary

  /// - Parameters:
  ///   - progress: called on the planning thread, at the begin and the end of each step, and some times a second in between.
  ///   - cancellation: ends the search with the best plan so far.
  public init(
    situation: Situation, options: PlanningOptions = PlanningOptions(), cancellation: Cancellation? = nil,
    progress: @escaping @Sendable (PlanningProgress) -> Void = { _ in }
  ) {
    self.init(
      situation: situation, options: options, cancellation: cancellation, library: SolverAccess.library,
      progress: progress)
    if situation.demands.contains(where: \.wantsCover) || !situation.referrals.isEmpty { SolverAccess.begin() }
  }

  /// Begins to load the solver beside other work, such as reading: it takes as long as a small practice takes to read.
  public static func prepare() { SolverAccess.begin() }

  init(
    situation: Situation, options: PlanningOptions = PlanningOptions(), cancellation: Cancellation? = nil,
    library: @escaping @Sendable () throws -> SolverLibrary,
    progress: @escaping @Sendable (PlanningProgress) -> Void = { _ in }
  ) {
    self.situation = situation
    self.options = options
    self.cancellation = cancellation
    self.library = library
    self.progress = progress
  }

  /// Whether the solver did not return when its time was over, in this process: the program then went on without it.
  public static var hasLeftSolverBehind: Bool { Solver.hasLeftSolveBehind }

  /// Plans, on the calling thread. Throws when the solver is needed and cannot be used, or is at fault.
  public func plan() throws(PlanningError) -> Plan {
    do {
      return try makePlan()
    } catch {
      throw PlanningError(error)
    }
  }

  private func makePlan() throws -> Plan {
    let budget = Budget(limit: options.timeLimit, cancellation: cancellation)
    let interruption = Interruption()
    cancellation?.onCancel { interruption.stop() }
    let facts = Facts(situation)
    let found = try TimedSearch(facts).result { table, start in
      let limits = SharedLimits(facts, table)
      let board = Board(facts, table, limits)
      // Where times may be too few, some of the time is kept for planning again.
      let floats = table.choices.contains(where: \.isFloating)
      var ladder = Ladder(
        board, limits, start: start, options: options, budget: floats ? budget.most : budget, library: library,
        interruption: interruption, progress: progress)
      try ladder.climb()
      return (ladder.draft, ladder.results)
    }
    let (draft, table) = (found.draft, found.table)
    let duties = DutyPlanner(budget: budget, library: library, interruption: interruption)
    let help = Ahead { () throws(Never) in self.help(for: draft, facts, table, interruption) }
    let absences = try AbsencePlanner(facts, draft, duties: duties).plans()
    let referrals = referrals(of: draft, facts)
    let (remedies, together) = help.value()
    return Plan(
      window: situation.window, tiers: found.answer, assignments: assignments(of: draft, remedies, facts),
      absences: absences, brokenPromises: BrokenPromises(facts, draft).all(), referrals: referrals, help: together)
  }

  /// What would help where somebody is missing. A search that was ended, or is to take no time, seeks none; one whose
  /// time is over still does, for it is bounded by itself.
  private func help(
    for draft: Draft, _ facts: Facts, _ table: ChoiceTable, _ interruption: Interruption
  ) -> (remedies: [Int: HelpSearch.Remedies], together: Help) {
    let gaps = facts.situation.demands.indices.count { facts.isOpen($0, in: draft) }
    guard gaps > 0 else { return ([:], .none) }
    guard options.seeksHelp, options.timeLimit != 0, !(cancellation?.isCancelled ?? false) else {
      return ([:], Help(together: [], notSought: gaps, reason: .ended))
    }
    // A plan that stands is not given up because a fault keeps from seeking what would help.
    do {
      return try HelpSearch(
        facts, draft, table, solver: Solver(library: library()), interruption: interruption
      ).help()
    } catch {
      return ([:], Help(together: [], notSought: gaps, reason: .fault(PlanningError(error).message)))
    }
  }

  private func assignments(of draft: Draft, _ remedies: [Int: HelpSearch.Remedies], _ facts: Facts) -> [Assignment] {
    let explainer = Explainer(facts, draft)
    return facts.situation.demands.enumerated().map { position, demand in
      Assignment(
        demand: demand,
        outcome: outcome(of: position, demand, draft[position], facts) {
          Gap(
            why: explainer.obstacles(to: position), wouldHelp: remedies[position]?.remedies ?? [],
            isSearched: remedies[position]?.isWhole ?? false)
        })
    }
  }

  private func referrals(of draft: Draft, _ facts: Facts) -> [ReferralAssignment] {
    let explainer = ReferralExplainer(facts, draft)
    let openings = Openings(facts, draft)
    return zip(facts.requests, facts.situation.referrals).map { position, referral in
      guard let choice = draft[position] else {
        return ReferralAssignment(referral: referral, outcome: .unmet(explainer.gap(of: position)))
      }
      let colleague = facts.people[choice.colleague].clinician.id
      return ReferralAssignment(
        referral: referral, outcome: .met(Cover(by: colleague, interval: choice.interval)),
        others: openings.first(of: position, before: referral.due, except: choice))
    }
  }

  private func outcome(
    of position: Int, _ demand: Demand, _ choice: Choice?, _ facts: Facts, gap: () -> Gap
  ) -> CoverDomain.Outcome {
    if demand.isClosed { return .closed }
    if let choice {
      return .covered(Cover(by: facts.people[choice.colleague].clinician.id, interval: choice.interval))
    }
    switch demand.need {
    case .none: return .none
    case .wait: return .waiting
    case .preferred, .required: return .uncovered(gap())
    }
  }
}

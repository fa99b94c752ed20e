import CPSAT
import CivilTime
public import CoverDomain

/// Explains a plan session by session: why this colleague, why nobody, and what would help.
///
/// That somebody else would be worse is found by planning with it decided that they take the session.
public struct Explanations: Sendable {
  private let facts: Facts
  private let table: ChoiceTable
  private let draft: Draft
  private let options: PlanningOptions
  private let cancellation: Cancellation?
  private let library: @Sendable () throws -> SolverLibrary

  /// - Parameters:
  ///   - covers: the plan's, by session; a published one's, or one just made.
  ///   - options: for each plan that is made for comparison.
  public init(
    situation: Situation, covers: [SessionID: Cover], options: PlanningOptions = PlanningOptions(),
    cancellation: Cancellation? = nil
  ) {
    facts = Facts(situation)
    table = ChoiceTable(facts)
    draft = Draft(facts, covers: covers)
    var options = options
    options.seeksHelp = false
    self.options = options
    self.cancellation = cancellation
    library = SolverAccess.library
  }

  /// Explains what becomes of the session; nil where it takes place as usual, or lies outside the window.
  ///
  /// - Parameter progress: called with the number of plans made so far, and of those to be made.
  public func explanation(
    of session: SessionID, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(PlanningError) -> Explanation? {
    do {
      return try explain(session, progress)
    } catch {
      throw PlanningError(error)
    }
  }

  private func explain(_ session: SessionID, _ progress: (Int, Int) -> Void) throws -> Explanation? {
    guard let demand = facts.situation.demands.firstIndex(where: { $0.session.id == session }) else { return nil }
    let wanted = facts.wanted[demand]
    let assignment = Assignment(demand: wanted.demand, outcome: try outcome(of: demand))
    guard wanted.isSought else { return Explanation(assignment: assignment, candidates: []) }
    var others = draft
    others[demand] = nil
    let covers = others.covers(facts)
    let people = facts.people.indices.filter {
      facts.people[$0].clinician.id != session.clinician && draft[demand]?.colleague != $0
    }
    let choices = people.map { colleague in
      Choice(demand: demand, colleague: colleague, start: wanted.session.interval.start, facts)
    }
    let able = draft[demand] == nil ? 0 : choices.count { HardRules.obstacles(to: $0, facts).isEmpty }
    var made = 0
    let candidates = try choices.map { choice in
      let obstacles = HardRules.obstacles(to: choice, facts)
      let beside = HardRules.ofPlans.filter { $0.forbids(choice, beside: covers, facts) }.map(\.rule)
      var chosen: Explanation.Chosen?
      if draft[demand] != nil, obstacles.isEmpty {
        progress(made, able)
        chosen = try plan(with: choice)
        made += 1
      }
      return Explanation.Candidate(
        colleague: choice.person(facts).clinician.id, obstacles: obstacles, beside: beside, chosen: chosen)
    }
    return Explanation(assignment: assignment, candidates: candidates)
  }

  private func outcome(of demand: Int) throws -> CoverDomain.Outcome {
    let wanted = facts.wanted[demand].demand
    if wanted.isClosed { return .closed }
    if let choice = draft[demand] {
      return .covered(Cover(by: choice.person(facts).clinician.id, interval: choice.interval))
    }
    switch wanted.need {
    case .none: return .none
    case .wait: return .waiting
    case .preferred, .required:
      let interruption = Interruption()
      cancellation?.onCancel { interruption.stop() }
      let search = HelpSearch(facts, draft, table, solver: Solver(library: try library()), interruption: interruption)
      let found = try search.remedies(for: demand)
      return .uncovered(
        Gap(
          why: Explainer(facts, draft).obstacles(to: demand), wouldHelp: found.remedies, isSearched: found.isWhole))
    }
  }

  /// The best plan in which it is decided that the choice's colleague takes the session; nil where no plan keeps that.
  private func plan(with choice: Choice) throws -> Explanation.Chosen? {
    let session = choice.wanted(facts).session.id
    let id = choice.person(facts).clinician.id
    let situation = facts.situation.supposing([.assigned(session, id)])
    let plan = try Planner(situation: situation, options: options, cancellation: cancellation).plan()
    guard plan.assignments.first(where: { $0.session.id == session })?.outcome.cover?.by == id else { return nil }
    let before = TierList.order(facts).map { TierList.objective($0).value(of: draft, facts) }
    let tiers = zip(plan.tiers, before).map { TierChange(tier: $0.tier, before: $1, after: $0.value) }
    let kept = BrokenPromises(facts, draft).all().map(\.pin)
    let differs = tiers.firstIndex { $0.difference != 0 } ?? tiers.count - 1
    return Explanation.Chosen(
      tiers: tiers, broken: plan.brokenPromises.filter { !kept.contains($0.pin) },
      isProven: plan.tiers.prefix(differs + 1).allSatisfy(\.isProven))
  }
}

extension Draft {
  /// The plan with those covers; what they speak of and the situation does not have is left out.
  init(_ facts: Facts, covers: [SessionID: Cover]) {
    self.init(facts)
    for (demand, wanted) in facts.wanted.enumerated() {
      guard let cover = covers[wanted.session.id], let colleague = facts.position(of: cover.by) else { continue }
      self[demand] = Choice(demand: demand, colleague: colleague, start: cover.interval.start, facts)
    }
  }
}

import CPSAT
import CoverDomain

/// The tiers as rungs: each is minimised with every one before it held at what was reached.
struct Ladder {
  private let facts: Facts
  private let table: ChoiceTable
  private let options: PlanningOptions
  private let budget: Budget
  private let library: () throws -> SolverLibrary
  private let progress: (PlanningProgress) -> Void

  private var model: CoverModel
  private var solver: Solver?
  private let interruption: Interruption
  /// The best plan so far; it never gets worse.
  private(set) var draft: Draft
  /// How good it is, tier by tier.
  private(set) var results: [TierResult] = []

  init(
    _ facts: Facts, _ table: ChoiceTable, start: Draft, options: PlanningOptions, budget: Budget,
    library: @escaping () throws -> SolverLibrary, interruption: Interruption,
    progress: @escaping (PlanningProgress) -> Void
  ) {
    self.facts = facts
    self.table = table
    self.options = options
    self.budget = budget
    self.library = library
    self.interruption = interruption
    self.progress = progress
    draft = start
    model = CoverModel(facts, table)
  }

  /// Climbs from the first tier to the last. Throws `SolverLibraryError`, `SolverError`, or `PlanningError.fault`.
  mutating func climb() throws {
    let tiers = TierList.order(facts.rules)
    try keepPromises(further: tiers.count)
    try cover(further: tiers.count - 1)
    for (position, tier) in tiers.enumerated().dropFirst(2) {
      try minimise(TierList.objective(tier), further: tiers.count - position)
    }
    try breakTies()
  }

  // MARK: - Rungs

  /// As much as can be kept of what people have settled.
  private mutating func keepPromises(further: Int) throws {
    let decided = Decided()
    guard let broken = decided.expression(in: model) else { return }
    _ = try descend(.promises, broken, further: further) { [table] in decided.value(of: $0, table) }
  }

  /// The first two tiers at once. One required session outweighs all the preferred ones, so nothing is lost by it.
  private mutating func cover(further: Int) throws {
    let weight = facts.wanted.count { $0.demand.need == .preferred } + 1
    let required = RequiredUncovered()
    let preferred = PreferredUncovered()
    let expression = weight * required.expression(in: &model) + preferred.expression(in: &model)
    let bound = try descend(.tier(.required), expression, further: further) { [facts] in
      weight * required.value(of: $0, facts) + preferred.value(of: $0, facts)
    }
    let reached = (required: required.value(of: draft, facts), preferred: preferred.value(of: draft, facts))
    let requiredBound = min(reached.required, bound / weight)
    results.append(TierResult(tier: .required, value: reached.required, bound: requiredBound))
    results.append(
      TierResult(
        tier: .preferred, value: reached.preferred,
        bound: requiredBound == reached.required ? max(0, bound - weight * reached.required) : 0))
  }

  private mutating func minimise(_ objective: any TierObjective, further: Int) throws {
    let expression = objective.expression(in: &model)
    let bound = try descend(.tier(objective.tier), expression, further: further) { [facts] in
      objective.value(of: $0, facts)
    }
    results.append(TierResult(tier: objective.tier, value: objective.value(of: draft, facts), bound: bound))
  }

  private mutating func breakTies() throws {
    let tieBreak = TieBreak()
    let expression = tieBreak.expression(in: model)
    _ = try descend(.tieBreak, expression, further: 0) { [facts] in tieBreak.value(of: $0, facts) }
  }

  // MARK: - A rung

  /// Minimises the expression, keeps the better plan, and holds every later step to it. Returns the proven bound.
  private mutating func descend(
    _ step: PlanningProgress.Step, _ expression: LinearExpression, further: Int, value: (Draft) -> Int
  ) throws -> Int {
    var best = value(draft)
    var bound = expression.lowest
    progress(PlanningProgress(step: step, value: best, bound: bound, elapsed: budget.elapsed, isFinished: false))
    if best > bound, !budget.isSpent {
      model.hint(draft)
      model.solver.minimise(expression)
      var parameters = SearchParameters.common
      parameters.seed = options.seed
      parameters.timeLimit = budget.share(further: further)
      let answer = try access().solve(model.solver, parameters, interruption: interruption)
      switch answer.outcome {
      case .optimal(let solution):
        best = keep(model.draft(solution), value, than: best)
        bound = best
      case .feasible(let solution, let proven):
        best = keep(model.draft(solution), value, than: best)
        bound = max(bound, proven)
      case .unknown(let proven):
        bound = max(bound, proven ?? bound)
      case .infeasible:
        throw PlanningError.fault("the solver finds no plan where there is one")
      case .invalid(let text):
        throw PlanningError.fault("the solver refuses the model: \(text)")
      }
    }
    model.solver.add(expression <= best)
    progress(PlanningProgress(step: step, value: best, bound: bound, elapsed: budget.elapsed, isFinished: true))
    return min(bound, best)
  }

  /// Takes the found plan where it is better; returns the value of the plan that stands.
  private mutating func keep(_ found: Draft, _ value: (Draft) -> Int, than best: Int) -> Int {
    let foundValue = value(found)
    guard foundValue < best else { return best }
    draft = found
    return foundValue
  }

  private mutating func access() throws -> Solver {
    if let solver { return solver }
    let loaded = Solver(library: try library())
    solver = loaded
    return loaded
  }
}

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

  private enum Coverage { case open, proven }
  /// In larger situations the tie-break has a solve of its own, and an end: it must not delay what people see.
  private static let mostChoicesAtOnce = 8_000
  private static let tieBreakEffort = 2.0

  private var model: CoverModel
  private var coverage = Coverage.open
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
    // Fairness has a rung of its own; the tiers before it are one, and those after it.
    let tiers = TierList.order(facts).dropFirst(2)
    let fairness = tiers.firstIndex(of: .fairness) ?? tiers.endIndex
    let rungs = [Array(tiers[..<fairness]), Array(tiers[fairness...].prefix(1)), Array(tiers[fairness...].dropFirst())]
      .filter { !$0.isEmpty }
    try keepPromises(further: rungs.count + 1)
    try cover(further: rungs.count)
    for (position, tiers) in rungs.enumerated() {
      try minimise(tiers, breakingTies: position == rungs.count - 1, further: rungs.count - 1 - position)
    }
  }

  // MARK: - Rungs

  /// As much as can be kept of what people have settled.
  private mutating func keepPromises(further: Int) throws {
    let decided = Decided()
    guard let broken = decided.expression(in: model) else { return }
    let part = Rung.Part(
      step: .promises, expression: broken, value: { [table] in decided.value(of: $0, table) }, highest: broken.highest)
    _ = try descend(Rung([part]), further: further)
  }

  private mutating func cover(further: Int) throws {
    results += try descend(Rung([.required, .preferred].map { part($0) }), further: further)
    // As many sessions are covered in every plan from here on: a load that is out of proportion stays so.
    if results.allSatisfy(\.isProven) { coverage = .proven }
  }

  private mutating func minimise(_ tiers: [Tier], breakingTies: Bool, further: Int) throws {
    var parts: [Rung.Part] = []
    for tier in tiers {
      // Where own clinicians may take sessions, plans of one coverage differ in how much cover they call for.
      if tier == .fairness, coverage == .proven, !facts.situation.isInPlay(.ownClinician) {
        model.loadBounds = LoadBounds(facts, table, draft)
      }
      let next = part(tier)
      if !Rung.fits(parts + [next], draft) {
        results += try descend(Rung(parts), further: further + 1)
        parts = []
      }
      parts.append(next)
    }
    if breakingTies {
      let ties = tieBreak()
      if table.choices.count > Self.mostChoicesAtOnce || !Rung.fits(parts + [ties], draft) {
        results += try descend(Rung(parts), further: further + 1)
        parts = []
      }
      parts.append(ties)
    }
    results += try descend(Rung(parts), further: further)
  }

  private mutating func part(_ tier: Tier) -> Rung.Part {
    let objective = TierList.objective(tier)
    let expression = objective.expression(in: &model)
    return Rung.Part(
      step: .tier(tier), expression: expression, value: { [facts] in objective.value(of: $0, facts) },
      highest: expression.highest, lowest: lowest(tier))
  }

  /// What is known of a tier before any search.
  private func lowest(_ tier: Tier) -> Int {
    guard tier == .preference, coverage == .proven else { return 0 }
    let uncovered = facts.situation.demands.indices.count { !table.byDemand[$0].isEmpty && draft[$0] == nil }
    return PreferenceBound(facts, table, uncovered: uncovered).lowest
  }

  private func tieBreak() -> Rung.Part {
    let tieBreak = TieBreak()
    return Rung.Part(
      step: .tieBreak, expression: tieBreak.expression(in: model),
      value: { [facts] in tieBreak.value(of: $0, facts) }, highest: tieBreak.highest(facts, table))
  }

  // MARK: - A rung

  /// Minimises the parts, keeps the better plan, and holds every later step to it. Returns what became of the tiers.
  private mutating func descend(_ rung: Rung, further: Int) throws -> [TierResult] {
    let expression = rung.expression
    var bound = rung.lowest
    report(rung, bound, isFinished: false)
    if rung.value(of: draft) > bound, !budget.isSpent {
      model.hint(draft)
      model.solver.minimise(expression)
      var parameters = SearchParameters.common
      parameters.seed = options.seed
      parameters.timeLimit = budget.share(further: further)
      if rung.parts.map(\.step) == [.tieBreak] { parameters.deterministicLimit = Self.tieBreakEffort }
      let answer = try access().solve(model.solver, parameters, interruption: interruption)
      switch answer.outcome {
      case .optimal(let solution):
        keep(model.draft(solution), rung)
        bound = rung.value(of: draft)
      case .feasible(let solution, let proven):
        keep(model.draft(solution), rung)
        bound = max(bound, proven)
      case .unknown(let proven):
        bound = max(bound, proven ?? bound)
      case .infeasible:
        throw PlanningError.fault("the solver finds no plan where there is one")
      case .invalid(let text):
        throw PlanningError.fault("the solver refuses the model: \(text)")
      }
    }
    for part in rung.parts { model.solver.add(part.expression <= part.value(draft)) }
    report(rung, bound, isFinished: true)
    return zip(rung.parts, rung.bounds(bound, for: draft)).compactMap { part, bound in
      guard case .tier(let tier) = part.step else { return nil }
      return TierResult(tier: tier, value: part.value(draft), bound: bound)
    }
  }

  private func report(_ rung: Rung, _ bound: Int, isFinished: Bool) {
    for (part, bound) in zip(rung.parts, rung.bounds(bound, for: draft)) {
      progress(
        PlanningProgress(
          step: part.step, value: part.value(draft), bound: bound, elapsed: budget.elapsed, isFinished: isFinished))
    }
  }

  /// Takes the found plan where it is better.
  private mutating func keep(_ found: Draft, _ rung: Rung) {
    if rung.value(of: found) < rung.value(of: draft) { draft = polished(found) }
  }

  /// The found plan, made better in the tiers that are still to come, and no worse in those before.
  private func polished(_ found: Draft) -> Draft {
    var score = PlanScore(facts, table)
    score.take(found)
    for (_, choice) in table.pins {
      if let choice, found[table.choices[choice].demand] == table.choices[choice] {
        score.settle(table.choices[choice].demand)
      }
    }
    return LocalSearch(facts, table).improved(score)
  }

  private mutating func access() throws -> Solver {
    if let solver { return solver }
    let loaded = Solver(library: try library())
    solver = loaded
    return loaded
  }
}

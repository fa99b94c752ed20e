import CPSAT
import CoverDomain

/// The tiers as rungs: each is minimised with every one before it held at what was reached.
struct Ladder {
  private let facts: Facts
  private let table: ChoiceTable
  private let board: Board
  private let options: PlanningOptions
  private let budget: Budget
  private let library: () throws -> SolverLibrary
  private let progress: (PlanningProgress) -> Void

  /// How often small moves try again to reach a tier's bound before the solver is asked; where they do, it need not be. In
  /// smaller situations the solver is as quick.
  private static let furtherWalks = 2
  /// In larger situations the tie-break is left to the search by small moves: it must not delay what people see.
  private static let mostChoicesAtOnce = 8_000
  /// Built when it is first needed.
  private lazy var model = CoverModel(facts, table, limits)
  private var solver: Solver?
  private let interruption: Interruption
  private let limits: SharedLimits
  /// The best plan so far; it never gets worse.
  private(set) var draft: Draft
  /// What is left of the solver's work, in its own units; nil for no limit. It is shared out as time is.
  private var work: Double?
  private static let portion = 10.0
  /// What it costs to break the promises that no plan can keep.
  private var promises = 0
  /// How good it is, tier by tier.
  private(set) var results: [TierResult] = []

  /// - Parameter start: a legal plan to begin with.
  init(
    _ board: Board, _ limits: SharedLimits, start: Draft? = nil, options: PlanningOptions, budget: Budget,
    library: @escaping () throws -> SolverLibrary, interruption: Interruption,
    progress: @escaping (PlanningProgress) -> Void
  ) {
    facts = board.facts
    table = board.table
    self.board = board
    self.limits = limits
    self.options = options
    self.budget = budget
    work = options.effort.map { Double($0) * Self.portion }
    self.library = library
    self.interruption = interruption
    self.progress = progress
    draft = (start.map { StartingPlan(board).walk(from: $0) } ?? StartingPlan(board).walk()).draft
  }

  /// Climbs from the first tier to the last. Throws `SolverLibraryError`, `SolverError`, or `PlanningError.fault`.
  mutating func climb() throws {
    // Fairness has a rung of its own; the tiers before it are one, and those after it.
    let tiers = TierList.order(facts).dropFirst(2)
    let fairness = tiers.firstIndex(of: .fairness) ?? tiers.endIndex
    let rungs = [Array(tiers[..<fairness]), Array(tiers[fairness...].prefix(1)), Array(tiers[fairness...].dropFirst())]
      .filter { !$0.isEmpty }
    try keepPromises(further: rungs.count + 2)
    walk(from: 0)
    guard table.choices.count <= options.mostChoices else { return boundAlone() }
    if let broken = Decided().expression(in: model) { model.solver.add(broken <= promises) }
    try cover(further: rungs.count)
    for (position, tiers) in rungs.enumerated() {
      try minimise(tiers, breakingTies: position == rungs.count - 1, further: rungs.count - 1 - position)
    }
    // A walk for a later tier may have come upon something better in an earlier one that was not proven. What was proven of
    // the tiers between still holds: fewer plans are in question.
    results = results.map { result in
      let value = TierList.objective(result.tier).value(of: draft, facts)
      return TierResult(tier: result.tier, value: value, bound: min(result.bound, value))
    }
  }

  /// Makes the plan better by small moves, in the tiers from that lane on; all that people have settled stays.
  private mutating func walk(from lane: Int, attempt: Int = 0) {
    // Half of the time that is left goes to the first attempt, little to further ones.
    let end = budget.remaining.map { budget.elapsed + $0 / (attempt == 0 ? 2 : 10) }
    let annealing = Annealing(board: board) { [budget] in
      budget.isSpent || end.map { $0 <= budget.elapsed } ?? false
    }
    var start = PlanWalk(board)
    start.become(draft)
    for (_, choice) in table.pins {
      if let choice, draft[table.choices[choice].demand] == table.choices[choice] {
        start.settle(table.choices[choice].demand)
      }
    }
    // A short walk first: where the time ends in the long one, all tiers have had their turn.
    let moves = (options.effort ?? 1) * Annealing.moves(on: board, from: draft)
    for moves in [moves / 16, moves] {
      start.become(annealing.improved(start, moves: moves, seed: options.seed + attempt, from: lane))
    }
    draft = start.draft
  }

  // MARK: - Rungs

  /// As much as can be kept of what people have settled. Their choices alone decide it, so theirs alone are in the model.
  private mutating func keepPromises(further: Int) throws {
    let decided = Decided()
    guard decided.value(of: draft, table) > 0 else { return }
    let pinned = Set(table.pins.compactMap(\.choice))
    let table = ChoiceTable(table, keeping: pinned.contains)
    var model = CoverModel(facts, table, SharedLimits(facts, table))
    guard let broken = decided.expression(in: model) else { return }
    let rung = Rung([
      Rung.Part(
        step: .promises, expression: broken, value: { decided.value(of: $0, table) }, highest: broken.highest)
    ])
    report(rung, rung.lowest, isFinished: false)
    var kept = Draft(facts)
    for (_, choice) in table.pins {
      if let choice, draft[table.choices[choice].demand] == table.choices[choice] {
        kept[table.choices[choice].demand] = table.choices[choice]
      }
    }
    model.hint(kept)
    let found = try search(rung, in: model, further: further)
    if let plan = found.draft, rung.value(of: plan) < rung.value(of: draft) {
      draft = StartingPlan(board).walk(keeping: plan).draft
    }
    promises = decided.value(of: draft, self.table)
    report(rung, found.bound, isFinished: true)
  }

  private mutating func cover(further: Int) throws {
    results += try descend(Rung([.required, .preferred].map { part($0) }), further: further)
  }

  private mutating func minimise(_ tiers: [Tier], breakingTies: Bool, further: Int) throws {
    var parts: [Rung.Part] = []
    for tier in tiers {
      // Where own clinicians may take sessions, plans of one coverage differ in how much cover they call for.
      if tier == .fairness, isProven(.required), isProven(.preferred), !facts.situation.isInPlay(.ownClinician) {
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
      if table.choices.count <= Self.mostChoicesAtOnce, !Rung.fits(parts + [ties], draft) {
        results += try descend(Rung(parts), further: further + 1)
        parts = []
      }
      if table.choices.count <= Self.mostChoicesAtOnce { parts.append(ties) }
    }
    results += try descend(Rung(parts), further: further)
  }

  private mutating func part(_ tier: Tier) -> Rung.Part {
    let objective = TierList.objective(tier)
    let expression = objective.expression(in: &model)
    return Rung.Part(
      step: .tier(tier), expression: expression, value: { [facts] in objective.value(of: $0, facts) },
      highest: expression.highest, lowest: TierBounds(board, draft, isProven: isProven).lowest(tier))
  }

  private func isProven(_ tier: Tier) -> Bool { results.contains { $0.tier == tier && $0.isProven } }

  private mutating func tieBreak() -> Rung.Part {
    let tieBreak = TieBreak()
    return Rung.Part(
      step: .tieBreak, expression: tieBreak.expression(in: model),
      value: { [facts] in tieBreak.value(of: $0, facts) }, highest: tieBreak.highest(facts, table))
  }

  /// What is known of each tier without the solver.
  private mutating func boundAlone() {
    for tier in board.tiers {
      let value = TierList.objective(tier).value(of: draft, facts)
      let bound = min(value, TierBounds(board, draft, isProven: isProven).lowest(tier))
      results.append(TierResult(tier: tier, value: value, bound: bound))
      progress(
        PlanningProgress(step: .tier(tier), value: value, bound: bound, elapsed: budget.elapsed, isFinished: true))
    }
  }

  // MARK: - A rung

  /// Minimises the parts, keeps the better plan, and holds every later step to it. Returns what became of the tiers.
  private mutating func descend(_ rung: Rung, further: Int) throws -> [TierResult] {
    var bound = rung.lowest
    report(rung, bound, isFinished: false)
    for attempt in 1...Self.furtherWalks
    where table.choices.count > Self.mostChoicesAtOnce && !rung.isLowest(draft) && !budget.isSpent {
      walk(from: results.count, attempt: attempt)
    }
    if rung.value(of: draft) > bound, !budget.isSpent {
      model.hint(draft)
      let found = try search(rung, in: model, further: further)
      if let better = found.draft { keep(better, rung) }
      bound = max(bound, found.bound)
    }
    for part in rung.parts { model.solver.add(part.expression <= part.value(draft)) }
    report(rung, bound, isFinished: true)
    return zip(rung.parts, rung.bounds(bound, for: draft)).compactMap { part, bound in
      guard case .tier(let tier) = part.step else { return nil }
      return TierResult(tier: tier, value: part.value(draft), bound: bound)
    }
  }

  /// What the solver comes to: a plan, and what no plan is below.
  private mutating func search(
    _ rung: Rung, in model: CoverModel, further: Int
  ) throws -> (draft: Draft?, bound: Int) {
    guard !budget.isSpent else { return (nil, rung.lowest) }
    var model = model
    model.solver.minimise(rung.expression)
    var parameters = SearchParameters.common
    parameters.seed = options.seed
    parameters.timeLimit = budget.share(further: further)
    parameters.deterministicLimit = work.map { further == 0 ? $0 : $0 / 2 }
    let answer = try access().solve(model.solver, parameters, interruption: interruption)
    work = work.map { max(0, $0 - answer.effort.deterministicTime) }
    switch answer.outcome {
    case .optimal(let solution):
      let found = try checked(model.draft(solution))
      let value = rung.value(of: found)
      try check(value, rung)
      return (found, value)
    case .feasible(let solution, let bound):
      try check(bound, rung)
      return (try checked(model.draft(solution)), max(rung.lowest, bound))
    case .unknown(let bound):
      if let bound { try check(bound, rung) }
      return (nil, max(rung.lowest, bound ?? rung.lowest))
    case .infeasible: throw PlanningError.fault("the solver finds no plan where there is one")
    case .invalid(let text): throw PlanningError.fault("the solver refuses the model: \(text)")
    }
  }

  /// What the solver found, held against the rules: small moves would mend some of what breaks them, and the rest would
  /// be called proven.
  private func checked(_ found: Draft) throws -> Draft {
    var covers = found.covers(facts)
    for choice in found.taken {
      covers.remove(choice, facts)
      let rules =
        HardRules.allow(choice, beside: covers, facts) ? [] : HardRules.obstacles(to: choice, beside: covers, facts)
      covers.add(choice, facts)
      guard rules.isEmpty else {
        let colleague = choice.person(facts).clinician.id
        let clinician = choice.wanted(facts).session.clinician
        throw PlanningError.fault(
          "the solver's plan breaks a rule and was not taken: \(rules.map(\.rawValue).joined(separator: ", ")): "
            + "\(colleague) for \(clinician) at \(choice.interval.start.basic)")
      }
    }
    return found
  }

  /// Whether what the solver says that no plan is below fits the plan at hand.
  private func check(_ bound: Int, _ rung: Rung) throws {
    guard bound <= rung.value(of: draft) else {
      throw PlanningError.fault("the solver says that there is no plan as good as the one at hand")
    }
  }

  private func report(_ rung: Rung, _ bound: Int, isFinished: Bool) {
    for (part, bound) in zip(rung.parts, rung.bounds(bound, for: draft)) {
      progress(
        PlanningProgress(
          step: part.step, value: part.value(draft), bound: bound, elapsed: budget.elapsed, isFinished: isFinished))
    }
  }

  /// Takes the found plan where it is better, and makes it better in the tiers that are still to come.
  private mutating func keep(_ found: Draft, _ rung: Rung) {
    guard rung.value(of: found) < rung.value(of: draft) else { return }
    draft = found
    walk(from: results.count)
  }

  private mutating func access() throws -> Solver {
    if let solver { return solver }
    let loaded = Solver(library: try library())
    solver = loaded
    return loaded
  }
}

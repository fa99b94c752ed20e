import CPSAT
import CoverDomain

extension Ladder {
  // MARK: - Rungs

  /// As much as can be kept of what people have settled. Their choices alone decide it, so theirs alone are in the model.
  mutating func keepPromises(further: Int) throws {
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

  /// Minimises the tiers by the solver, as many at once as its numbers hold.
  mutating func minimise(_ tiers: [Tier], breakingTies: Bool, further: Int) throws {
    var parts: [Rung.Part] = []
    holdModel()
    for tier in tiers {
      // Where own clinicians may take sessions, plans of one coverage differ in how much cover they call for.
      if tier == .fairness, isProven(.required), isProven(.preferred), !facts.situation.isInPlay(.ownClinician) {
        held.model.loadBounds = LoadBounds(facts, table, draft)
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
      if !Rung.fits(parts + [ties], draft) {
        results += try descend(Rung(parts), further: further + 1)
        parts = []
      }
      parts.append(ties)
    }
    results += try descend(Rung(parts), further: further)
    held.results = results.count
  }

  /// Holds the model to what was settled without it.
  private mutating func holdModel() {
    if held.results == 0, let broken = Decided().expression(in: held.model) {
      held.model.solver.add(broken <= promises)
    }
    for result in results[held.results...] {
      let expression = TierList.objective(result.tier).expression(in: &held.model)
      held.model.solver.add(expression <= value(of: result.tier))
    }
    held.results = results.count
  }

  private mutating func part(_ tier: Tier) -> Rung.Part {
    let objective = TierList.objective(tier)
    let expression = objective.expression(in: &held.model)
    let lowest = known[tier] ?? .min
    // What is proven of the tiers of this very rung comes too late to be known; what was proven before may say more.
    let isSettled = value(of: tier) <= lowest || table.choices.count > Self.mostChoicesAtOnce
    return Rung.Part(
      step: .tier(tier), expression: expression, value: { [facts] in objective.value(of: $0, facts) },
      highest: expression.highest,
      lowest: isSettled ? lowest : max(lowest, TierBounds(board, draft, isProven: isProven).lowest(tier)))
  }

  private mutating func tieBreak() -> Rung.Part {
    let tieBreak = TieBreak()
    return Rung.Part(
      step: .tieBreak, expression: tieBreak.expression(in: held.model),
      value: { [facts] in tieBreak.value(of: $0, facts) }, highest: tieBreak.highest(facts, table))
  }

  /// Minimises the parts, keeps the better plan, and holds every later step to it. Returns what became of the tiers.
  private mutating func descend(_ rung: Rung, further: Int) throws -> [TierResult] {
    var bound = rung.lowest
    report(rung, bound, isFinished: false)
    if rung.value(of: draft) > bound, !budget.isSpent {
      held.model.hint(draft)
      let found = try search(rung, in: held.model, further: further)
      if let better = found.draft { keep(better, rung) }
      bound = max(bound, found.bound)
    }
    for part in rung.parts { held.model.solver.add(part.expression <= part.value(draft)) }
    report(rung, bound, isFinished: true)
    return zip(rung.parts, rung.bounds(bound, for: draft)).compactMap { part, bound in
      guard case .tier(let tier) = part.step else { return nil }
      return TierResult(tier: tier, value: part.value(draft), bound: bound)
    }
  }

  /// Takes the found plan where it is better, and makes it better in the tiers that are still to come.
  private mutating func keep(_ found: Draft, _ rung: Rung) {
    guard rung.value(of: found) < rung.value(of: draft) else { return }
    draft = found
    walk(in: results.count..<board.tiers.count)
  }

  private func report(_ rung: Rung, _ bound: Int, isFinished: Bool) {
    for (part, bound) in zip(rung.parts, rung.bounds(bound, for: draft)) {
      report(part.step, part.value(draft), bound, isFinished: isFinished)
    }
  }

  // MARK: - The solver

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

  private mutating func access() throws -> Solver {
    if let solver { return solver }
    let loaded = Solver(library: try library())
    solver = loaded
    return loaded
  }
}

/// The model of a ladder's board.
struct HeldModel {
  private let board: Board
  private let limits: SharedLimits
  /// Built when it is first needed.
  lazy var model = CoverModel(board.facts, board.table, limits)
  /// How many of the ladder's results it is held to.
  var results = 0

  init(_ board: Board, _ limits: SharedLimits) {
    self.board = board
    self.limits = limits
  }
}

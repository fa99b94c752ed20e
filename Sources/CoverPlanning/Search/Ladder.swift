import CPSAT
import CoverDomain

/// The tiers as rungs: each is minimised with every one before it held at what was reached.
///
/// Small moves and bounds come first (`Ladder+Moves`), and settle most tiers of most practices; what is open then is the
/// solver's (`Ladder+Solver`).
struct Ladder {
  let facts: Facts
  /// The choices that plans in question take; they grow fewer.
  var board: Board
  var table: ChoiceTable { board.table }
  let options: PlanningOptions
  let budget: Budget
  let interruption: Interruption
  let library: () throws -> SolverLibrary
  let progress: (PlanningProgress) -> Void

  /// In larger situations small moves and prices go on until a tier meets its bound, before the solver is asked, and the
  /// tie-break is left to the moves: it must not delay what people see. In smaller ones the solver is as quick.
  static let mostChoicesAtOnce = 8_000
  /// Of prices, before the solver is asked in smaller situations: they prove what is easy, and leave out choices. At 200 sessions
  /// they take 20 ms and the solver 0.1 s, without them 0.3 s.
  private static let fewRounds = 300

  /// The best plan so far; it never gets worse.
  var draft: Draft
  /// How good it is, tier by tier.
  var results: [TierResult] = []
  /// What no plan in question is below in the tiers to come, as far as it is known without the solver.
  var known: [Tier: Int] = [:]

  /// Of how many tiers it is known what they rule out.
  var narrowed = 0

  // What the solver works with.
  var held: HeldModel
  var solver: Solver?
  /// What is left of its work, in its own units; nil for no limit. It is shared out as time is.
  var work: Double?
  private static let portion = 10.0
  /// What it costs to break the promises that no plan can keep.
  var promises = 0

  /// - Parameter start: a legal plan to begin with.
  init(
    _ board: Board, _ limits: SharedLimits, start: Draft? = nil, options: PlanningOptions, budget: Budget,
    library: @escaping () throws -> SolverLibrary, interruption: Interruption,
    progress: @escaping (PlanningProgress) -> Void
  ) {
    facts = board.facts
    self.board = board
    held = HeldModel(board, limits)
    breaksTies = board.choices <= Self.mostChoicesAtOnce
    self.options = options
    self.budget = budget
    work = options.effort.map { Double($0) * Self.portion }
    self.library = library
    self.interruption = interruption
    self.progress = progress
    draft = (start.map { StartingPlan(board).walk(from: $0) } ?? StartingPlan(board).walk()).draft
  }

  /// Whether the solver has the last word among equal plans.
  private let breaksTies: Bool
  /// Whether the tiers are worked at without the solver first.
  private var isLarge: Bool { table.choices.count > Self.mostChoicesAtOnce || !reachesSolver }
  /// Whether the whole is small enough for the solver.
  private var reachesSolver: Bool { table.choices.count <= options.mostChoices }

  /// Climbs from the first tier to the last. Throws `SolverLibraryError`, `SolverError`, or `PlanningError.fault`.
  mutating func climb() throws {
    // Cover is one rung, fairness another; the tiers between them are one, and those after it.
    let tiers = board.tiers.dropFirst(2)
    let fairness = tiers.firstIndex(of: .fairness) ?? tiers.endIndex
    let rungs = [
      board.tiers.prefix(2), tiers[..<fairness], tiers[fairness...].prefix(1), tiers[fairness...].dropFirst(),
    ].map { Array($0) }.filter { !$0.isEmpty }
    try keepPromises(further: rungs.count)
    coverByMoves()
    for (position, tiers) in rungs.enumerated() {
      if position == 1 {
        boundRest()
        narrow()
        walk(in: 2..<board.tiers.count)
      }
      narrow()
      try climb(tiers, isLast: position == rungs.count - 1, further: rungs.count - 1 - position)
    }
    // A walk for a later tier may have come upon something better in an earlier one that was not proven. What was proven of
    // the tiers between still holds: fewer plans are in question.
    results = results.map { result in
      let value = value(of: result.tier)
      return TierResult(tier: result.tier, value: value, bound: min(result.bound, value))
    }
  }

  private mutating func climb(_ tiers: [Tier], isLast: Bool, further: Int) throws {
    guard isLarge else {
      for tier in tiers { raise(tier, rounds: Self.fewRounds) }
      return try minimise(tiers, breakingTies: isLast && breaksTies, further: further)
    }
    let found = approach(tiers)
    if !reachesSolver || found.allSatisfy(\.isProven) {
      results += found
      for result in found { report(.tier(result.tier), result.value, result.bound, isFinished: true) }
    } else {
      try minimise(tiers, breakingTies: false, further: further)
    }
  }

  func value(of tier: Tier) -> Int { TierList.objective(tier).value(of: draft, facts) }
  func isProven(_ tier: Tier) -> Bool { results.contains { $0.tier == tier && $0.isProven } }

  func report(_ step: PlanningProgress.Step, _ value: Int, _ bound: Int?, isFinished: Bool) {
    progress(
      PlanningProgress(step: step, value: value, bound: bound, elapsed: budget.elapsed, isFinished: isFinished))
  }
}

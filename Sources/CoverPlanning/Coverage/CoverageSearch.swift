import CPSAT
import CoverDomain

/// How much of a situation can be covered at all: the two tiers that come before all others, and nothing else.
struct CoverageSearch {
  /// Units of the solver's own time.
  private static let effort = 1.0

  let facts: Facts
  private let library: () throws -> SolverLibrary

  init(_ situation: Situation, library: @escaping () throws -> SolverLibrary) {
    facts = Facts(situation)
    self.library = library
  }

  /// What stays open: positions in `Facts.wanted`.
  struct Result {
    let draft: Draft
    let open: [Int]
    let isProven: Bool
  }

  func result() throws -> Result {
    let found = try TimedSearch(facts).result { table, start in try covered(table, start) }
    return Result(draft: found.draft, open: open(found.draft), isProven: found.answer)
  }

  /// A plan, and whether it is proven that no other one covers more.
  private func covered(_ table: ChoiceTable, _ start: Draft?) throws -> (draft: Draft, answer: Bool) {
    let limits = SharedLimits(facts, table)
    let starting = StartingPlan(Board(facts, table, limits))
    let start = (start.map { starting.walk(from: $0) } ?? starting.walk()).draft
    // Whoever nobody may see at all stays open in every plan: where nobody else does, there is nothing to search for.
    let hopeless = facts.situation.demands.indices.filter { facts.wanted[$0].isSought && table.byDemand[$0].isEmpty }
    if open(start) == hopeless { return (start, true) }
    var model = CoverModel(facts, table, limits)
    let weight = facts.situation.demands.count + 1
    model.solver.minimise(weight * model.uncovered(.required) + model.uncovered(.preferred))
    model.hint(start)
    var parameters = SearchParameters.common
    parameters.deterministicLimit = Self.effort
    let outcome = try Solver(library: try library()).solve(model.solver, parameters).outcome
    guard let solution = outcome.solution else { return (start, false) }
    let isProven = if case .optimal = outcome { true } else { false }
    return (model.draft(solution), isProven)
  }

  private func open(_ draft: Draft) -> [Int] {
    facts.situation.demands.indices.filter { facts.wanted[$0].isSought && draft[$0] == nil }
  }
}

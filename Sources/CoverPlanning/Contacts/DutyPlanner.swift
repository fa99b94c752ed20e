import CPSAT
import CoverDomain

/// Names somebody for every day of some series: first as few days without anybody as possible, which is every day with a
/// candidate; then as few different people in each series; then the lowest sum of squares of their days.
struct DutyPlanner {
  /// In CP-SAT's own time, about as many seconds: what is not proven by then is not worth waiting for.
  private static let effort = 1.0

  let budget: Budget
  let library: () throws -> SolverLibrary
  let interruption: Interruption

  /// The best roster found. Equal series give equal rosters as long as the budget lasts.
  func roster(_ series: [DutySeries]) throws -> DutyRoster {
    let quick = DutyRoster.quick(series)
    let fewest = series.reduce(0) { $0 + $1.fewest }
    if quick.distinct == fewest, quick.sumOfSquares == DutyRoster.leastSquares(series) { return quick }
    if budget.isSpent { return quick }
    var model = DutyModel(series)
    var best = quick
    if quick.distinct > fewest {
      best = try improve(best, in: &model, by: model.distinct) { $0.distinct }
    }
    model.solver.add(model.distinct <= best.distinct)
    let squares = model.sumOfSquares(most: mostDays(of: best))
    return try improve(best, in: &model, by: squares) { $0.sumOfSquares }
  }

  private func improve(
    _ roster: DutyRoster, in model: inout DutyModel, by expression: LinearExpression, value: (DutyRoster) -> Int
  ) throws -> DutyRoster {
    guard !budget.isSpent else { return roster }
    model.hint(roster)
    model.solver.minimise(expression)
    var parameters = SearchParameters.common
    parameters.deterministicLimit = Self.effort
    parameters.timeLimit = budget.remaining
    let outcome = try Solver(library: library()).solve(model.solver, parameters, interruption: interruption).outcome
    if case .invalid(let text) = outcome { throw PlanningError.fault("the solver refuses the roster: \(text)") }
    guard let found = outcome.solution.map({ model.roster($0) }), value(found) < value(roster) else { return roster }
    return found
  }

  /// The most days that anybody can have in a roster that is no worse.
  private func mostDays(of roster: DutyRoster) -> Int {
    let days = roster.loads.values.reduce(0, +)
    let sum = roster.sumOfSquares
    return (0...days).last { $0 * $0 <= sum } ?? days
  }
}

import CPSAT
import CoverDomain

/// The sets of changes that close one gap, the smallest first.
///
/// Most gaps are closed by what one colleague or client is asked, and no session beside them changes colleague. That is
/// looked at first, and nothing else where no way asks for less: the model of all that could change in those weeks takes ten
/// times as long.
struct GapSearch {
  /// How often one colleague may go beyond the limits on one day.
  private static let further = 1

  private let ways: [Way]
  private let whole: () -> HelpModel
  private var model: HelpModel
  private var isWhole = false
  private var excluded: [HelpModel.Found] = []

  /// - Parameters:
  ///   - ways: those to close the gap; one at least.
  ///   - count: how many choices the rules leave in the weeks of the ways.
  init(
    _ facts: Facts, _ plan: Draft, _ demand: Int, by ways: [Way], _ others: OtherChoices, count: Int
  ) {
    self.ways = ways
    let weeks = Set(ways.map(\.choice.day.week))
    func model(_ scope: HelpScope) -> HelpModel {
      var model = HelpModel(facts, plan, targets: [(demand, ways)], scope: scope, further: Self.further)
      model.closeAll()
      return model
    }
    whole = { model(HelpScope(others, weeks: weeks, count: count)) }
    self.model = model(HelpScope(others, weeks: weeks, count: nil))
  }

  /// The smallest set that was not excluded.
  mutating func next(_ solver: Solver, effort: Double, interruption: Interruption) throws -> HelpModel.Answer {
    let answer = try model.solved(solver, effort: effort, interruption: interruption)
    guard !isWhole else { return answer }
    if let found = answer.found, found.cost <= leastCost { return answer }
    isWhole = true
    model = whole()
    for found in excluded { model.exclude(found) }
    return try model.solved(solver, effort: effort, interruption: interruption)
  }

  /// That those changes are found no more, nor others that come to the same.
  mutating func exclude(_ found: HelpModel.Found) {
    excluded.append(found)
    model.exclude(found)
  }

  /// What every set that is not excluded costs at least.
  private var leastCost: Int {
    ways.filter { way in !excluded.contains { $0.isWithin(way.suppositions) } }.map(HelpModel.leastCost).min() ?? .max
  }
}

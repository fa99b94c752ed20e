import CoverDomain

/// A plan made at once, for the search to start from; where no time is left for a search, it is the plan.
///
/// What people have settled comes first, then the demands in order of need and, within a need, of how few choices they
/// have; each takes the choice that costs the tiers least.
struct StartingPlan {
  private let board: Board

  init(_ board: Board) { self.board = board }

  /// - Parameter promises: a plan of what is to be kept of what people have settled; nil for as much as comes easily.
  func walk(keeping promises: Draft? = nil) -> PlanWalk {
    var walk = PlanWalk(board)
    walk.weigh(Annealing.weights(on: board))
    let (facts, table) = (board.facts, board.table)
    let decided = Decided()
    let pins = table.pins.enumerated().sorted { left, right in
      let count = table.pins.count
      let costs = (decided.cost(of: left.element.pin, among: count), decided.cost(of: right.element.pin, among: count))
      return costs.0 != costs.1 ? costs.0 > costs.1 : left.offset < right.offset
    }
    for (_, (_, choice)) in pins {
      guard let choice, promises.map({ $0[table.choices[choice].demand] == table.choices[choice] }) ?? true,
        walk.chosen[table.choices[choice].demand] < 0, walk.allows(choice)
      else { continue }
      walk.take(choice)
      walk.settle(table.choices[choice].demand)
    }
    // What was published is the best start for a plan that is to change little.
    let stability = Stability()
    for demand in walk.open.map({ Int($0) }).sorted() {
      let published = table.byDemand[demand].first { stability.isAsPublished(table.choices[$0], facts) }
      if let published, walk.allows(published), walk.added(by: published) < 0 { walk.take(published) }
    }
    fill(&walk)
    return walk
  }

  /// A plan to which is added what finds room beside it.
  func walk(from draft: Draft) -> PlanWalk {
    var walk = PlanWalk(board)
    walk.weigh(Annealing.weights(on: board))
    walk.become(draft)
    fill(&walk)
    return walk
  }

  private func fill(_ walk: inout PlanWalk) {
    let (facts, table) = (board.facts, board.table)
    let hardestFirst = walk.open.map { Int($0) }.sorted { left, right in
      let needs = (facts.wanted[left].demand.need, facts.wanted[right].demand.need)
      if needs.0 != needs.1 { return needs.0 > needs.1 }
      return (table.byDemand[left].count, left) < (table.byDemand[right].count, right)
    }
    for demand in hardestFirst { walk.insert(demand) }
  }
}

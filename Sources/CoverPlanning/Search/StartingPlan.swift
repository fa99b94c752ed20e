import CoverDomain

/// A plan made at once, for the search to start from; where no time is left for a search, it is the plan.
///
/// What people have settled comes first, then the demands in order of need and, within a need, of how few choices they
/// have; each takes the choice that costs the tiers least.
struct StartingPlan {
  private let facts: Facts
  private let table: ChoiceTable

  init(_ facts: Facts, _ table: ChoiceTable) {
    self.facts = facts
    self.table = table
  }

  func draft() -> Draft {
    var score = PlanScore(facts, table)
    let decided = Decided()
    let pins = table.pins.enumerated().sorted { left, right in
      let count = table.pins.count
      let costs = (decided.cost(of: left.element.pin, among: count), decided.cost(of: right.element.pin, among: count))
      return costs.0 != costs.1 ? costs.0 > costs.1 : left.offset < right.offset
    }
    for (_, (_, choice)) in pins {
      guard let choice, score.taken(table.choices[choice].demand) == nil, score.allows(choice) else { continue }
      score.take(choice)
      score.settle(table.choices[choice].demand)
    }
    return LocalSearch(facts, table).improved(score)
  }
}

import CoverDomain

/// Makes a plan better by small changes, as long as one helps: the tiers decide in their order.
///
/// No chance and no clock is in it: equal plans are improved equally.
struct LocalSearch {
  /// Rounds over all demands; few plans take more.
  private static let mostRounds = 12

  private let facts: Facts
  private let table: ChoiceTable
  private let groups: [ContinuityGroup]

  init(_ facts: Facts, _ table: ChoiceTable) {
    self.facts = facts
    self.table = table
    groups = ContinuityGroup.all(facts)
  }

  func improved(_ start: PlanScore) -> Draft {
    var score = start
    let demands = facts.wanted.indices.filter { !table.byDemand[$0].isEmpty && !score.isSettled($0) }
    let hardestFirst = demands.sorted { left, right in
      let needs = (facts.wanted[left].demand.need, facts.wanted[right].demand.need)
      if needs.0 != needs.1 { return needs.0 > needs.1 }
      return (table.byDemand[left].count, left) < (table.byDemand[right].count, right)
    }
    for demand in hardestFirst where score.taken(demand) == nil { insert(demand, &score) }
    for _ in 0..<Self.mostRounds {
      let before = score.cost
      for demand in hardestFirst where score.taken(demand) == nil { makeRoom(for: demand, &score) }
      for group in groups { gather(group, &score) }
      for demand in demands { relocate(demand, &score) }
      if score.cost == before { break }
    }
    return score.draft
  }

  /// Covers the demand in the cheapest way that the rules allow, if there is one that makes the plan better: a request
  /// may do harm to a tier that the practice puts before it.
  private func insert(_ demand: Int, _ score: inout PlanScore) {
    var best: (choice: Int, cost: PlanScore.Cost)?
    for choice in table.byDemand[demand] {
      let cost = score.added(by: choice)
      if !PlanScore.isBetter(cost, PlanScore.Cost()) { continue }
      if let best, !PlanScore.isBetter(cost, best.cost) { continue }
      if score.allows(choice) { best = (choice, cost) }
    }
    if let best { score.take(best.choice) }
  }

  /// Covers the demand anew.
  private func relocate(_ demand: Int, _ score: inout PlanScore) {
    score.drop(demand)
    insert(demand, &score)
  }

  /// Covers an uncovered demand by giving another cover of the same colleague to somebody else, or by giving it up
  /// where that is worth it.
  private func makeRoom(for demand: Int, _ score: inout PlanScore) {
    let before = score.cost
    for choice in table.byDemand[demand] {
      for other in table.byColleague[table.choices[choice].colleague] {
        let displaced = table.choices[other].demand
        guard score.taken(displaced) == other, !score.isSettled(displaced) else { continue }
        score.drop(displaced)
        if score.allows(choice) {
          score.take(choice)
          insert(displaced, &score)
          if PlanScore.isBetter(score.cost, before) { return }
          score.drop(displaced)
          score.drop(demand)
        }
        score.take(other)
      }
    }
  }

  /// Gives all of a client's sessions in an absence to one colleague, as far as the rules allow, where that makes the
  /// plan better.
  private func gather(_ group: ContinuityGroup, _ score: inout PlanScore) {
    let demands = group.demands.filter { !score.isSettled($0) }
    let colleagues = Set(demands.flatMap { table.byDemand[$0] }.map { table.choices[$0].colleague }).sorted()
    for colleague in colleagues {
      let before = score.cost
      let taken = demands.map { score.taken($0) }
      for demand in demands { score.drop(demand) }
      for demand in demands {
        let own = table.byDemand[demand].first { table.choices[$0].colleague == colleague && score.allows($0) }
        if let own { score.take(own) }
      }
      for demand in demands where score.taken(demand) == nil { insert(demand, &score) }
      if PlanScore.isBetter(score.cost, before) { continue }
      for demand in demands { score.drop(demand) }
      for case let choice? in taken { score.take(choice) }
    }
  }
}

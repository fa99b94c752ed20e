import CoverDomain

/// A plan in the making with what each tier counts of it, kept up to date move by move.
struct PlanScore {
  /// The tiers' values in the order in which they are minimised; in the last lane, what breaks ties.
  typealias Cost = SIMD8<Int>

  let facts: Facts
  let table: ChoiceTable
  private let lanes: [Tier: Int]
  /// What each choice costs whatever else the plan holds, by position in `table.choices`.
  private let fixed: [Cost]
  /// The continuity groups of each demand.
  private let groupsOf: [[Int]]
  private let weights: [Int]

  private(set) var cost = Cost()
  private(set) var draft: Draft
  private var covers: Covers
  private var chosen: [Int?]
  private var settled: [Bool]
  private var loads: [Int]
  /// How often each colleague sees each group.
  private var meetings: [[Int: Int]]

  init(_ facts: Facts, _ table: ChoiceTable) {
    self.facts = facts
    self.table = table
    let order = TierList.order(facts.rules)
    let lanes = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    self.lanes = lanes
    func lane(_ tier: Tier) -> Int { lanes[tier] ?? 7 }
    let stability = Stability()
    let preference = Preference()
    let tieBreak = TieBreak()
    fixed = table.choices.map { choice in
      var cost = Cost()
      switch choice.wanted(facts).demand.need {
      case .required: cost[lane(.required)] = -1
      case .preferred: cost[lane(.preferred)] = -1
      case .wait, .none: break
      }
      if stability.isAsPublished(choice, facts) { cost[lane(.stability)] = -1 }
      if choice.isMoved { cost[lane(.sameTime)] = 1 }
      cost[lane(.preference)] = preference.unmet(by: choice, facts)
      cost[7] = tieBreak.weight(of: choice, facts)
      return cost
    }
    let groups = ContinuityGroup.all(facts)
    var groupsOf = [[Int]](repeating: [], count: facts.wanted.count)
    for (position, group) in groups.enumerated() { for demand in group.demands { groupsOf[demand].append(position) } }
    self.groupsOf = groupsOf
    weights = groups.map(\.weight)
    draft = Draft(facts)
    covers = Covers(carriedIn: facts)
    chosen = Array(repeating: nil, count: facts.wanted.count)
    settled = Array(repeating: false, count: facts.wanted.count)
    loads = facts.people.map(\.lookBack)
    meetings = Array(repeating: [:], count: groups.count)
  }

  /// Takes every choice of the plan.
  mutating func take(_ draft: Draft) {
    for (demand, choice) in draft.choices.enumerated() {
      guard let choice, let index = table.byDemand[demand].first(where: { table.choices[$0] == choice }) else {
        continue
      }
      take(index)
    }
  }

  /// The choice that the demand takes.
  func taken(_ demand: Int) -> Int? { chosen[demand] }

  /// Whether the demand may no longer change.
  func isSettled(_ demand: Int) -> Bool { settled[demand] }
  mutating func settle(_ demand: Int) { settled[demand] = true }

  /// Whether the rules let the choice join the plan, its demand being without cover.
  func allows(_ choice: Int) -> Bool { HardRules.allow(table.choices[choice], beside: covers, facts) }

  /// What the choice would add to the cost, its demand being without cover.
  func added(by index: Int) -> Cost {
    let choice = table.choices[index]
    var cost = fixed[index]
    cost[lanes[.fairness] ?? 7] =
      facts.people[choice.colleague].clinician.fairnessWeight * (2 * loads[choice.colleague] + 1)
    for group in groupsOf[choice.demand] where !meetings[group].isEmpty && meetings[group][choice.colleague] == nil {
      cost[lanes[.continuity] ?? 7] += weights[group]
    }
    return cost
  }

  /// Takes the choice; its demand must be without cover.
  mutating func take(_ index: Int) {
    let choice = table.choices[index]
    cost &+= added(by: index)
    for group in groupsOf[choice.demand] { meetings[group][choice.colleague, default: 0] += 1 }
    loads[choice.colleague] += 1
    covers.add(choice, facts)
    chosen[choice.demand] = index
    draft[choice.demand] = choice
  }

  /// Leaves the demand without cover, as before `take`.
  mutating func drop(_ demand: Int) {
    guard let index = chosen[demand] else { return }
    let choice = table.choices[index]
    covers.remove(choice, facts)
    chosen[demand] = nil
    draft[demand] = nil
    loads[choice.colleague] -= 1
    for group in groupsOf[demand] {
      let count = (meetings[group][choice.colleague] ?? 0) - 1
      meetings[group][choice.colleague] = count > 0 ? count : nil
    }
    cost &-= added(by: index)
  }

  /// The tiers in their order.
  static func isBetter(_ left: Cost, _ right: Cost) -> Bool {
    for lane in 0..<8 where left[lane] != right[lane] { return left[lane] < right[lane] }
    return false
  }
}

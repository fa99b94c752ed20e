import CoverDomain

/// A plan in the making with what each tier counts of it, kept up to date move by move.
struct PlanScore {
  /// The tiers' values in the order in which they are minimised; in the last lane, what breaks ties.
  typealias Cost = SIMD16<Int>
  /// The lane of what breaks ties.
  private static let last = 15

  let facts: Facts
  let table: ChoiceTable
  private let lanes: [Tier: Int]
  private let fairness = Fairness()
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
    let lanes = Dictionary(uniqueKeysWithValues: TierList.order(facts).enumerated().map { ($1, $0) })
    self.lanes = lanes
    let referralWait = ReferralWait()
    let ownClinician = OwnClinician()
    let stability = Stability()
    let preference = Preference()
    let tieBreak = TieBreak()
    fixed = table.choices.map { choice in
      var cost = Cost()
      func set(_ tier: Tier, _ value: Int) { if let lane = lanes[tier] { cost[lane] = value } }
      switch choice.wanted(facts).demand.need {
      case .required: set(.required, -1)
      case .preferred: set(.preferred, -1)
      case .wait, .none: break
      }
      if choice.isReferral(facts) { set(.referralUnmet, -1) }
      if stability.isAsPublished(choice, facts) { set(.stability, -1) }
      if choice.isMoved { set(.sameTime, 1) }
      set(.ownClinician, ownClinician.isOthers(choice, facts) ? 1 : 0)
      set(.preference, preference.unmet(by: choice, facts))
      set(.referralWait, referralWait.days(until: choice, facts))
      cost[Self.last] = tieBreak.weight(of: choice, facts)
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
    if fairness.isLoad(choice, facts), let lane = lanes[.fairness] {
      cost[lane] = facts.people[choice.colleague].clinician.fairnessWeight * (2 * loads[choice.colleague] + 1)
    }
    guard let lane = lanes[.continuity], !choice.isOwn else { return cost }
    for group in groupsOf[choice.demand] where !meetings[group].isEmpty && meetings[group][choice.colleague] == nil {
      cost[lane] += weights[group]
    }
    return cost
  }

  /// Takes the choice; its demand must be without cover.
  mutating func take(_ index: Int) {
    let choice = table.choices[index]
    cost &+= added(by: index)
    if !choice.isOwn {
      for group in groupsOf[choice.demand] { meetings[group][choice.colleague, default: 0] += 1 }
    }
    if fairness.isLoad(choice, facts) { loads[choice.colleague] += 1 }
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
    if fairness.isLoad(choice, facts) { loads[choice.colleague] -= 1 }
    for group in groupsOf[demand] where !choice.isOwn {
      let count = (meetings[group][choice.colleague] ?? 0) - 1
      meetings[group][choice.colleague] = count > 0 ? count : nil
    }
    cost &-= added(by: index)
  }

  /// The tiers in their order.
  static func isBetter(_ left: Cost, _ right: Cost) -> Bool {
    for lane in 0...last where left[lane] != right[lane] { return left[lane] < right[lane] }
    return false
  }
}

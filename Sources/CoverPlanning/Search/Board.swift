import CoverDomain

/// The choices with what each counts in every tier and which limits it shares, as flat arrays of positions: a search by
/// small moves asks for them a million times a second.
///
/// Nothing is decided here: the rules come from `SharedLimits`, the tiers from `Objectives/`.
struct Board: Sendable {
  /// Lists of positions, one list an index, laid end to end.
  struct Lists: Sendable {
    private(set) var starts: [Int32] = [0]
    private(set) var values: [Int32] = []

    init() {}

    /// The pairs that are told, twice in the same order, gathered by their first number.
    init(_ count: Int, _ tell: ((_ index: Int, _ value: Int) -> Void) -> Void) {
      var starts = [Int32](repeating: 0, count: count + 1)
      tell { index, _ in starts[index + 1] += 1 }
      for index in 0..<count { starts[index + 1] += starts[index] }
      var next = starts
      var values = [Int32](repeating: 0, count: Int(starts[count]))
      tell { index, value in
        values[Int(next[index])] = Int32(value)
        next[index] += 1
      }
      self.starts = starts
      self.values = values
    }

    init(_ lists: [[Int]]) { for list in lists { append(list) } }

    mutating func append(_ list: some Sequence<Int>) {
      for value in list { values.append(Int32(value)) }
      starts.append(Int32(values.count))
    }

    /// Where in `values` the list stands.
    func range(_ index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }
    subscript(index: Int) -> ArraySlice<Int32> { values[range(index)] }
    var count: Int { starts.count - 1 }
  }

  let facts: Facts
  let table: ChoiceTable
  let choices: Int
  let demands: Int

  // By choice.
  let demandOf: [Int32]
  let colleagueOf: [Int32]
  let isLoad: [Bool]
  /// The limits in which it counts.
  let limits: Lists
  /// The meetings that it is: of a client in an absence with a colleague.
  let meetings: Lists
  /// What it counts whatever else is taken: lanes and values.
  let fixedLanes: Lists
  let fixedValues: [Int]

  /// Choices by demand.
  let ofDemand: Lists

  /// By limit: how many of its choices may be taken, and where their demands are noted.
  let most: [Int32]
  let noteStart: [Int32]
  let notes: Int

  let groups: [ContinuityGroup]
  /// By meeting, its group, and whether it takes place outside the window as well; by group, its weight, how many
  /// colleagues are met outside the window, its meetings; choices by meeting.
  let groupOf: [Int32]
  let metElsewhere: [Int32]
  let colleaguesMetElsewhere: [Int32]
  let groupWeight: [Int]
  let ofGroup: Lists
  let ofMeeting: Lists

  /// By colleague.
  let fairnessWeight: [Int]
  let lookBack: [Int]

  /// The tiers in play, in their order; a tier's position is its lane. After them comes the lane of what breaks ties, and
  /// one that nobody reads.
  let tiers: [Tier]
  var tieLane: Int { tiers.count }
  var lanes: Int { tiers.count + 2 }
  let continuityLane: Int
  let fairnessLane: Int
  /// What the plan without any cover counts.
  let emptyValues: [Int]

  init(_ facts: Facts, _ table: ChoiceTable, _ shared: SharedLimits) {
    self.facts = facts
    self.table = table
    choices = table.choices.count
    demands = facts.wanted.count
    demandOf = table.choices.map { Int32($0.demand) }
    colleagueOf = table.choices.map { Int32($0.colleague) }
    let fairness = Fairness()
    isLoad = table.choices.map { fairness.isLoad($0, facts) }
    ofDemand = Lists(table.byDemand)

    let shared = Self.tightest(shared.all)
    limits = Lists(choices) { tell in
      for (limit, shared) in shared.enumerated() { for choice in shared.choices { tell(choice, limit) } }
    }
    most = shared.map { Int32($0.most) }
    var notes = 0
    noteStart = shared.map { limit in
      defer { notes += limit.most }
      return Int32(notes)
    }
    self.notes = notes

    tiers = TierList.order(facts)
    let unread = tiers.count + 1
    let lanes = Dictionary(uniqueKeysWithValues: tiers.enumerated().map { ($1, $0) })
    continuityLane = lanes[.continuity] ?? unread
    fairnessLane = lanes[.fairness] ?? unread

    let groups = ContinuityGroup.all(facts)
    self.groups = groups
    groupWeight = groups.map(\.weight)
    colleaguesMetElsewhere = groups.map { Int32($0.met.count) }
    var groupOf: [Int32] = []
    var metElsewhere: [Int32] = []
    var ofGroup = Lists()
    var ofMeeting = Lists()
    for (position, group) in groups.enumerated() {
      var byColleague: [Int: [Int]] = [:]
      for choice in group.demands.flatMap({ table.byDemand[$0] }) where !table.choices[choice].isOwn {
        byColleague[table.choices[choice].colleague, default: []].append(choice)
      }
      let first = groupOf.count
      for (colleague, choices) in byColleague.sorted(by: { $0.key < $1.key }) {
        ofMeeting.append(choices)
        groupOf.append(Int32(position))
        metElsewhere.append(group.met.contains(colleague) ? 1 : 0)
      }
      ofGroup.append(first..<groupOf.count)
    }
    self.groupOf = groupOf
    self.metElsewhere = metElsewhere
    self.ofGroup = ofGroup
    self.ofMeeting = ofMeeting
    meetings = Lists(choices) { tell in
      for meeting in groupOf.indices { for choice in ofMeeting[meeting] { tell(Int(choice), meeting) } }
    }

    fairnessWeight = facts.people.map(\.clinician.fairnessWeight)
    lookBack = facts.people.map(\.lookBack)

    let counted = FixedCosts(facts)
    var fixedLanes = Lists()
    var fixedValues: [Int] = []
    for choice in table.choices {
      var own = counted.tiers(choice).compactMap { tier, value in lanes[tier].map { (lane: $0, value: value) } }
      own.append((lane: tiers.count, value: counted.tieBreak(choice)))
      own.removeAll { $0.value == 0 }
      fixedLanes.append(own.map(\.lane))
      fixedValues += own.map(\.value)
    }
    self.fixedLanes = fixedLanes
    self.fixedValues = fixedValues

    let nothing = Draft(facts)
    emptyValues = tiers.map { TierList.objective($0).value(of: nothing, facts) } + [0, 0]
  }

  /// Of limits on the same choices the tightest alone: a day on which no more than two sessions of cover are given needs no
  /// limit of five beside it. At 2,000 sessions each choice is then in 2.9 limits, not 3.8.
  private static func tightest(_ limits: [SharedLimit]) -> [SharedLimit] {
    var least: [[Int]: Int] = [:]
    for limit in limits { least[limit.choices] = min(limit.most, least[limit.choices] ?? limit.most) }
    return limits.filter { limit in
      guard least[limit.choices] == limit.most else { return false }
      least[limit.choices] = nil
      return true
    }
  }
}

/// What a choice counts in the tiers that look at each cover alone.
private struct FixedCosts {
  private let facts: Facts
  private let stability = Stability()
  private let preference = Preference()
  private let referralWait = ReferralWait()
  private let ownClinician = OwnClinician()
  private let ties = TieBreak()

  init(_ facts: Facts) { self.facts = facts }

  func tiers(_ choice: Choice) -> [(Tier, Int)] {
    var costs: [(Tier, Int)] = []
    switch choice.wanted(facts).demand.need {
    case .required: costs.append((.required, -1))
    case .preferred: costs.append((.preferred, -1))
    case .wait, .none: break
    }
    if choice.isReferral(facts) { costs.append((.referralUnmet, -1)) }
    if stability.isAsPublished(choice, facts) { costs.append((.stability, -1)) }
    if choice.isMoved { costs.append((.sameTime, 1)) }
    if ownClinician.isOthers(choice, facts) { costs.append((.ownClinician, 1)) }
    costs.append((.preference, preference.unmet(by: choice, facts)))
    costs.append((.referralWait, referralWait.days(until: choice, facts)))
    return costs
  }

  func tieBreak(_ choice: Choice) -> Int { ties.weight(of: choice, facts) }
}

import CoverDomain

/// A plan in the making on a board, with what each tier counts of it, kept up to date move by move.
///
/// A move takes one choice, puts out whatever stands in its way, and finds the next best place for that. What a move
/// did can be undone, so that a search tries it first and judges it by what it came to.
struct PlanWalk {
  let board: Board
  /// By demand: the choice taken, or -1.
  private(set) var chosen: [Int32]
  /// By lane of the board.
  private(set) var values: [Int]
  /// The values, weighed and summed.
  private(set) var heat: Int
  /// Demands without cover that have choices; in no order.
  private(set) var open: [Int32] = []

  private var weights: [Int]
  /// What a choice adds to the heat whatever else is taken.
  private var prices: [Int]
  private var used: [Int32]
  private var notes: [Int32]
  private var meetings: [Int32]
  private var colleaguesMet: [Int32]
  private var loads: [Int]
  private var settled: [Bool]
  private var openPosition: [Int32]
  /// What the move at hand has changed: demands, and what they had before.
  private var trail: [(demand: Int32, choice: Int32)] = []
  /// By demand: the last move that changed it.
  private var changedIn: [Int32]
  private var move: Int32 = 0
  private var displaced: [Int32] = []

  /// Nothing is taken; every tier weighs nothing.
  init(_ board: Board) {
    self.board = board
    chosen = Array(repeating: -1, count: board.demands)
    values = board.emptyValues
    heat = 0
    weights = Array(repeating: 0, count: board.lanes)
    prices = Array(repeating: 0, count: board.choices)
    used = Array(repeating: 0, count: board.most.count)
    notes = Array(repeating: 0, count: board.notes)
    meetings = board.metElsewhere
    colleaguesMet = board.colleaguesMetElsewhere
    loads = board.lookBack
    settled = Array(repeating: false, count: board.demands)
    openPosition = Array(repeating: -1, count: board.demands)
    changedIn = openPosition
    for demand in 0..<board.demands where !board.ofDemand.range(demand).isEmpty {
      openPosition[demand] = Int32(open.count)
      open.append(Int32(demand))
    }
  }

  /// Weighs the tiers anew; by lane.
  mutating func weigh(_ weights: [Int]) {
    self.weights = weights
    for choice in 0..<board.choices {
      prices[choice] = board.fixedLanes.range(choice).reduce(0) {
        $0 + weights[Int(board.fixedLanes.values[$1])] * board.fixedValues[$1]
      }
    }
    heat = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
  }

  // MARK: - Plans

  /// The demand may no longer change.
  mutating func settle(_ demand: Int) { settled[demand] = true }
  func isSettled(_ demand: Int) -> Bool { settled[demand] }

  /// Takes exactly the choices of another walk on the same board.
  mutating func become(_ chosen: [Int32]) {
    for demand in 0..<board.demands where self.chosen[demand] != chosen[demand] { drop(demand) }
    for demand in 0..<board.demands where self.chosen[demand] != chosen[demand] { take(Int(chosen[demand])) }
  }

  /// Takes the choices of the plan.
  mutating func become(_ draft: Draft) {
    var chosen = [Int32](repeating: -1, count: board.demands)
    for (demand, choice) in draft.choices.enumerated() {
      guard let choice else { continue }
      let position = board.table.byDemand[demand].first { board.table.choices[$0] == choice }
      if let position { chosen[demand] = Int32(position) }
    }
    become(chosen)
  }

  static func draft(_ chosen: [Int32], on board: Board) -> Draft {
    var draft = Draft(board.facts)
    for choice in chosen where choice >= 0 {
      let choice = board.table.choices[Int(choice)]
      draft[choice.demand] = choice
    }
    return draft
  }

  var draft: Draft { Self.draft(chosen, on: board) }

  /// The tiers in their order, then what breaks ties.
  static func isBetter(_ left: [Int], _ right: [Int]) -> Bool {
    for lane in 0..<(left.count - 1) where left[lane] != right[lane] { return left[lane] < right[lane] }
    return false
  }

  // MARK: - Taking and dropping

  /// Whether the limits let the choice join the plan, its demand being without cover.
  func allows(_ choice: Int) -> Bool {
    for position in board.limits.range(choice) {
      let limit = Int(board.limits.values[position])
      if used[limit] >= board.most[limit] { return false }
    }
    return true
  }

  /// What the choice would add to the heat, its demand being without cover.
  func added(by choice: Int) -> Int {
    var sum = prices[choice]
    if board.isLoad[choice] {
      let colleague = Int(board.colleagueOf[choice])
      sum += weights[board.fairnessLane] * board.fairnessWeight[colleague] * (2 * loads[colleague] + 1)
    }
    for position in board.meetings.range(choice) {
      let meeting = Int(board.meetings.values[position])
      guard meetings[meeting] == 0 else { continue }
      let group = Int(board.groupOf[meeting])
      if colleaguesMet[group] > 0 { sum += weights[board.continuityLane] * board.groupWeight[group] }
    }
    return sum
  }

  /// What it would add to the heat to take the choice instead of what its demand has, everything else as it is.
  func change(to choice: Int) -> Int {
    let old = Int(chosen[Int(board.demandOf[choice])])
    guard old >= 0 else { return added(by: choice) }
    var sum = prices[choice] - prices[old]
    if board.isLoad[old] {
      let colleague = Int(board.colleagueOf[old])
      sum -= weights[board.fairnessLane] * board.fairnessWeight[colleague] * (2 * loads[colleague] - 1)
    }
    if board.isLoad[choice] {
      let colleague = Int(board.colleagueOf[choice])
      let load = loads[colleague] - (board.isLoad[old] && board.colleagueOf[old] == board.colleagueOf[choice] ? 1 : 0)
      sum += weights[board.fairnessLane] * board.fairnessWeight[colleague] * (2 * load + 1)
    }
    let left = board.meetings[old]
    for meeting in left where meetings[Int(meeting)] == 1 {
      let group = Int(board.groupOf[Int(meeting)])
      if colleaguesMet[group] > 1 { sum -= weights[board.continuityLane] * board.groupWeight[group] }
    }
    for meeting in board.meetings[choice] where meetings[Int(meeting)] == 0 {
      let group = board.groupOf[Int(meeting)]
      let ended = left.count { board.groupOf[Int($0)] == group && meetings[Int($0)] == 1 }
      if Int(colleaguesMet[Int(group)]) > ended {
        sum += weights[board.continuityLane] * board.groupWeight[Int(group)]
      }
    }
    for meeting in board.meetings[choice] where meetings[Int(meeting)] == 1 && left.contains(meeting) {
      // It ends with what is left and begins again.
      let group = Int(board.groupOf[Int(meeting)])
      if colleaguesMet[group] > 1 { sum += weights[board.continuityLane] * board.groupWeight[group] }
    }
    return sum
  }

  /// Takes the choice; its demand is without cover, and the limits allow it.
  mutating func take(_ choice: Int) {
    let demand = Int(board.demandOf[choice])
    heat += added(by: choice)
    chosen[demand] = Int32(choice)
    close(demand)
    for position in board.limits.range(choice) {
      let limit = Int(board.limits.values[position])
      notes[Int(board.noteStart[limit] + used[limit])] = Int32(demand)
      used[limit] += 1
    }
    for position in board.fixedLanes.range(choice) {
      values[Int(board.fixedLanes.values[position])] += board.fixedValues[position]
    }
    if board.isLoad[choice] {
      let colleague = Int(board.colleagueOf[choice])
      values[board.fairnessLane] += board.fairnessWeight[colleague] * (2 * loads[colleague] + 1)
      loads[colleague] += 1
    }
    for position in board.meetings.range(choice) {
      let meeting = Int(board.meetings.values[position])
      if meetings[meeting] == 0 {
        let group = Int(board.groupOf[meeting])
        if colleaguesMet[group] > 0 { values[board.continuityLane] += board.groupWeight[group] }
        colleaguesMet[group] += 1
      }
      meetings[meeting] += 1
    }
  }

  /// Leaves the demand without cover, as before `take`.
  mutating func drop(_ demand: Int) {
    guard chosen[demand] >= 0 else { return }
    let choice = Int(chosen[demand])
    chosen[demand] = -1
    openPosition[demand] = Int32(open.count)
    open.append(Int32(demand))
    for position in board.limits.range(choice) {
      let limit = Int(board.limits.values[position])
      used[limit] -= 1
      let last = Int(board.noteStart[limit] + used[limit])
      var at = Int(board.noteStart[limit])
      while notes[at] != Int32(demand) { at += 1 }
      notes[at] = notes[last]
    }
    for position in board.fixedLanes.range(choice) {
      values[Int(board.fixedLanes.values[position])] -= board.fixedValues[position]
    }
    if board.isLoad[choice] {
      let colleague = Int(board.colleagueOf[choice])
      loads[colleague] -= 1
      values[board.fairnessLane] -= board.fairnessWeight[colleague] * (2 * loads[colleague] + 1)
    }
    for position in board.meetings.range(choice) {
      let meeting = Int(board.meetings.values[position])
      meetings[meeting] -= 1
      if meetings[meeting] == 0 {
        let group = Int(board.groupOf[meeting])
        colleaguesMet[group] -= 1
        if colleaguesMet[group] > 0 { values[board.continuityLane] -= board.groupWeight[group] }
      }
    }
    heat -= added(by: choice)
  }

  private mutating func close(_ demand: Int) {
    let position = Int(openPosition[demand])
    let last = open.removeLast()
    if Int(last) != demand {
      open[position] = last
      openPosition[Int(last)] = Int32(position)
    }
    openPosition[demand] = -1
  }

  /// Covers the demand in the way that adds least, if one makes the plan better: a request may do harm to a tier that
  /// the practice puts before it.
  @discardableResult
  mutating func insert(_ demand: Int) -> Bool {
    var best = -1
    var least = 0
    for position in board.ofDemand.range(demand) {
      let choice = Int(board.ofDemand.values[position])
      let cost = added(by: choice)
      if cost < least, allows(choice) {
        least = cost
        best = choice
      }
    }
    if best >= 0 { take(best) }
    return best >= 0
  }

  // MARK: - Moves

  /// Begins a move that `undo` can take back.
  mutating func begin() {
    move &+= 1
    trail.removeAll(keepingCapacity: true)
    displaced.removeAll(keepingCapacity: true)
  }

  /// Undoes everything since `begin`.
  mutating func undo() {
    for (demand, _) in trail { drop(Int(demand)) }
    for (_, choice) in trail where choice >= 0 { take(Int(choice)) }
  }

  private mutating func leave(_ demand: Int) {
    if changedIn[demand] != move {
      changedIn[demand] = move
      trail.append((Int32(demand), chosen[demand]))
    }
    drop(demand)
  }

  /// Takes the choice and puts out what stands in its way; false where that may not be.
  mutating func force(_ choice: Int, _ chance: inout Chance) -> Bool {
    let demand = Int(board.demandOf[choice])
    if settled[demand] { return false }
    leave(demand)
    for position in board.limits.range(choice) {
      let limit = Int(board.limits.values[position])
      while used[limit] >= board.most[limit] {
        guard used[limit] > 0 else { return false }
        let victim = Int(notes[Int(board.noteStart[limit]) + chance.below(Int(used[limit]))])
        if settled[victim] { return false }
        leave(victim)
        displaced.append(Int32(victim))
      }
    }
    take(choice)
    return true
  }

  /// Finds the next best place for all that was put out.
  mutating func resettle() {
    for demand in displaced where chosen[Int(demand)] < 0 { insert(Int(demand)) }
  }
}

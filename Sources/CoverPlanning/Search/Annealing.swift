import CoverDomain

/// Finds a good plan by small moves, the tiers one after another: hot enough at first to try what makes the first tier
/// worse, then cooler, so that the first tier holds while the second one is still in motion, and so on.
///
/// The moves are counted, not timed, and chance comes from the seed: equal boards give equal plans on every machine.
struct Annealing {
  /// How many times a tier outweighs the one after it. Large enough that what cools later seldom costs what has cooled
  /// before, small enough that one move can pay for another; which plan is best is judged by the tiers alone.
  private static let ratio = 12
  /// What one more session more or less shared out typically counts in fairness.
  private static let fairnessUnit = 400

  let board: Board
  /// Whether the search is to end, asked every few thousand moves.
  let isOver: () -> Bool

  /// As many moves as a plan deserves: so many for each session that has several choices. Where stability comes first after
  /// cover, what stands as it was published stays so, and only the rest counts.
  ///
  /// Measured at 2,000 sessions (coverage best in all): moves for each session, user seconds, continuity / preference /
  /// fairness: 150: 0.3, 28 / 165 / 2,320,888; 500: 0.9, 15 / 129 / 2,331,373; 1,500: 1.9, 14 / 121 / 2,302,671; 5,000: 6,
  /// 12 / 116 / 2,299,796.
  static func moves(on board: Board, from draft: Draft) -> Int {
    let facts = board.facts
    let movable = (0..<board.demands).filter { board.ofDemand.range($0).count > 1 }
    let first = board.tiers.first { ![.required, .preferred, .referralUnmet].contains($0) }
    guard first == .stability else { return movesEach(board) * movable.count }
    let stability = Stability()
    let fresh = movable.count { !(draft[$0].map { stability.isAsPublished($0, facts) } ?? false) }
    return movesEach(board) * min(movable.count, 4 * fresh)
  }

  /// Where there are few choices the solver proves a tier in less time than many moves take.
  private static func movesEach(_ board: Board) -> Int { board.choices > 8_000 ? 1_500 : 500 }

  /// The best plan met in so many moves, beginning with that of the walk, no worse in the lanes before the given one.
  func improved(_ start: PlanWalk, moves: Int, seed: Int, from lane: Int) -> [Int32] {
    var walk = start
    var chance = Chance(seed: seed)
    var best = (chosen: walk.chosen, values: walk.values)
    let lanes = Self.moving(on: board).filter { $0 >= lane }
    var demands: [Int] = []
    for demand in 0..<board.demands where !board.ofDemand.range(demand).isEmpty && !walk.isSettled(demand) {
      demands.append(demand)
    }
    guard !demands.isEmpty, !lanes.isEmpty else { return best.chosen }
    let weights = Self.weights(on: board)
    walk.weigh(weights)
    let groups = board.groupWeight.count
    let share = moves / lanes.count
    for lane in lanes {
      let unit = Double(lane == board.fairnessLane ? weights[lane] * Self.fairnessUnit : weights[lane])
      let (hot, cold) = (unit * 0.5, unit * 0.05)
      // Cooling in equal steps of a few thousand moves.
      let rounds = max(1, share / Self.round)
      let factor = Self.root(cold / hot, of: rounds)
      var temperature = hot
      for _ in 0..<rounds {
        if isOver() { return best.chosen }
        for _ in 0..<Self.round {
          let before = walk.heat
          walk.begin()
          let kind = chance.below(16)
          var isPossible = true
          if kind == 0, groups > 0 {
            isPossible = gather(chance.below(groups), &walk, &chance)
          } else {
            var demand = demands[chance.below(demands.count)]
            if kind == 1, !walk.open.isEmpty { demand = Int(walk.open[chance.below(walk.open.count)]) }
            isPossible = reassign(demand, &walk, &chance)
          }
          if isPossible { walk.resettle() }
          let change = walk.heat - before
          if !isPossible || (change > 0 && Double(change) > temperature * chance.patience()) {
            walk.undo()
          } else if change < 0, PlanWalk.isBetter(walk.values, best.values) {
            best = (walk.chosen, walk.values)
          }
        }
        temperature *= factor
      }
    }
    return best.chosen
  }

  static let round = 4_096

  /// Another choice for the demand.
  private func reassign(_ demand: Int, _ walk: inout PlanWalk, _ chance: inout Chance) -> Bool {
    let choices = board.ofDemand.range(demand)
    let choice = board.ofDemand.values[choices.lowerBound + chance.below(choices.count)]
    return choice != walk.chosen[demand] && walk.force(Int(choice), &chance)
  }

  /// As many of a client's sessions in an absence as can be to one colleague.
  private func gather(_ group: Int, _ walk: inout PlanWalk, _ chance: inout Chance) -> Bool {
    let meetings = board.ofGroup.range(group)
    guard !meetings.isEmpty else { return false }
    let meeting = Int(board.ofGroup.values[meetings.lowerBound + chance.below(meetings.count)])
    let choices = board.ofMeeting.range(meeting)
    var isChanged = false
    var position = choices.lowerBound
    while position < choices.upperBound {
      let demand = board.demandOf[Int(board.ofMeeting.values[position])]
      // Where a session may be moved, several choices give it to the colleague; any of them will do.
      let end = (position..<choices.upperBound).first { board.demandOf[Int(board.ofMeeting.values[$0])] != demand }
      let alike = position..<(end ?? choices.upperBound)
      position = alike.upperBound
      if alike.contains(where: { board.ofMeeting.values[$0] == walk.chosen[Int(demand)] }) { continue }
      let choice = board.ofMeeting.values[alike.lowerBound + (alike.count > 1 ? chance.below(alike.count) : 0)]
      guard walk.force(Int(choice), &chance) else { return false }
      isChanged = true
    }
    return isChanged
  }

  /// The lanes in which plans can differ.
  private static func moving(on board: Board) -> [Int] {
    var differs = [Bool](repeating: false, count: board.lanes)
    for lane in board.fixedLanes.values { differs[Int(lane)] = true }
    differs[board.continuityLane] = !board.groupOf.isEmpty
    differs[board.fairnessLane] = board.isLoad.contains(true)
    return (0..<board.tiers.count).filter { differs[$0] }
  }

  /// By lane; the last one weighs least.
  static func weights(on board: Board) -> [Int] {
    var weights = [Int](repeating: 0, count: board.lanes)
    var weight = 1
    for lane in moving(on: board).reversed() {
      weights[lane] = weight
      weight = weight * ratio * (lane == board.fairnessLane ? fairnessUnit : 1)
    }
    return weights
  }

  /// The number that is `value`, between 0 and 1, when multiplied by itself so many times; by halving, so that it is the
  /// same to the bit everywhere.
  private static func root(_ value: Double, of count: Int) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      var power = 1.0
      for _ in 0..<count { power *= middle }
      if power < value { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}

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
  /// By lane: a value that no plan is below; a tier that has come to it is left alone.
  let lowest: [Int]
  /// Told every few thousand moves: the lane in motion, and the best plan's values by lane.
  let tell: (_ lane: Int, _ values: [Int]) -> Void
  /// Whether the search is to end, asked every few thousand moves.
  let isOver: () -> Bool

  /// - Parameter lowest: nil where nothing is known.
  init(
    _ board: Board, lowest: [Int]? = nil, tell: @escaping (_ lane: Int, _ values: [Int]) -> Void = { _, _ in },
    isOver: @escaping () -> Bool
  ) {
    self.board = board
    self.lowest = lowest ?? Array(repeating: .min, count: board.tiers.count)
    self.tell = tell
    self.isOver = isOver
  }

  /// As many moves as a plan deserves: so many for each session that has several choices. Where stability comes first after
  /// cover, what stands as it was published stays so, and only the rest counts.
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
  ///
  /// Measured at 2,000 sessions, cover best from the start: moves for each session, and continuity / preference / fairness
  /// (none can be below 12 / 116 / 2,290,000): 1,500: 13 / 112 / 2,299,169; 6,000: 12 / 116 / 2,297,470.
  private static func movesEach(_ board: Board) -> Int { board.choices > 8_000 ? 6_000 : 500 }

  /// The best plan met in so many moves, beginning with that of the walk, no worse in the lanes before the given ones.
  ///
  /// Lanes that have come to their lowest get no moves. Where cover has, which a flow says, the moves begin with continuity
  /// and coolly: at 2,000 sessions they come to 12 further colleagues in 3 s, after heat in the cover lanes to 14 in 8 s; at
  /// 10,000 sessions to 2 and 74.
  func improved(_ start: PlanWalk, moves: Int, seed: Int, in range: Range<Int>) -> [Int32] {
    var walk = start
    var chance = Chance(seed: seed)
    var best = (chosen: walk.chosen, values: walk.values)
    let lanes = Self.moving(on: board).filter(range.contains)
    var demands: [Int] = []
    for demand in 0..<board.demands where !board.ofDemand.range(demand).isEmpty && !walk.isSettled(demand) {
      demands.append(demand)
    }
    guard !demands.isEmpty, !lanes.isEmpty else { return best.chosen }
    let weights = Self.weights(on: board)
    walk.weigh(weights)
    let groups = board.groupWeight.count
    let share = moves / lanes.count
    for lane in lanes where !isLowest(best.values, through: lane) {
      let unit = Double(lane == board.fairnessLane ? weights[lane] * Self.fairnessUnit : weights[lane])
      let (hot, cold) = (unit * 0.5, unit * 0.05)
      // Cooling in equal steps of a few thousand moves.
      let rounds = max(1, share / Self.round)
      let factor = Self.root(cold / hot, of: rounds)
      var temperature = hot
      for _ in 0..<rounds {
        if isOver() { return best.chosen }
        tell(lane, best.values)
        if isLowest(best.values, through: lane) {
          walk.become(best.chosen)
          break
        }
        for _ in 0..<Self.round {
          let before = walk.heat
          walk.begin()
          // How much worse this move may make things.
          let most = temperature * chance.patience()
          let kind = chance.below(16)
          var isPossible = true
          if kind < Self.gathering, groups > 0 {
            isPossible = gather(chance.below(groups), &walk, &chance)
          } else {
            var demand = demands[chance.below(demands.count)]
            if kind == Self.gathering, !walk.open.isEmpty { demand = Int(walk.open[chance.below(walk.open.count)]) }
            // Judged a second time when all has found its place, a single session moves more coolly than a whole client does:
            // of 24 tries at 2,000 sessions 22 then come to 12 further colleagues, of 12 that judge once 8.
            isPossible = reassign(demand, upTo: temperature * chance.patience(), &walk, &chance)
          }
          if isPossible { walk.resettle() }
          let change = walk.heat - before
          if !isPossible || Double(change) > most {
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
  /// In how many of sixteen moves a client's sessions are gathered. At 2,000 sessions two come to 12 further colleagues with
  /// two seeds of six, else to 13; four with five of six, in twice the time; six with no more.
  private static let gathering = 4

  /// Whether nothing can be better in the lanes up to the given one.
  private func isLowest(_ values: [Int], through lane: Int) -> Bool {
    (0...lane).allSatisfy { values[$0] <= lowest[$0] }
  }

  /// Another choice for the demand, where that alone makes things no worse than they may become: whoever is put out by it
  /// seldom makes up for it. Most moves end here, and all are through in less than half of the time.
  private func reassign(_ demand: Int, upTo most: Double, _ walk: inout PlanWalk, _ chance: inout Chance) -> Bool {
    let choices = board.ofDemand.range(demand)
    let choice = board.ofDemand.values[choices.lowerBound + chance.below(choices.count)]
    return choice != walk.chosen[demand] && Double(walk.change(to: Int(choice))) <= most
      && walk.force(Int(choice), &chance)
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

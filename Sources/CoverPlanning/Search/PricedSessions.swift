import CoverDomain

/// What is cheapest for each session at given prices, the limits left out: on its own, or, where a further colleague costs
/// something, for all of a client's sessions in an absence together.
struct PricedSessions {
  /// As many of a client's sessions are seen together; what is beyond counts each on its own, which is cheaper still.
  private static let mostTogether = 5

  private let board: Board
  private let countsColleagues: Bool
  /// By demand: the group with which it is seen, and its bit there; -1 where it is on its own.
  private var groupOf: [Int32]
  private var bitOf: [Int8]
  /// Demands on their own.
  private var alone: [Int32] = []
  /// By group: its demands, in the order of their bits.
  private var together: [[Int32]]
  /// By demand of a group: its choices with colleagues whom it costs nothing to meet.
  private var free: Board.Lists
  private var table = SharedOut()
  /// By choice, at the prices of the round.
  private var prices: [Int]

  /// What is taken, counted: by limit, by colleague, by lane.
  struct Taken {
    var places: [Int]
    var covers: [Int]
    var values: [Int]

    init(_ board: Board) {
      places = Array(repeating: 0, count: board.most.count)
      covers = Array(repeating: 0, count: board.fairnessWeight.count)
      values = Array(repeating: 0, count: board.lanes)
    }
  }

  init(_ board: Board, countsColleagues: Bool) {
    self.board = board
    self.countsColleagues = countsColleagues
    prices = Array(repeating: 0, count: board.choices)
    groupOf = Array(repeating: -1, count: board.demands)
    bitOf = Array(repeating: 0, count: board.demands)
    together = Array(repeating: [], count: board.groups.count)
    for (group, members) in board.groups.enumerated() where countsColleagues {
      // A session of two clients may be in two groups: it is seen with the first one.
      for demand in members.demands where groupOf[demand] < 0 && !board.ofDemand.range(demand).isEmpty {
        guard together[group].count < Self.mostTogether else { break }
        groupOf[demand] = Int32(group)
        bitOf[demand] = Int8(together[group].count)
        together[group].append(Int32(demand))
      }
    }
    free = Board.Lists()
    for demand in 0..<board.demands {
      let group = groupOf[demand]
      if group < 0, !board.ofDemand.range(demand).isEmpty { alone.append(Int32(demand)) }
      let choices = group < 0 ? [] : board.ofDemand[demand].map { Int($0) }
      free.append(
        choices.filter { choice in
          !board.meetings[choice].contains {
            board.groupOf[Int($0)] == group && board.metElsewhere[Int($0)] == 0
          }
        })
    }
  }

  /// - Parameters:
  ///   - places: by limit, the price of a place in it.
  ///   - covers: by colleague, the price of a session; nil where fairness does not count.
  ///   - units: by lane, what a unit of it costs.
  ///   - taken: to which is added what is cheapest.
  /// - Returns: what it costs.
  mutating func cheapest(_ places: [Int], _ covers: [Int]?, _ units: [Int], _ taken: inout Taken) -> Int {
    price(places, covers, units)
    var total = 0
    for demand in alone {
      var least = 0
      var best: Int32 = -1
      for position in board.ofDemand.range(Int(demand)) {
        let choice = board.ofDemand.values[position]
        if prices[Int(choice)] < least { (least, best) = (prices[Int(choice)], choice) }
      }
      total += least
      if best >= 0 { take(best, &taken) }
    }
    if countsColleagues {
      for group in together.indices where !together[group].isEmpty {
        total += cheapest(
          group, further: units[board.continuityLane] * board.groupWeight[group], &taken)
      }
    }
    return total
  }

  private mutating func price(_ places: [Int], _ covers: [Int]?, _ units: [Int]) {
    for choice in 0..<board.choices {
      var price = 0
      for position in board.fixedLanes.range(choice) {
        let lane = Int(board.fixedLanes.values[position])
        if lane < units.count { price += units[lane] * board.fixedValues[position] }
      }
      for position in board.limits.range(choice) { price += places[Int(board.limits.values[position])] }
      if let covers, board.isLoad[choice] { price += covers[Int(board.colleagueOf[choice])] }
      prices[choice] = price
    }
  }

  private func take(_ choice: Int32, _ taken: inout Taken) {
    let choice = Int(choice)
    for position in board.limits.range(choice) { taken.places[Int(board.limits.values[position])] += 1 }
    if board.isLoad[choice] { taken.covers[Int(board.colleagueOf[choice])] += 1 }
    for position in board.fixedLanes.range(choice) {
      taken.values[Int(board.fixedLanes.values[position])] += board.fixedValues[position]
    }
  }

  // MARK: - A client's sessions

  /// Shares the group's sessions out among colleagues, each of whom costs something beyond those who cost nothing.
  private mutating func cheapest(_ group: Int, further: Int, _ taken: inout Taken) -> Int {
    let demands = together[group]
    table.begin(demands.count)
    for (bit, demand) in demands.enumerated() {
      for position in free.range(Int(demand)) {
        let choice = free.values[position]
        table.offerFree(bit, prices[Int(choice)], choice)
      }
    }
    for meeting in board.ofGroup.range(group) {
      let meeting = Int(board.ofGroup.values[meeting])
      guard board.metElsewhere[meeting] == 0 else { continue }
      for position in board.ofMeeting.range(meeting) {
        let choice = board.ofMeeting.values[position]
        let demand = Int(board.demandOf[Int(choice)])
        if groupOf[demand] == Int32(group) { table.offer(Int(bitOf[demand]), prices[Int(choice)], choice) }
      }
      table.close()
    }
    let isFirstFree = board.colleaguesMetElsewhere[group] == 0
    var choices: [Int32] = []
    let found = table.cheapest(further: further, isFirstFree: isFirstFree) { choices.append($0) }
    for choice in choices { take(choice, &taken) }
    taken.values[board.continuityLane] += board.groupWeight[group] * max(0, found.colleagues - (isFirstFree ? 1 : 0))
    return found.total
  }
}

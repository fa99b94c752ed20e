import CoverDomain

/// Some clients and sessions, laid out in the order in which their choices are looked at: a round of prices goes through them
/// from end to end.
struct PricedPart: Sendable {
  /// Choices that follow one another, by position in the arrays of the part.
  private typealias Run = Range<Int>

  /// A client's sessions in an absence, each known by its bit.
  private struct Client {
    let group: Int
    let weight: Int
    let isFirstFree: Bool
    /// By bit: the choices with colleagues whom it costs nothing to meet.
    let free: [Run]
    /// By colleague whom it costs something to meet.
    let meetings: [Run]
  }

  private let continuityLane: Int
  private var clients: [Client] = []
  /// Sessions on their own.
  private var alone: [Run] = []

  // By position: the choice, the bit of its session, its colleague (-1 where it is no load), the limits in which it counts, and
  // what it counts itself.
  private var ids: [Int32] = []
  private var bits: [Int8] = []
  private var loads: [Int32] = []
  private var limits = Board.Lists()
  private var lanes = Board.Lists()
  private var values: [Int] = []

  init(_ board: Board) { continuityLane = board.continuityLane }

  var choices: Int { ids.count }

  /// Another session on its own.
  mutating func add(_ demand: Int, _ board: Board) {
    alone.append(append(board.ofDemand[demand].lazy.map { ($0, 0) }, board))
  }

  /// Another group's sessions, five at most.
  mutating func add(_ group: Int, _ demands: [Int], _ board: Board) {
    func isNew(_ meeting: Int32) -> Bool {
      board.groupOf[Int(meeting)] == group && board.metElsewhere[Int(meeting)] == 0
    }
    let free = demands.enumerated().map { bit, demand in
      append(board.ofDemand[demand].filter { !board.meetings[Int($0)].contains(where: isNew) }.map { ($0, bit) }, board)
    }
    let meetings = board.ofGroup[group].filter(isNew).map { meeting in
      append(
        board.ofMeeting[Int(meeting)].compactMap { choice in
          demands.firstIndex(of: Int(board.demandOf[Int(choice)])).map { (choice, $0) }
        }, board)
    }
    clients.append(
      Client(
        group: group, weight: board.groupWeight[group], isFirstFree: board.colleaguesMetElsewhere[group] == 0,
        free: free, meetings: meetings.filter { !$0.isEmpty }))
  }

  private mutating func append(_ choices: some Sequence<(Int32, Int)>, _ board: Board) -> Run {
    let first = ids.count
    for (choice, bit) in choices {
      ids.append(choice)
      bits.append(Int8(bit))
      loads.append(board.isLoad[Int(choice)] ? board.colleagueOf[Int(choice)] : -1)
      limits.append(board.limits[Int(choice)].lazy.map { Int($0) })
      lanes.append(board.fixedLanes[Int(choice)].lazy.map { Int($0) })
      values += board.fixedValues[board.fixedLanes.range(Int(choice))]
    }
    return first..<ids.count
  }

  // MARK: - At given prices

  /// - Parameter nothing: nothing taken.
  func cheapest(
    _ prices: PricedSessions.Prices, _ nothing: PricedSessions.Taken
  ) -> (total: Int, taken: PricedSessions.Taken) {
    var taken = nothing
    var total = 0
    for run in alone {
      var (least, best) = (0, -1)
      for position in run {
        let price = price(position, prices)
        if price < least { (least, best) = (price, position) }
      }
      total += least
      if best >= 0 { take(best, &taken) }
    }
    var table = SharedOut()
    var chosen: [Int32] = []
    for client in clients {
      offer(client, prices, to: &table)
      chosen.removeAll(keepingCapacity: true)
      let found = table.cheapest(further: further(client, prices), isFirstFree: client.isFirstFree) {
        chosen.append($0)
      }
      total += found.total
      for position in chosen { take(Int(position), &taken) }
      taken.values[continuityLane] += client.weight * max(0, found.colleagues - (client.isFirstFree ? 1 : 0))
    }
    return (total, taken)
  }

  /// How much more it all costs at least where a choice is taken.
  func surcharges(_ prices: PricedSessions.Prices) -> [(choice: Int32, surcharge: Int)] {
    var costs = ids.indices.map { price($0, prices) }
    for run in alone {
      let least = min(0, costs[run].min() ?? 0)
      for position in run { costs[position] -= least }
    }
    var table = SharedOut()
    for client in clients {
      offer(client, prices, to: &table)
      let further = further(client, prices)
      let least = table.cheapest(further: further, isFirstFree: client.isFirstFree) { _ in }.total
      for (bit, run) in client.free.enumerated() {
        for position in run {
          costs[position] = table.cheapest(
            withFree: bit, costs[position], further: further, isFirstFree: client.isFirstFree)
          costs[position] -= least
        }
      }
      for run in client.meetings {
        let offers = run.map { (bit: Int(bits[$0]), price: costs[$0]) }
        let all = table.cheapest(ofColleague: offers, further: further, isFirstFree: client.isFirstFree)
        for (position, cost) in zip(run, all) { costs[position] = cost - least }
      }
    }
    return zip(ids, costs).map { ($0, $1) }
  }

  /// What another colleague costs the client.
  private func further(_ client: Client, _ prices: PricedSessions.Prices) -> Int {
    prices.units[continuityLane] * client.weight
  }

  /// What each colleague asks for each of the client's sessions.
  private func offer(_ client: Client, _ prices: PricedSessions.Prices, to table: inout SharedOut) {
    table.begin(client.free.count)
    for (bit, run) in client.free.enumerated() {
      for position in run { table.offerFree(bit, price(position, prices), Int32(position)) }
    }
    for run in client.meetings {
      for position in run { table.offer(Int(bits[position]), price(position, prices), Int32(position)) }
      table.close()
    }
  }

  private func price(_ position: Int, _ prices: PricedSessions.Prices) -> Int {
    var price = 0
    for index in lanes.range(position) {
      let lane = Int(lanes.values[index])
      if lane < prices.units.count { price += prices.units[lane] * values[index] }
    }
    for index in limits.range(position) { price += prices.places[Int(limits.values[index])] }
    if let covers = prices.covers, loads[position] >= 0 { price += covers[Int(loads[position])] }
    return price
  }

  private func take(_ position: Int, _ taken: inout PricedSessions.Taken) {
    for index in limits.range(position) { taken.places[Int(limits.values[index])] += 1 }
    if loads[position] >= 0 { taken.covers[Int(loads[position])] += 1 }
    for index in lanes.range(position) { taken.values[Int(lanes.values[index])] += values[index] }
  }
}

import CoverDomain

/// What is cheapest for each session at given prices, the limits left out: on its own, or, where a further colleague costs
/// something, for all of a client's sessions in an absence together.
///
/// Clients do not concern one another here, so each core looks at some of them; the sums are the same however many there are.
struct PricedSessions {
  /// As many of a client's sessions are seen together; what is beyond counts each on its own, which is cheaper still.
  private static let mostTogether = 5
  /// With fewer choices one core is as quick.
  private static let fewestInPart = 2_000
  private static let mostParts = 16

  private let board: Board
  private let parts: [PricedPart]

  /// Prices, in whole numbers.
  struct Prices {
    /// By limit: of a place in it.
    let places: [Int]
    /// By colleague: of a session; nil where fairness does not count.
    let covers: [Int]?
    /// By lane: of a unit of it.
    let units: [Int]

    init(_ places: [Int], _ covers: [Int]?, _ units: [Int]) {
      self.places = places
      self.covers = covers
      self.units = units
    }
  }

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

    fileprivate mutating func add(_ other: Taken) {
      for index in places.indices { places[index] += other.places[index] }
      for index in covers.indices { covers[index] += other.covers[index] }
      for index in values.indices { values[index] += other.values[index] }
    }
  }

  init(_ board: Board, countsColleagues: Bool) {
    self.board = board
    var isSeen = (0..<board.demands).map { board.ofDemand.range($0).isEmpty }
    var together: [(group: Int, demands: [Int])] = []
    for (group, members) in board.groups.enumerated() where countsColleagues {
      // A session of two clients may be in two groups: it is seen with the first one.
      let demands = Array(members.demands.filter { !isSeen[$0] }.prefix(Self.mostTogether))
      for demand in demands { isSeen[demand] = true }
      if !demands.isEmpty { together.append((group, demands)) }
    }
    let most = max(Self.fewestInPart, board.choices / Self.mostParts + 1)
    var parts = [PricedPart(board)]
    func part() -> Int {
      if parts[parts.count - 1].choices >= most { parts.append(PricedPart(board)) }
      return parts.count - 1
    }
    for (group, demands) in together { parts[part()].add(group, demands, board) }
    for demand in 0..<board.demands where !isSeen[demand] { parts[part()].add(demand, board) }
    self.parts = parts
  }

  /// What is cheapest, and what it costs.
  func cheapest(_ prices: Prices) -> (total: Int, taken: Taken) {
    let found = parts.concurrentMap { (part) throws(Never) in part.cheapest(prices, Taken(board)) }
    return found.dropFirst().reduce(into: found[0]) { sum, part in
      sum.total += part.total
      sum.taken.add(part.taken)
    }
  }

  /// By choice: how much more it all costs at least where the choice is taken.
  func surcharges(_ prices: Prices) -> [Int] {
    var surcharges = [Int](repeating: 0, count: board.choices)
    for part in parts.concurrentMap({ (part) throws(Never) in part.surcharges(prices) }) {
      for (choice, surcharge) in part { surcharges[Int(choice)] = surcharge }
    }
    return surcharges
  }
}

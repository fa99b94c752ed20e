import CoverDomain

/// What no plan is below in a tier that looks at each cover alone: each demand counts what its cheapest choice does, or
/// nothing where it stays without cover; at best the dearest ones do.
struct CheapestChoices {
  private let board: Board
  private let lane: Int
  /// By demand; nil where there is no choice.
  private let cheapest: [Int?]
  private let sessions: Sparing
  private let requests: Sparing
  /// What no plan is below.
  let sum: Int

  /// - Parameter uncovered: how many demands, and how many requests, that have choices stay without cover; nil where any
  ///   number may.
  init(_ board: Board, lane: Int, uncovered: (demands: Int?, requests: Int?)) {
    self.board = board
    self.lane = lane
    let cheapest = (0..<board.demands).map { demand in
      board.ofDemand.range(demand).map { Self.value(Int(board.ofDemand.values[$0]), board, lane) }.min()
    }
    let first = board.facts.requests.lowerBound
    sessions = Sparing(cheapest[..<first].compactMap(\.self), uncovered.demands)
    requests = Sparing(cheapest[first...].compactMap(\.self), uncovered.requests)
    self.cheapest = cheapest
    sum = board.emptyValues[lane] + sessions.sum + requests.sum
  }

  /// What no plan is below that takes the choice.
  func sum(with choice: Int) -> Int {
    let demand = Int(board.demandOf[choice])
    let counted = (demand < board.facts.requests.lowerBound ? sessions : requests).counted(cheapest[demand] ?? 0)
    return sum - counted + Self.value(choice, board, lane)
  }

  private static func value(_ choice: Int, _ board: Board, _ lane: Int) -> Int {
    for position in board.fixedLanes.range(choice) where Int(board.fixedLanes.values[position]) == lane {
      return board.fixedValues[position]
    }
    return 0
  }

  /// The sum where so many are spared what they cost.
  private struct Sparing {
    let sum: Int
    /// The dearest that is not spared.
    private let dearest: Int

    init(_ cheapest: [Int], _ spared: Int?) {
      let costs = spared.map { cheapest.filter { $0 > 0 }.sorted().dropLast($0) } ?? []
      sum = cheapest.filter { $0 < 0 }.reduce(0, +) + costs.reduce(0, +)
      dearest = costs.last ?? 0
    }

    /// What the sum loses where this one is left out of it; where it is spared itself, another one is spared instead.
    func counted(_ cost: Int) -> Int { min(cost, dearest) }
  }
}

/// How many sessions of cover each colleague gives where each is worth a price, and fairness counts the square of them all.
struct PricedLoads {
  private let board: Board
  /// By colleague: how many sessions they could take at most.
  private let most: [Int]

  init(_ board: Board) {
    self.board = board
    var most = [Int](repeating: 0, count: board.fairnessWeight.count)
    var last = [Int32](repeating: -1, count: most.count)
    // The choices of a demand follow one another.
    for choice in 0..<board.choices where board.isLoad[choice] {
      let colleague = Int(board.colleagueOf[choice])
      if last[colleague] != board.demandOf[choice] { most[colleague] += 1 }
      last[colleague] = board.demandOf[choice]
    }
    self.most = most
  }

  /// - Parameters:
  ///   - prices: by colleague, what a session is worth.
  ///   - unit: what a unit of fairness costs.
  /// - Returns: what they cost together, less what they are worth; the loads; and what fairness counts of them.
  func cheapest(_ prices: [Int], unit: Int) -> (total: Int, loads: [Int], value: Int) {
    var loads = [Int](repeating: 0, count: prices.count)
    var total = 0
    var value = 0
    for colleague in prices.indices {
      let (weight, before) = (board.fairnessWeight[colleague], board.lookBack[colleague])
      var load = 0
      // Each session more costs more than the one before it.
      while load < most[colleague], unit * weight * (2 * (before + load) + 1) < prices[colleague] { load += 1 }
      loads[colleague] = load
      let counted = weight * (before + load) * (before + load)
      value += counted
      total += unit * counted - prices[colleague] * load
    }
    return (total, loads, value)
  }
}

import CoverDomain

/// What no plan is below in a tier, by prices (a Lagrangian relaxation).
///
/// Every place in a limit has a price, and so has each unit that a tier before counts beyond what it may. Each client then
/// takes what is cheapest for them alone (`PricedSessions`), and each colleague gives as many sessions as their price is
/// worth (`PricedLoads`). A plan that keeps the limits costs no more at these prices than without them; so no plan is below
/// the sum of what is cheapest for each, less what the places and units that there are would bring. Whatever led to the
/// prices: they are whole numbers, and the sum is exact.
///
/// What is asked for too often grows dearer, round by round. At 2,000 sessions it takes a second to prove that no plan has fewer
/// than 12 further colleagues and another for 116 wishes; HiGHS takes 10 s and 11 s of both cores for the same linear bound,
/// and CP-SAT does not come above 4 and 60 in half a minute.
struct PriceBound {
  private let board: Board
  private let lane: Int
  /// By lane before: the most that a plan in question counts.
  private let held: [Int]
  /// How many units of price one unit of the tier is.
  private let unit: Int
  private let sessions: PricedSessions
  private let loads: PricedLoads

  /// The prices, as the rounds move them; what they are in whole numbers is what counts.
  private var places: [Double]
  private var covers: [Double]
  private var units: [Double]
  /// The most that was proven, and at which prices.
  private var highest: (total: Int, places: [Double], covers: [Double], units: [Double])?

  /// How fast the price of a unit of each lane moves beside that of a place.
  private let pace: [Double]

  /// - Parameters:
  ///   - lane: that of the tier.
  ///   - values: by lane, what the plan at hand counts. Plans that count more in a lane before are not in question.
  init(_ board: Board, lane: Int, values: [Int]) {
    self.board = board
    self.lane = lane
    held = Array(values.prefix(lane))
    let isFairness = board.fairnessLane == lane
    let unit = isFairness ? 1 << 6 : 1 << 16
    self.unit = unit
    sessions = PricedSessions(board, countsColleagues: board.continuityLane <= lane)
    loads = PricedLoads(board)
    places = Array(repeating: 0, count: board.most.count)
    covers = Array(repeating: 0, count: board.fairnessWeight.count)
    // One unit of most tiers is worth several hundred of fairness.
    let worth = (0..<lane).map { before in
      Double(isFairness ? Self.fairnessUnit : 1) / Double(board.fairnessLane == before ? Self.fairnessUnit : 1)
    }
    units = worth.map { 2 * Double(unit) * $0 } + [Double(unit)]
    pace = (0..<lane).map { board.fairnessLane == $0 ? 10 / Double(Self.fairnessUnit * Self.fairnessUnit) : 10 } + [0]
  }

  private static let fairnessUnit = 400
  /// The path of the rounds: how much of its direction each keeps, after how many without gain the steps grow shorter, and
  /// by how much. Measured at 2,000 sessions, continuity (the linear bound is 12): 0.7 and 40 rounds end at 7.6, 0.97 and 100
  /// at 11.07, 0.995 and 100 at 12.0.
  private static let memory = 0.995
  private static let patience = 150
  private static let shortening = 0.8

  /// What no plan in question is below. The rounds end where that has come to the plan's own value, where prices hardly move
  /// any more, and where the search is over.
  ///
  /// - Parameters:
  ///   - value: what the plan at hand counts in the tier.
  ///   - tell: told every so many rounds what is proven so far.
  mutating func bound(
    upTo value: Int, rounds: Int, tell: (Int) -> Void = { _ in }, isOver: () -> Bool
  ) -> Int {
    var best = Int.min
    highest = nil
    var lasting = Int.min
    var patience = Self.patience
    var stride = 1.0
    let target = Double(value) + max(0.5, 0.002 * Double(value))
    var directions = Directions(board, lane)
    for round in 0..<rounds {
      if isOver() { break }
      let sum = demanded()
      if sum.total > best {
        best = sum.total
        highest = (sum.total, places, covers, units)
      }
      let proven = min(value, best.dividedRoundingUp(by: unit))
      if proven == value { return value }
      if round % 64 == 0 { tell(proven) }
      patience -= 1
      if best > lasting + max(unit, abs(lasting == .min ? 0 : lasting)) / 10_000 || lasting == .min {
        lasting = best
        patience = Self.patience
      }
      if patience == 0 {
        patience = Self.patience
        stride *= Self.shortening
        if stride < 1e-4 { break }
      }
      let size = turn(&directions, sum)
      guard size > 0 else { break }
      step(directions, stride * (target * Double(unit) - Double(sum.total)) / size)
    }
    return min(value, best == .min ? .min : best.dividedRoundingUp(by: unit))
  }

  /// By choice: whether it may be in a plan in question that counts no more than that in the tier. At the prices that proved most
  /// such a plan costs so many units at most; whatever makes the whole dearer is in none of them.
  func possible(upTo value: Int) -> [Bool] {
    guard let best = highest else { return Array(repeating: true, count: board.choices) }
    let hasLoads = board.fairnessLane <= lane
    let prices = PricedSessions.Prices(
      Self.whole(best.places), hasLoads ? Self.whole(best.covers) : nil, Self.whole(best.units))
    return sessions.surcharges(prices).map { best.total + $0 <= unit * value }
  }

  // MARK: - A round

  /// What everybody takes at the prices of the round.
  private struct Demanded {
    /// What it all costs: a bound, in units of price.
    var total: Int
    /// By limit, by colleague (covers beyond those that their price is worth), by lane before (beyond what is held).
    var places: [Int]
    var covers: [Int]
    var units: [Int]
  }

  private func demanded() -> Demanded {
    let (places, covers, units) = (Self.whole(places), Self.whole(covers), Self.whole(units))
    let hasLoads = board.fairnessLane <= lane
    var (total, taken) = sessions.cheapest(PricedSessions.Prices(places, hasLoads ? covers : nil, units))
    var counted = Array(zip(board.emptyValues, taken.values).map(+).prefix(lane))
    if hasLoads {
      let given = loads.cheapest(covers, unit: units[board.fairnessLane])
      total += given.total
      for (colleague, count) in given.loads.enumerated() { taken.covers[colleague] -= count }
      if board.fairnessLane < lane { counted[board.fairnessLane] = given.value }
    }
    for before in 0..<lane {
      total -= units[before] * held[before]
      if before != board.fairnessLane { total += units[before] * board.emptyValues[before] }
    }
    if lane != board.fairnessLane { total += unit * board.emptyValues[lane] }
    for limit in places.indices {
      total -= places[limit] * Int(board.most[limit])
      taken.places[limit] -= Int(board.most[limit])
    }
    return Demanded(
      total: total, places: taken.places, covers: taken.covers, units: zip(counted, held).map { $0 - $1 })
  }

  /// Prices are never below nothing.
  private static func whole(_ prices: [Double]) -> [Int] { prices.map { Int(min($0, dearest) + 0.5) } }

  /// Far above what any price comes to, and far below where sums overflow.
  private static let dearest = Double(1 << 36)

  private struct Directions {
    var places: [Double]
    var covers: [Double]
    var units: [Double]

    init(_ board: Board, _ lane: Int) {
      places = Array(repeating: 0, count: board.most.count)
      covers = Array(repeating: 0, count: board.fairnessWeight.count)
      units = Array(repeating: 0, count: lane)
    }
  }

  /// Turns towards what is asked for too often. Returns the square of the length.
  private func turn(_ directions: inout Directions, _ sum: Demanded) -> Double {
    func turn(_ directions: inout [Double], _ asked: [Int], _ prices: [Double], _ pace: [Double]?) -> Double {
      var size = 0.0
      for index in directions.indices {
        // A price stays at nothing where nobody asks for more.
        let gain = prices[index] <= 0 && asked[index] < 0 ? 0 : asked[index]
        directions[index] = Double(gain) + Self.memory * directions[index]
        size += directions[index] * directions[index] * (pace?[index] ?? 1)
      }
      return size
    }
    var size = turn(&directions.places, sum.places, places, nil)
    if board.fairnessLane <= lane { size += turn(&directions.covers, sum.covers, covers, nil) }
    return size + turn(&directions.units, sum.units, units, pace)
  }

  private mutating func step(_ directions: Directions, _ length: Double) {
    for index in places.indices { places[index] = max(0, places[index] + length * directions.places[index]) }
    for index in covers.indices { covers[index] = max(0, covers[index] + length * directions.covers[index]) }
    for index in 0..<lane { units[index] = max(0, units[index] + length * pace[index] * directions.units[index]) }
  }
}

extension Int {
  fileprivate func dividedRoundingUp(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor > 0 ? quotient + 1 : quotient
  }
}

import CoverDomain

/// Cover as a flow: each session goes to one of its choices, through the limits of its colleague's days and weeks, to the
/// colleague. What a flow cannot do, no plan can: it keeps every limit that lies inside another one of the same colleague,
/// and leaves out what crosses others, such as a client's two sessions at one time. It is solved exactly, in integers.
///
/// At 2,000 sessions and 36,000 choices it says at once that 46 stay without cover, which the solver needed 10 to 16 seconds
/// to prove.
struct CoverFlow {
  private let board: Board

  // Nodes: the limits first, then the colleagues.
  /// By node: the one that it lies in; -1 for colleagues.
  private var parent: [Int32]
  private var room: [Int32]
  private var used: [Int32]
  private var inside: [[Int32]]
  /// By choice: the innermost node.
  private var leaf: [Int32]
  /// By node: the demands whose choice begins there.
  private var begins: [[Int32]]
  /// By demand: the choice taken, or -1.
  private(set) var chosen: [Int32]
  private var loads: [Int]
  private let sessions: Range<Int>

  // Searching.
  private var seen: [Bool]
  /// By vertex (demands, then nodes, then the uncovered): where the search came from, and by which choice.
  private var from: [Int32]
  private var by: [Int32]

  /// - Parameter start: a plan: by demand, the choice taken, or -1.
  init(_ board: Board, start: [Int32]) {
    self.board = board
    sessions = 0..<board.facts.requests.lowerBound
    let people = board.facts.people.count
    let shared = board.most.count
    parent = Array(repeating: -1, count: shared + people)
    room = board.most + [Int32](repeating: .max, count: people)
    leaf = board.colleagueOf.map { Int32(shared) + $0 }
    var choicesOf = [[Int32]](repeating: [], count: shared)
    for demand in sessions {
      for position in board.ofDemand.range(demand) {
        let choice = board.ofDemand.values[position]
        for limit in board.limits[Int(choice)] { choicesOf[Int(limit)].append(choice) }
      }
    }
    // The largest limits first: each lies inside one innermost node so far, or is left out.
    for limit in choicesOf.indices.sorted(by: { (choicesOf[$1].count, $0) < (choicesOf[$0].count, $1) }) {
      let choices = choicesOf[limit]
      guard let first = choices.first, choices.allSatisfy({ [leaf] in leaf[Int($0)] == leaf[Int(first)] }) else {
        continue
      }
      parent[limit] = leaf[Int(first)]
      for choice in choices { leaf[Int(choice)] = Int32(limit) }
    }
    inside = Array(repeating: [], count: shared + people)
    for (node, parent) in parent.enumerated() where parent >= 0 { inside[Int(parent)].append(Int32(node)) }
    used = Array(repeating: 0, count: shared + people)
    begins = Array(repeating: [], count: shared + people)
    chosen = Array(repeating: -1, count: board.demands)
    loads = board.lookBack
    let vertices = board.demands + shared + people + 1
    seen = Array(repeating: false, count: vertices)
    from = Array(repeating: -1, count: vertices)
    by = from
    for demand in sessions where start[demand] >= 0 { assign(demand, to: start[demand]) }
  }

  // MARK: - Answers

  /// How many sessions of each need stay without cover.
  typealias Uncovered = (required: Int, preferred: Int)

  /// Covers as many as can be: those with need `required` first, then the others. Returns how many of each need stay
  /// without cover in every plan.
  mutating func uncovered() -> Uncovered {
    let needs = board.facts.wanted.map(\.demand.need)
    for need in [Need.required, .preferred] {
      forget()
      for demand in sessions where needs[demand] == need && chosen[demand] < 0 {
        // What was seen in vain before stays so: no way leads out of it.
        let (demands, colleagues) = (board.demands, board.demands + board.most.count)
        let end = search(from: demand) { vertex in
          vertex >= colleagues || vertex < demands && need == .required && needs[vertex] == .preferred
        }
        guard let end else { continue }
        shift(to: end)
        forget()
      }
    }
    func open(_ need: Need) -> Int { sessions.count { needs[$0] == need && chosen[$0] < 0 } }
    return (open(.required), open(.preferred))
  }

  /// Shares as many covers as there are as fairly as can be. Returns the sum over colleagues of weight times the square
  /// of their load.
  mutating func fairness() -> Int {
    let colleagues = board.most.count
    var isBetter = true
    while isBetter {
      isBetter = false
      forget()
      let dearest = loads.indices.sorted { (spared($1), $0) < (spared($0), $1) }
      for colleague in dearest where used[colleagues + colleague] > 0 {
        // Whatever was seen before leads to nobody cheaper than those before, who were dearer still.
        let dear = spared(colleague)
        let first = board.demands + colleagues
        let costs = loads.indices.map(added)
        let end = search(from: first + colleague) { vertex in
          vertex >= first && vertex < first + costs.count && vertex != first + colleague && costs[vertex - first] < dear
        }
        if let end {
          shift(to: end)
          isBetter = true
        }
      }
    }
    return zip(board.fairnessWeight, loads).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
  }

  private func spared(_ colleague: Int) -> Int { board.fairnessWeight[colleague] * (2 * loads[colleague] - 1) }
  private func added(_ colleague: Int) -> Int { board.fairnessWeight[colleague] * (2 * loads[colleague] + 1) }

  // MARK: - The flow

  private mutating func assign(_ demand: Int, to choice: Int32) {
    if chosen[demand] >= 0 {
      let old = Int(chosen[demand])
      begins[Int(leaf[old])].removeAll { $0 == Int32(demand) }
      climb(from: leaf[old], -1)
      loads[Int(board.colleagueOf[old])] -= 1
    }
    chosen[demand] = choice
    guard choice >= 0 else { return }
    begins[Int(leaf[Int(choice)])].append(Int32(demand))
    climb(from: leaf[Int(choice)], 1)
    loads[Int(board.colleagueOf[Int(choice)])] += 1
  }

  private mutating func climb(from leaf: Int32, _ count: Int32) {
    var node = leaf
    while node >= 0 {
      used[Int(node)] += count
      node = parent[Int(node)]
    }
  }

  private mutating func forget() { for vertex in seen.indices { seen[vertex] = false } }

  /// The first vertex at which a way from the start ends; nil where there is none. A vertex is reached when it holds one
  /// session too many.
  private mutating func search(from start: Int, isEnd: (Int) -> Bool) -> Int? {
    if seen[start] { return nil }
    let (demands, colleagues) = (board.demands, board.demands + board.most.count)
    var queue = [start]
    seen[start] = true
    from[start] = -1
    var next = 0
    func reach(_ vertex: Int, _ origin: Int, _ choice: Int32 = -1) -> Bool {
      if seen[vertex] { return false }
      seen[vertex] = true
      from[vertex] = Int32(origin)
      by[vertex] = choice
      queue.append(vertex)
      return isEnd(vertex)
    }
    while next < queue.count {
      let vertex = queue[next]
      next += 1
      if vertex < demands {
        for position in board.ofDemand.range(vertex) {
          let choice = board.ofDemand.values[position]
          guard choice != chosen[vertex] else { continue }
          let node = demands + Int(leaf[Int(choice)])
          if reach(node, vertex, choice) { return node }
        }
        // The session may stay without cover where another takes its place.
        if start >= colleagues || chosen[start] >= 0, reach(seen.count - 1, vertex) { return seen.count - 1 }
      } else if vertex == seen.count - 1 {
        for demand in sessions where chosen[demand] < 0 { if reach(demand, vertex) { return demand } }
      } else {
        let node = vertex - demands
        if parent[node] >= 0, used[node] < room[node], reach(demands + Int(parent[node]), vertex) {
          return demands + Int(parent[node])
        }
        for child in inside[node] where used[Int(child)] > 0 {
          if reach(demands + Int(child), vertex) { return demands + Int(child) }
        }
        for demand in begins[node] { if reach(Int(demand), vertex) { return Int(demand) } }
      }
    }
    return nil
  }

  /// Sends one session along the way that ends there.
  private mutating func shift(to end: Int) {
    var moves: [(demand: Int, choice: Int32)] = []
    if end < board.demands { moves.append((end, -1)) }
    var vertex = end
    while from[vertex] >= 0 {
      let origin = Int(from[vertex])
      if origin < board.demands { moves.append((origin, vertex == seen.count - 1 ? -1 : by[vertex])) }
      vertex = origin
    }
    for (demand, choice) in moves { assign(demand, to: choice) }
  }
}

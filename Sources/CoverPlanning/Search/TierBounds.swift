import CoverDomain

/// What no plan can be better than, tier by tier, known without a search.
///
/// Where the plan at hand meets it, the tier is proven at once; where the time ends first, it is what is reported.
struct TierBounds {
  private let board: Board
  /// How many demands, and how many requests, that have choices stay without cover in every plan in question; nil where
  /// that is not known.
  private let uncovered: (demands: Int?, requests: Int?)
  /// How many covers every plan in question has; nil where that is not known.
  private let covers: Int?
  private let draft: Draft
  private let chosen: [Int32]

  /// - Parameters:
  ///   - draft: a plan.
  ///   - isProven: whether a tier before the one in question is proven at the plan's value.
  init(_ board: Board, _ draft: Draft, isProven: (Tier) -> Bool) {
    self.board = board
    self.draft = draft
    var walk = PlanWalk(board)
    walk.become(draft)
    chosen = walk.chosen
    let facts = board.facts
    let isCovered = isProven(.required) && isProven(.preferred)
    func open(_ demands: Range<Int>) -> Int {
      demands.count { !board.ofDemand.range($0).isEmpty && draft[$0] == nil }
    }
    uncovered = (
      isCovered ? open(0..<facts.requests.lowerBound) : nil,
      facts.requests.isEmpty ? 0 : isProven(.referralUnmet) ? open(facts.requests) : nil
    )
    // Where own clinicians may take sessions, plans of one coverage differ in how much cover they call for.
    let fairness = Fairness()
    covers =
      isCovered && !facts.situation.isInPlay(.ownClinician)
      ? draft.taken.count { fairness.isLoad($0, facts) } : nil
  }

  /// No plan in question counts less in the tier.
  func lowest(_ tier: Tier) -> Int {
    guard let lane = board.tiers.firstIndex(of: tier) else { return 0 }
    switch tier {
    case .continuity: return max(0, continuity())
    case .fairness: return fairness()
    case .required: return leastUncovered().required
    case .preferred:
      let least = leastUncovered()
      // As many as are without cover in all, less those with need `required` that are in the plan.
      return max(0, least.required + least.preferred - RequiredUncovered().value(of: draft, board.facts))
    default: return max(0, cheapest(in: lane).sum)
    }
  }

  /// What a tier that looks at each cover alone counts at least.
  func cheapest(in lane: Int) -> CheapestChoices {
    CheapestChoices(board, lane: lane, uncovered: uncovered)
  }

  /// Each group meets as many new colleagues as its sessions cannot do without, less what costs nothing; a session without cover spares
  /// each of its groups one at most.
  private func continuity() -> Int {
    guard let uncovered = uncovered.demands else { return 0 }
    var spared = [Int](repeating: 0, count: board.demands)
    var sum = 0
    for group in board.groups {
      let fewest = ContinuityCut.fewest(group, board.table)
      guard fewest > group.free else { continue }
      sum += group.weight * (fewest - group.free)
      for demand in group.demands { spared[demand] += group.weight }
    }
    return sum - spared.sorted(by: >).prefix(uncovered).reduce(0, +)
  }

  /// How many sessions of each need no plan can cover: what a flow cannot, or, where the plan at hand covers all that have a
  /// choice, the others.
  func leastUncovered() -> CoverFlow.Uncovered {
    let known = [Tier.required, .preferred].map { tier in
      let value = TierList.objective(tier).value(of: draft, board.facts)
      return board.tiers.firstIndex(of: tier).map { max(0, cheapest(in: $0).sum) } == value ? value : nil
    }
    if let required = known[0], let preferred = known[1] { return (required, preferred) }
    var flow = CoverFlow(board, start: chosen)
    return flow.uncovered()
  }

  /// So many covers shared out as fairly as a flow can.
  private func fairness() -> Int {
    let constant = zip(board.fairnessWeight, board.lookBack).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    guard covers != nil else { return constant }
    var flow = CoverFlow(board, start: chosen)
    return flow.fairness()
  }
}

import CoverDomain

extension Ladder {
  /// How often small moves try again to reach a tier's bound.
  private static let furtherWalks = 3
  /// A bound by prices has come to rest long before; only counted work, not the clock, ends it there.
  private static let mostRounds = 12_000

  // MARK: - What is known beforehand

  /// Covers as many sessions as a flow says that can be, or as small moves come to.
  mutating func coverByMoves() {
    let least = TierBounds(board, draft) { _ in false }.leastUncovered()
    known[.required] = least.required
    known[.preferred] = least.preferred
    walk(in: 0..<2)
    // Where more of those with need `required` are left than need be, fewer of the others may be.
    known[.preferred] = max(0, least.required + least.preferred - value(of: .required))
  }

  /// The bounds of the other tiers that need no search, as soon as it is known what is covered.
  mutating func boundRest() {
    let bounds = TierBounds(board, draft, isProven: isSettled)
    for tier in board.tiers.dropFirst(2) { known[tier] = max(known[tier] ?? .min, bounds.lowest(tier)) }
  }

  // MARK: - Small moves

  /// Makes the plan better by small moves, in the tiers of those lanes; all that people have settled stays.
  mutating func walk(in lanes: Range<Int>, attempt: Int = 0) {
    guard !lanes.isEmpty, !budget.isSpent else { return }
    // Half of the time that is left goes to the first attempt, a quarter to each further one.
    let end = budget.remaining.map { budget.elapsed + $0 / (attempt == 0 ? 2 : 4) }
    let lowest = board.tiers.enumerated().map { lane, tier in
      lane < results.count ? value(of: tier) : known[tier] ?? .min
    }
    var told = budget.elapsed
    let annealing = Annealing(board, lowest: lowest) { [board, known, budget, progress] lane, values in
      guard budget.elapsed - told >= Self.pause else { return }
      told = budget.elapsed
      let tier = board.tiers[lane]
      progress(
        PlanningProgress(
          step: .tier(tier), value: values[lane], bound: known[tier], elapsed: told, isFinished: false))
    } isOver: { [budget] in
      budget.isSpent || end.map { $0 <= budget.elapsed } ?? false
    }
    var start = PlanWalk(board)
    start.become(draft)
    for (_, choice) in table.pins {
      if let choice, draft[table.choices[choice].demand] == table.choices[choice] {
        start.settle(table.choices[choice].demand)
      }
    }
    // A short walk first: where the time ends in the long one, all tiers have had their turn. From how long it took, the
    // long one is made no longer than the time allows: cut off, it would be too hot to be of use.
    var moves = (options.effort ?? 1) * Annealing.moves(on: board, from: draft)
    let begun = budget.elapsed
    start.become(annealing.improved(start, moves: moves / 16, seed: options.seed + attempt, in: lanes))
    if let end {
      let pace = max(1e-6, budget.elapsed - begun) * 16
      moves = Int(Double(moves) * min(1, max(0, end - budget.elapsed) / pace))
    }
    start.become(annealing.improved(start, moves: moves, seed: options.seed + attempt, in: lanes))
    draft = start.draft
  }

  /// Seconds between two words to whoever waits.
  private static let pause = 0.1

  // MARK: - Moves and prices

  /// Brings the tiers, one after another, to their bounds, or as near as moves and prices come in the time there is.
  mutating func approach(_ tiers: [Tier]) -> [TierResult] {
    for tier in tiers {
      guard let lane = board.tiers.firstIndex(of: tier) else { continue }
      narrow()
      // More is known of requests with each tier.
      if lane >= 2, !board.facts.requests.isEmpty {
        let bounds = TierBounds(board, draft, isProven: isSettled)
        known[tier] = max(known[tier] ?? .min, bounds.lowest(tier))
      }
      report(.tier(tier), value(of: tier), known[tier], isFinished: false)
      raise(tier, rounds: Self.mostRounds)
      let before = value(of: tier)
      for attempt in 1...Self.furtherWalks where value(of: tier) > known[tier] ?? .min && !budget.isSpent {
        walk(in: lane..<(lane + 1), attempt: attempt)
      }
      // The tiers after it were left as they fell.
      if lane >= 2, value(of: tier) < before { walk(in: (lane + 1)..<board.tiers.count) }
    }
    return tiers.map { tier in
      let value = value(of: tier)
      return TierResult(tier: tier, value: value, bound: min(value, known[tier] ?? 0))
    }
  }

  /// Raises what is known of the tier by prices; plans that are worse in a tier before are not in question.
  mutating func raise(_ tier: Tier, rounds: Int) {
    let lowest = known[tier] ?? .min
    let value = value(of: tier)
    guard let lane = board.tiers.firstIndex(of: tier), lane >= 2, value > lowest, !budget.isSpent else { return }
    let end = budget.remaining.map { budget.elapsed + $0 / 2 }
    var prices = PriceBound(board, lane: lane, values: board.tiers.map(self.value(of:)))
    let bound = prices.bound(upTo: value, rounds: rounds) { bound in
      report(.tier(tier), value, max(lowest, bound), isFinished: false)
    } isOver: {
      budget.isSpent || end.map { $0 <= budget.elapsed } ?? false
    }
    known[tier] = max(lowest, bound)
    narrow(through: lane) { prices.possible(upTo: value) }
  }
}

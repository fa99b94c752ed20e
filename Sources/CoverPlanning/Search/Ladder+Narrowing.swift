import CoverDomain

/// A tier that is proven leaves fewer choices to the tiers after it: whatever would make it worse is in no plan in question.
///
/// After a publication, where stability comes first after cover, that is nearly all of them: each session that can stay as it
/// was does. Of the 13,000 choices of 700 sessions some hundreds are left then.
extension Ladder {
  /// Another board is not worth it where more than so many of hundred choices stay. At 2,000 sessions, with 80 fairness was 0.27 %
  /// above its bound in the end, with 95 it was 0.07 %.
  private static let mostKept = 95

  /// Whether no plan in question is better in the tier.
  func isSettled(_ tier: Tier) -> Bool { isProven(tier) || value(of: tier) <= known[tier] ?? .min }

  /// Leaves out the choices that the settled tiers rule out, as long as that settles another tier.
  mutating func narrow() {
    while let open = board.tiers.firstIndex(where: { !isSettled($0) }), open > max(2, narrowed) {
      narrowed = open
      guard leaveOut(through: open) else { return }
      boundRest()
    }
  }

  /// Leaves out what no plan takes that is as good in the tiers of the lanes before. Returns whether that is enough to matter.
  private mutating func leaveOut(through end: Int) -> Bool {
    let bounds = TierBounds(board, draft, isProven: isSettled)
    var isPossible = [Bool](repeating: true, count: board.choices)
    for lane in 2..<end where ![board.continuityLane, board.fairnessLane].contains(lane) {
      let cheapest = bounds.cheapest(in: lane)
      let value = value(of: board.tiers[lane])
      for choice in isPossible.indices where cheapest.sum(with: choice) > value { isPossible[choice] = false }
    }
    return keep(isPossible)
  }

  /// Leaves out what is in no plan that is as good in the tiers up to that of the lane; those before it are settled, or
  /// nothing is left out, for a plan that is better there may be worse here.
  ///
  /// - Parameter possible: says by choice what may be in one; asked only where it counts.
  mutating func narrow(through lane: Int, to possible: () -> [Bool]) {
    guard board.tiers[..<lane].allSatisfy(isSettled), keep(possible()) else { return }
    boundRest()
  }

  private mutating func keep(_ isPossible: [Bool]) -> Bool {
    var isKept = isPossible
    // What people have settled has been dealt with before any tier.
    for choice in table.pins.compactMap(\.choice) { isKept[choice] = true }
    guard isKept.count(where: \.self) * 100 <= Self.mostKept * isKept.count else { return false }
    let kept = ChoiceTable(table, keeping: { isKept[$0] })
    let limits = SharedLimits(facts, kept)
    board = Board(facts, kept, limits)
    held = HeldModel(board, limits)
    return true
  }
}

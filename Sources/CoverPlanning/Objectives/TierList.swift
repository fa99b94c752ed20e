import CoverDomain

/// Every tier. Each has a file of its name.
enum TierList {
  static func objective(_ tier: Tier) -> any TierObjective {
    switch tier {
    case .required: RequiredUncovered()
    case .preferred: PreferredUncovered()
    case .stability: Stability()
    case .continuity: Continuity()
    case .sameTime: SameTime()
    case .preference: Preference()
    case .fairness: Fairness()
    }
  }

  /// The order in which the tiers are minimised: `required` and `preferred` first, whatever the practice says, then the
  /// practice's order, then what it leaves out.
  static func order(_ rules: PracticeRules) -> [Tier] {
    var order: [Tier] = []
    for tier in [.required, .preferred] + rules.priorities + Tier.defaultOrder where !order.contains(tier) {
      order.append(tier)
    }
    return order
  }
}

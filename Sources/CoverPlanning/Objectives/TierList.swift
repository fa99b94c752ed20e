import CoverDomain

/// Every tier. Each has a file of its name.
enum TierList {
  static func objective(_ tier: Tier) -> any TierObjective {
    switch tier {
    case .required: RequiredUncovered()
    case .preferred: PreferredUncovered()
    case .referralUnmet: ReferralUnmet()
    case .stability: Stability()
    case .continuity: Continuity()
    case .sameTime: SameTime()
    case .ownClinician: OwnClinician()
    case .preference: Preference()
    case .referralWait: ReferralWait()
    case .fairness: Fairness()
    }
  }

  /// The tiers in play, in the order in which they are minimised: `required` and `preferred` first, whatever the
  /// practice says, then the practice's order.
  static func order(_ facts: Facts) -> [Tier] {
    var order: [Tier] = []
    for tier in [.required, .preferred] + facts.rules.priorities
    where !order.contains(tier) && facts.situation.isInPlay(tier) {
      order.append(tier)
    }
    return order
  }
}

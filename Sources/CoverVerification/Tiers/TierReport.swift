import CoverDomain

/// The tiers are those of the rules, in the practice's order; each value is true, and no bound is above it.
struct TierReport {
  let values: TierValues
  let rules: PracticeRules

  func breaches(_ tiers: [TierResult]) -> [Breach] {
    var breaches: [Breach] = []
    if tiers.map(\.tier) != order {
      breaches.append(
        Breach(.wrongTierOrder, "the tiers are not in the order \(order.map(\.rawValue).joined(separator: ", "))"))
    }
    for tier in tiers {
      let value = values.value(tier.tier)
      if tier.value != value {
        breaches.append(Breach(.wrongTierValue, "\(tier.tier.rawValue) is \(value), not \(tier.value)"))
      }
      if tier.bound > tier.value || tier.bound < 0 {
        breaches.append(Breach(.wrongTierValue, "\(tier.tier.rawValue) cannot have the bound \(tier.bound)"))
      }
    }
    return breaches
  }

  /// `required` and `preferred`, then as the practice puts them; what it does not name comes last.
  private var order: [Tier] {
    let rest = rules.priorities + [.stability, .continuity, .sameTime, .preference, .fairness]
    return rest.reduce(into: [.required, .preferred]) { order, tier in
      if !order.contains(tier) { order.append(tier) }
    }
  }
}

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

  /// `required` and `preferred`, then as the practice puts them; without those that have nothing to count.
  private var order: [Tier] {
    rules.priorities.reduce(into: [.required, .preferred]) { order, tier in
      switch tier {
      case .referralUnmet, .referralWait: if values.facts.requests.isEmpty { return }
      case .ownClinician: if !rules.retime.ownClinician || rules.retime.withinDays <= 0 { return }
      default: break
      }
      if !order.contains(tier) { order.append(tier) }
    }
  }
}

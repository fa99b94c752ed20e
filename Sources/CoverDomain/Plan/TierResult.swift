/// How good the plan is in one tier.
public struct TierResult: Hashable, Sendable {
  public let tier: Tier
  public let value: Int
  /// No plan that is as good in the tiers before can be below it.
  public let bound: Int

  public init(tier: Tier, value: Int, bound: Int) {
    self.tier = tier
    self.value = value
    self.bound = min(bound, value)
  }

  public var isProven: Bool { value == bound }
}

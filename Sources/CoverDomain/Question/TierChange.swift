/// What a tier counts in a plan, and in another beside it.
public struct TierChange: Hashable, Sendable {
  public let tier: Tier
  public let before: Int
  public let after: Int

  public init(tier: Tier, before: Int, after: Int) {
    self.tier = tier
    self.before = before
    self.after = after
  }

  public var difference: Int { after - before }
}

import CPSAT
import CoverDomain

/// Affected sessions with need `preferred` left without cover.
struct PreferredUncovered: TierObjective {
  let tier = Tier.preferred

  func value(of draft: Draft, _ facts: Facts) -> Int {
    facts.wanted.indices.count { facts.wanted[$0].demand.need == .preferred && draft[$0] == nil }
  }

  func expression(in model: inout CoverModel) -> LinearExpression { model.uncovered(.preferred) }
}

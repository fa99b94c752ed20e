import CPSAT
import CoverDomain

/// Affected sessions with need `required` left without cover.
struct RequiredUncovered: TierObjective {
  let tier = Tier.required

  func value(of draft: Draft, _ facts: Facts) -> Int {
    facts.wanted.indices.count { facts.wanted[$0].demand.need == .required && draft[$0] == nil }
  }

  func expression(in model: inout CoverModel) -> LinearExpression { model.uncovered(.required) }
}

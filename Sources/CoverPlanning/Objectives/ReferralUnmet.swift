import CPSAT
import CoverDomain

/// Requests for a second professional that nobody meets.
struct ReferralUnmet: TierObjective {
  let tier = Tier.referralUnmet

  func value(of draft: Draft, _ facts: Facts) -> Int { facts.requests.count { draft[$0] == nil } }

  func expression(in model: inout CoverModel) -> LinearExpression {
    model.facts.requests.reduce(into: LinearExpression()) { sum, request in
      if let literal = model.nobody[request] { sum.add(literal) } else { sum += LinearExpression(1) }
    }
  }
}

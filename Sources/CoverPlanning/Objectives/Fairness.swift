import CPSAT
import CoverDomain

/// The sum over colleagues of `round(100 / fte) × load²`, where load is the colleague's cover in the plan and in the
/// days looked back on.
struct Fairness: TierObjective {
  let tier = Tier.fairness

  func value(of draft: Draft, _ facts: Facts) -> Int {
    var loads = facts.people.map(\.lookBack)
    for choice in draft.taken where isLoad(choice, facts) { loads[choice.colleague] += 1 }
    return zip(facts.people, loads).reduce(0) { $0 + $1.0.clinician.fairnessWeight * $1.1 * $1.1 }
  }

  /// Whether it is cover: neither meets a request, nor is a clinician's own session.
  func isLoad(_ choice: Choice, _ facts: Facts) -> Bool { !choice.isOwn && !choice.isReferral(facts) }

  func expression(in model: inout CoverModel) -> LinearExpression {
    var sum = LinearExpression()
    for (colleague, person) in model.facts.people.enumerated() {
      let weight = person.clinician.fairnessWeight
      let (least, further) = model.load(of: colleague)
      let certain = person.lookBack + least
      sum += LinearExpression(weight * certain * certain)
      // A square is a sum of odd numbers: the k-th session costs 2k - 1 times the weight, and costs rise, so that the
      // cheap ones are taken first.
      for (step, literal) in further.enumerated() { sum.add(literal, weight: weight * (2 * (certain + step) + 1)) }
    }
    return sum
  }
}

import CPSAT
import CivilTime
import CoverDomain

/// Over each request that is met, the days from the begin of its time to the appointment.
struct ReferralWait: TierObjective {
  let tier = Tier.referralWait

  func value(of draft: Draft, _ facts: Facts) -> Int { draft.taken.reduce(0) { $0 + days(until: $1, facts) } }

  func expression(in model: inout CoverModel) -> LinearExpression {
    var waits = LinearExpression()
    for request in model.facts.requests {
      for index in model.table.byDemand[request] {
        let days = days(until: model.table.choices[index], model.facts)
        if days > 0 { waits.add(model.takes[index], weight: days) }
      }
    }
    return waits
  }

  /// No days for what meets no request.
  func days(until choice: Choice, _ facts: Facts) -> Int {
    choice.isReferral(facts) ? max(0, choice.day - choice.wanted(facts).day) : 0
  }
}

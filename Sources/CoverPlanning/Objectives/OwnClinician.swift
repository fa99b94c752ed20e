import CPSAT
import CoverDomain

/// Covered sessions that somebody else than the client's own clinician gives: counted where sessions may be moved with
/// their own clinician. After `same-time`, of the sessions that are moved as many as can be stay with their clinician;
/// before it, as many as can be are moved to stay with them.
struct OwnClinician: TierObjective {
  let tier = Tier.ownClinician

  func value(of draft: Draft, _ facts: Facts) -> Int { draft.taken.count { isOthers($0, facts) } }

  func expression(in model: inout CoverModel) -> LinearExpression {
    var others = LinearExpression()
    for (index, choice) in model.table.choices.enumerated() where isOthers(choice, model.facts) {
      others.add(model.takes[index])
    }
    return others
  }

  func isOthers(_ choice: Choice, _ facts: Facts) -> Bool { !choice.isOwn && !choice.isReferral(facts) }
}

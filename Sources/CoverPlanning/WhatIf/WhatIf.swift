public import CivilTime
public import CoverDomain

/// Plans with changes that nobody has made, beside today's plan.
public struct WhatIf: Sendable {
  private let situation: Situation
  private let options: PlanningOptions
  private let cancellation: Cancellation?
  /// Today's plan.
  public let today: Plan

  /// Makes today's plan.
  ///
  /// - Parameter options: for each plan; what would help is not sought.
  public init(
    situation: Situation, options: PlanningOptions = PlanningOptions(), cancellation: Cancellation? = nil
  ) throws(PlanningError) {
    self.situation = situation
    var options = options
    options.seeksHelp = false
    self.options = options
    self.cancellation = cancellation
    today = try Planner(situation: situation, options: options, cancellation: cancellation).plan()
  }

  /// The plan with the changes, beside today's, and the situation in which it is made.
  public func comparison(_ suppositions: [Supposition]) throws(PlanningError) -> (Comparison, Plan, Situation) {
    let supposed = situation.supposing(suppositions)
    let plan = try Planner(situation: supposed, options: options, cancellation: cancellation).plan()
    return (Comparison(before: today, after: plan), plan, supposed)
  }

  /// Every time at which the clinician could be away for so many days on end, the cheapest first, the earlier of equals.
  ///
  /// Leave begins on a day on which they work, for before that nobody misses them; days on which they are away anyway
  /// are no leave to be granted.
  ///
  /// - Parameters:
  ///   - days: from 1; weekends and days off count.
  ///   - range: the leave begins and ends in it.
  ///   - progress: called with the number of plans made, and of those to be made.
  public func offers(
    _ clinician: ClinicianID, days: Int, between range: ClosedRange<Day>, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(PlanningError) -> [LeaveOffer] {
    let starts = range.filter { $0 + (days - 1) <= range.upperBound && situation.isThere(clinician, on: $0) }
    var offers: [LeaveOffer] = []
    for (position, start) in starts.enumerated() {
      if cancellation?.isCancelled ?? false { break }
      progress(position, starts.count)
      let leave = start...(start + (days - 1))
      let (comparison, _, _) = try comparison([.leave(clinician, leave)])
      offers.append(LeaveOffer(clinician: clinician, days: leave, comparison: comparison))
    }
    return offers.sorted { left, right in
      left.cost == right.cost
        ? left.days.lowerBound < right.days.lowerBound : left.cost.lexicographicallyPrecedes(right.cost)
    }
  }
}

import CoverDomain
import Testing

@testable import CoverPlanning

@Suite("The instance that other solvers are given")
struct PlanningInstanceTests {
  @Test("counts the program's plan as the program does, and its limits hold it", arguments: [0..<40])
  func judge(seeds: Range<Int>) throws {
    var covered = 0
    for seed in seeds {
      var practice = RandomPractice(
        seed: seed, .init(moves: seed % 4 == 0, published: seed % 2 == 0, requests: seed % 3 == 0))
      let situation = practice.situation()
      let instance = PlanningInstance(situation)
      let plan = try Planner(situation: situation).plan()
      let chosen = Self.choices(of: plan, in: instance)
      covered += chosen.count
      #expect(instance.tiers.map(\.name) == plan.tiers.map(\.tier.rawValue))
      #expect(
        instance.tiers.map { Self.value($0, of: chosen, in: instance) } == plan.tiers.map(\.value), "seed \(seed)")
      for limit in instance.limits {
        #expect(limit.choices.count(where: chosen.contains) <= limit.most, "seed \(seed), \(limit.name)")
      }
    }
    #expect(covered > 80)
  }

  /// The positions of what the plan holds.
  private static func choices(of plan: Plan, in instance: PlanningInstance) -> Set<Int> {
    var covers = plan.assignments.compactMap { assignment in
      assignment.outcome.cover.map { (assignment.demand.session.id, $0) }
    }
    for assignment in plan.referrals {
      if case .met(let cover) = assignment.outcome { covers.append((assignment.referral.demand.session.id, cover)) }
    }
    return Set(
      covers.compactMap { session, cover in
        instance.demand.indices.first {
          let demand = instance.demands[instance.demand[$0]]
          return demand.session == session.key && demand.clinician == session.clinician.text
            && instance.colleagues[instance.colleague[$0]].id == cover.by.text
            && instance.start[$0] == cover.interval.start.seconds
        }
      })
  }

  /// What solvers/instance.py of the benchmarks counts.
  private static func value(
    _ tier: PlanningInstance.TierCosts, of chosen: Set<Int>, in instance: PlanningInstance
  ) -> Int {
    var value = zip(tier.choices, tier.costs).reduce(tier.empty) { $0 + (chosen.contains($1.0) ? $1.1 : 0) }
    let loads = chosen.filter { instance.isLoad[$0] }
    if tier.name == "continuity" {
      for group in instance.groups {
        let met = Set(loads.filter { group.demands.contains(instance.demand[$0]) }.map { instance.colleague[$0] })
        value += group.weight * max(0, met.subtracting(group.met).count - group.free)
      }
    }
    if tier.name == "fairness" {
      for (colleague, choices) in Dictionary(grouping: loads, by: { instance.colleague[$0] }) {
        let who = instance.colleagues[colleague]
        value += who.weight * choices.count * (choices.count + 2 * who.lookBack)
      }
    }
    return value
  }
}

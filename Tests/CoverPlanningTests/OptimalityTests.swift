import CPSAT
import CoverDomain
import CoverVerification
import Synchronization
import Testing

@testable import CoverPlanning

@Suite("Small practices: the tiers equal those of an exhaustive search")
struct OptimalityTests {
  /// Returns how many practices were planned again because a week had too few times.
  @discardableResult
  private func compare(_ seeds: Range<Int>, _ traits: RandomPractice.Traits) throws -> Int {
    var compared = 0
    let plannedAgain = Mutex(0)
    for seed in seeds {
      var practice = RandomPractice(seed: seed, traits)
      let situation = practice.situation()
      let exhaustive = ExhaustiveSearch(situation)
      guard exhaustive.size <= 20_000 else { continue }
      compared += 1
      let coverages = Mutex(0)
      let plan = try Planner(situation: situation) { progress in
        if progress.step == .tier(.required), progress.isFinished { coverages.withLock { $0 += 1 } }
      }.plan()
      if coverages.withLock({ $0 }) > 1 { plannedAgain.withLock { $0 += 1 } }
      #expect(plan.tiers.map(\.value) == exhaustive.best(), "seed \(seed)")
      #expect(plan.tiers.map(\.tier) == situation.practice.rules.priorities.filter(situation.isInPlay))
      #expect(plan.status == .optimal, "seed \(seed)")
      #expect(Verifier(situation: situation).breaches(of: plan).isEmpty, "seed \(seed)")
    }
    #expect(compared * 3 > seeds.count * 2, "too few practices are small enough to try every plan")
    return plannedAgain.withLock { $0 }
  }

  @Test("beyond the solver's reach: a legal plan, no bound above the best, and what is called proven is best")
  func withoutSolver() throws {
    var options = PlanningOptions()
    options.mostChoices = 0
    var tried = 0
    for seed in 7000..<7080 {
      var practice = RandomPractice(
        seed: seed, .init(moves: seed % 4 == 0, reorders: seed % 3 == 0, published: seed % 2 == 0))
      let situation = practice.situation()
      let exhaustive = ExhaustiveSearch(situation)
      guard exhaustive.size <= 20_000 else { continue }
      tried += 1
      let best = exhaustive.best()
      let plan = try Planner(situation: situation, options: options).plan()
      #expect(Verifier(situation: situation).breaches(of: plan).isEmpty, "seed \(seed)")
      #expect(!plan.tiers.map(\.value).lexicographicallyPrecedes(best), "seed \(seed)")
      // A tier's bound is for plans that are as good in those before it: comparable as long as those are best.
      for (tier, value) in zip(plan.tiers, best) {
        #expect(tier.bound <= value, "seed \(seed), \(tier.tier)")
        guard tier.value == value else { break }
      }
    }
    #expect(tried >= 40)
  }

  @Test("at fixed times", arguments: [0..<60, 60..<120])
  func fixedTimes(seeds: Range<Int>) throws { try compare(seeds, .init()) }

  @Test("after an earlier publication", arguments: [1000..<1050])
  func published(seeds: Range<Int>) throws { try compare(seeds, .init(published: true)) }

  @Test("in the middle of an absence", arguments: [7000..<7060])
  func midway(seeds: Range<Int>) throws { try compare(seeds, .init(reorders: true, published: true, midway: true)) }

  @Test("with pins", arguments: [2000..<2060])
  func pins(seeds: Range<Int>) throws { try compare(seeds, .init(pins: true, published: true)) }

  @Test("with another order of the tiers", arguments: [3000..<3050])
  func reordered(seeds: Range<Int>) throws { try compare(seeds, .init(reorders: true, published: true)) }

  @Test("with sessions that may move", arguments: [4000..<4050])
  func moved(seeds: Range<Int>) throws { try compare(seeds, .init(moves: true, reorders: true, published: true)) }

  @Test("with sessions that may move with their own clinician", arguments: [5000..<5050])
  func movedOwn(seeds: Range<Int>) throws { try compare(seeds, .init(moves: true, reorders: true, movesOwn: true)) }

  @Test("with sessions that could be moved to a few times alone, where weeks are too full for what floats in them")
  func narrow() throws {
    let again = try compare(8000..<8150, .init(moves: true, reorders: true, published: true, narrow: true))
    #expect(again >= 5, "too few practices have a week that is too full")
    let ownAgain = try compare(8200..<8300, .init(moves: true, pins: true, movesOwn: true, narrow: true))
    #expect(ownAgain >= 5, "too few practices have a week that is too full")
  }

  @Test("with requests beside sessions that could be moved", arguments: [8400..<8480])
  func movesAndRequests(seeds: Range<Int>) throws {
    try compare(seeds, .init(moves: true, requests: true, narrow: true))
  }

  @Test("with requests for a second professional", arguments: [6000..<6060])
  func requests(seeds: Range<Int>) throws {
    try compare(seeds, .init(reorders: true, published: true, requests: true))
  }
}

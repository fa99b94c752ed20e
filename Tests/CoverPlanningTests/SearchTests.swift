import CPSAT
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@testable import CoverPlanning

@Suite("The search")
struct SearchTests {
  private func situations(_ seeds: Range<Int>) -> [Situation] {
    seeds.map { seed in
      var practice = RandomPractice(seed: seed, .init(moves: seed % 2 == 0, pins: seed % 3 == 0, published: true))
      return practice.situation()
    }
  }

  @Test("no time at all gives a plan that keeps every rule and says what is not proven")
  func noTime() throws {
    for situation in situations(5000..<5040) {
      let plan = try Planner(situation: situation, options: PlanningOptions(timeLimit: 0)).plan()
      #expect(Verifier(situation: situation).breaches(of: plan).isEmpty)
      let best = try Planner(situation: situation).plan().tiers.map(\.value)
      for (tier, value) in zip(plan.tiers, best) where tier.isProven == false { #expect(tier.bound <= value) }
      #expect(!plan.tiers.map(\.value).lexicographicallyPrecedes(best))
    }
  }

  @Test("by counted work the same plan comes out each time, and a legal one; no work is not asked for")
  func effort() throws {
    for situation in situations(5230..<5240) {
      let options = PlanningOptions(effort: 1)
      let plan = try Planner(situation: situation, options: options).plan()
      #expect(try Planner(situation: situation, options: options).plan() == plan)
      #expect(Verifier(situation: situation).breaches(of: plan).isEmpty)
      #expect(plan.tiers.allSatisfy { $0.bound <= $0.value })
    }
  }

  @Test("no time needs no solver")
  func noTimeNoSolver() throws {
    let planner = Planner(
      situation: situations(5000..<5001)[0], options: PlanningOptions(timeLimit: 0),
      library: { throw SolverLibraryError.absent(searched: []) })
    #expect(throws: Never.self) { try planner.plan() }
  }

  @Test("a solver that is not there is told plainly, with the way out")
  func noSolver() throws {
    var roster = Roster()
    roster.clinician("ann")
    for name in ["ben", "cat"] { roster.clinician(name) }
    roster.leave("ann", "2026-12-22")
    roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    let planner = Planner(
      situation: roster.situation(), library: { throw SolverLibraryError.absent(searched: ["/nowhere"]) })
    let error = #expect(throws: PlanningError.self) { try planner.plan() }
    #expect(error?.message.contains("is not there") == true)
    #expect(error?.hint?.contains("make setup") == true)
  }

  @Test("a cancelled search gives the plan that it started from")
  func cancelled() throws {
    for situation in situations(5040..<5050) {
      let cancellation = Cancellation()
      cancellation.cancel()
      let plan = try Planner(situation: situation, cancellation: cancellation).plan()
      let quick = try Planner(situation: situation, options: PlanningOptions(timeLimit: 0)).plan()
      #expect(plan == quick)
    }
  }

  @Test("equal situations give equal plans, in whatever order their parts come")
  func order() throws {
    for situation in situations(5050..<5080) {
      let practice = situation.practice
      let shuffled = Situation(
        practice: Practice(
          name: practice.name, zone: practice.zone, email: practice.email, phone: practice.phone,
          urgentHelp: practice.urgentHelp, hours: practice.hours, sites: practice.sites.reversed(),
          clinicians: practice.clinicians.reversed(), rules: practice.rules),
        clients: situation.clients.values.sorted { $0.id > $1.id },
        diaries: situation.diaries.mapValues {
          Diary(hours: $0.hours, leave: $0.leave.reversed(), sessions: $0.sessions.reversed(), busy: $0.busy.reversed())
        },
        closures: situation.closures.reversed(), window: situation.window, now: situation.now,
        decisions: situation.decisions, answers: situation.answers, published: situation.published.reversed())
      let plan = try Planner(situation: situation).plan()
      #expect(try Planner(situation: shuffled).plan() == plan)
      #expect(
        try Planner(situation: situation, options: PlanningOptions(seed: 7)).plan().assignments == plan.assignments)
    }
  }

  @Test("progress names every tier once at its end, with the values of the plan")
  func progress() throws {
    let situation = situations(5081..<5082)[0]
    final class Log: @unchecked Sendable { var finished: [PlanningProgress] = [] }
    let log = Log()
    let planner = Planner(situation: situation) { if $0.isFinished { log.finished.append($0) } }
    let plan = try planner.plan()
    let tiers = log.finished.compactMap { entry -> TierResult? in
      guard case .tier(let tier) = entry.step else { return nil }
      return TierResult(tier: tier, value: entry.value, bound: entry.bound ?? 0)
    }
    #expect(tiers == plan.tiers)
    #expect(log.finished.last?.step == .tieBreak)
  }

  private func board(_ situation: Situation) -> (board: Board, limits: SharedLimits) {
    let facts = Facts(situation)
    let table = ChoiceTable(facts)
    let limits = SharedLimits(facts, table)
    return (Board(facts, table, limits), limits)
  }

  /// Six sessions of ann's, the first five published with ben, the sixth with nobody yet.
  private func afterPublication(declined: Bool) -> Situation {
    var roster = Roster()
    for name in ["ann", "ben", "cat", "dan"] { roster.clinician(name) }
    roster.leave("ann", "2026-12-22")
    for hour in 9..<15 {
      let time = "2026-12-22 \(hour):00-\(hour):50"
      let session = roster.session("ann", time, "C\(hour)")
      guard hour < 14 else { continue }
      roster.published(session, by: "ben", time, clients: "C\(hour)")
      if declined, hour == 9 { roster.answer(session, "ben", .declined) }
    }
    return roster.situation()
  }

  @Test(
    "where stability comes first, what can stay as it was published has no other choice left", arguments: [false, true])
  func narrowing(declined: Bool) throws {
    let situation = afterPublication(declined: declined)
    let (board, limits) = board(situation)
    var ladder = Ladder(
      board, limits, options: PlanningOptions(), budget: Budget(limit: nil, cancellation: nil),
      library: { throw SolverLibraryError.absent(searched: []) }, interruption: Interruption(), progress: { _ in })
    ladder.coverByMoves()
    ladder.boundRest()
    #expect((0..<board.demands).allSatisfy { board.ofDemand.range($0).count >= 2 })
    ladder.narrow()
    let kept = (0..<board.demands).filter { ladder.board.ofDemand.range($0).count == 1 }
    #expect(kept == Array((declined ? 1 : 0)..<5))
    // Five sessions for ben and one for somebody else, or four and two others: no search is left.
    let plan = try Planner(situation: situation).plan()
    #expect(
      plan.tiers.first { $0.tier == .fairness }
        == TierResult(tier: .fairness, value: declined ? 1_800 : 2_600, bound: declined ? 1_800 : 2_600))
  }

  @Test("a tier before that is not proven leaves nothing out: what is better there may be worse here")
  func narrowingWaits() throws {
    let (board, limits) = board(afterPublication(declined: true))
    var ladder = Ladder(
      board, limits, options: PlanningOptions(), budget: Budget(limit: nil, cancellation: nil),
      library: { throw SolverLibraryError.absent(searched: []) }, interruption: Interruption(), progress: { _ in })
    ladder.narrow(through: board.fairnessLane) { Array(repeating: false, count: board.choices) }
    #expect(ladder.board.choices == board.choices)
  }

  @Test("small moves make no plan worse, break no rule, and come out the same each time")
  func annealing() throws {
    for situation in situations(5100..<5130) {
      let board = board(situation).board
      let start = StartingPlan(board).walk()
      let annealing = Annealing(board) { false }
      let lanes = 0..<board.tiers.count
      let found = annealing.improved(start, moves: 3_000, seed: 1, in: lanes)
      #expect(annealing.improved(start, moves: 3_000, seed: 1, in: lanes) == found)
      var after = PlanWalk(board)
      after.become(found)
      #expect(!PlanWalk.isBetter(start.values, after.values))
      let covers = Covers(carriedIn: board.facts)
      _ = after.draft.taken.reduce(into: covers) { covers, choice in
        #expect(HardRules.allow(choice, beside: covers, board.facts))
        covers.add(choice, board.facts)
      }
    }
  }

  @Test("small moves leave alone what is at its lowest, and tell of each round, never of a plan that is worse")
  func annealingAtLowest() throws {
    for situation in situations(5100..<5120) {
      let board = board(situation).board
      let start = StartingPlan(board).walk()
      let lanes = 0..<board.tiers.count
      var rounds = 0
      let lowest = Array(start.values.prefix(lanes.count))
      let still = Annealing(board, lowest: lowest) { _, _ in
        rounds += 1
      } isOver: {
        false
      }
      #expect(still.improved(start, moves: 50_000, seed: 1, in: lanes) == start.chosen)
      #expect(rounds == 0)
      var last = start.values
      let moving = Annealing(board) { lane, values in
        rounds += 1
        #expect(lanes.contains(lane))
        #expect(!PlanWalk.isBetter(last, values))
        last = values
      } isOver: {
        false
      }
      let found = moving.improved(start, moves: 50_000, seed: 1, in: lanes)
      var after = PlanWalk(board)
      after.become(found)
      #expect(!PlanWalk.isBetter(last, after.values))
      if lanes.contains(where: { after.values[$0] < start.values[$0] }) { #expect(rounds > 0) }
    }
  }

  @Test("what a walk counts is what the tiers count, move by move and after every undo")
  func walkCounts() throws {
    for situation in situations(5130..<5160) {
      let board = board(situation).board
      let ties = TieBreak()
      var walk = StartingPlan(board).walk()
      var chance = Chance(seed: 3)
      for _ in 0..<60 where board.choices > 0 {
        let before = walk
        let choice = chance.below(board.choices)
        var without = walk
        without.drop(Int(board.demandOf[choice]))
        #expect(walk.change(to: choice) == without.heat + without.added(by: choice) - walk.heat)
        walk.begin()
        if walk.force(chance.below(board.choices), &chance) { walk.resettle() }
        let draft = walk.draft
        let counted = board.tiers.map { TierList.objective($0).value(of: draft, board.facts) }
        #expect(Array(walk.values.dropLast(2)) == counted)
        #expect(walk.values[board.tieLane] == ties.value(of: draft, board.facts))
        if chance.below(2) == 0 {
          walk.undo()
          #expect(walk.chosen == before.chosen)
          #expect(walk.values == before.values)
          #expect(walk.heat == before.heat)
        }
      }
    }
  }

  @Test("the limits that choices share allow what the rules allow")
  func sharedLimits() throws {
    for situation in situations(5160..<5190) {
      let board = board(situation).board
      var walk = PlanWalk(board)
      var covers = Covers(carriedIn: board.facts)
      var chance = Chance(seed: 5)
      for _ in 0..<(4 * board.choices) {
        let choice = chance.below(board.choices)
        guard walk.chosen[Int(board.demandOf[choice])] < 0 else { continue }
        let isAllowed = HardRules.allow(board.table.choices[choice], beside: covers, board.facts)
        #expect(walk.allows(choice) == isAllowed)
        if isAllowed {
          walk.take(choice)
          covers.add(board.table.choices[choice], board.facts)
        }
      }
    }
  }

  @Test("no tier's bound is above the best plan, and none is missing")
  func tierBounds() throws {
    for situation in situations(5190..<5230) {
      let board = board(situation).board
      let plan = try Planner(situation: situation).plan()
      var draft = Draft(board.facts)
      let best = choices(of: plan, board)
      for choice in best { draft[board.table.choices[choice].demand] = board.table.choices[choice] }
      for tier in plan.tiers {
        for isKnown in [true, false] {
          let bounds = TierBounds(board, draft) { _ in isKnown }
          #expect(bounds.lowest(tier.tier) <= tier.value)
          guard ![.continuity, .fairness].contains(tier.tier), let lane = board.tiers.firstIndex(of: tier.tier) else {
            continue
          }
          let cheapest = bounds.cheapest(in: lane)
          #expect(best.allSatisfy { cheapest.sum(with: $0) <= tier.value })
          // Whichever way the demand goes, the best of its ways is no better than the best of all.
          for demand in 0..<board.demands where isKnown && draft[demand] != nil {
            let least = board.ofDemand[demand].map { cheapest.sum(with: Int($0)) }.min()
            #expect(least.map { $0 >= cheapest.sum } ?? true)
          }
        }
      }
    }
  }

  /// Where the plan's covers stand on the board.
  private func choices(of plan: Plan, _ board: Board) -> [Int] {
    plan.assignments.enumerated().compactMap { demand, assignment in
      guard case .covered(let cover) = assignment.outcome else { return nil }
      return board.table.byDemand[demand].first {
        let choice = board.table.choices[$0]
        return choice.person(board.facts).clinician.id == cover.by && choice.interval == cover.interval
      }
    }
  }

  @Test(
    "no bound by prices is above the best plan, whatever the tier, nor rules it out; most come to it where cover is no matter"
  )
  func priceBounds() throws {
    var (met, open, leftOut) = (0, 0, 0)
    for seed in 9000..<9120 {
      var practice = RandomPractice(
        seed: seed,
        .init(
          moves: seed % 4 == 0, reorders: seed % 3 == 0, published: seed % 2 == 0, requests: seed % 5 == 0,
          movesOwn: seed % 8 == 0, midway: seed % 7 == 0))
      let situation = practice.situation()
      let plan = try Planner(situation: situation).plan()
      guard plan.status == .optimal else { continue }
      let board = board(situation).board
      let values = plan.tiers.map(\.value)
      let best = choices(of: plan, board)
      for lane in values.indices {
        // Beyond the best value, so that nothing but the prices keeps the bound down.
        for rounds in [1, 7, 400] {
          var prices = PriceBound(board, lane: lane, values: values)
          let bound = prices.bound(upTo: values[lane] + 3, rounds: rounds) { false }
          #expect(bound <= values[lane], "seed \(seed), \(plan.tiers[lane].tier), \(rounds) rounds")
          if rounds == 400, values[lane] > 0 { if bound == values[lane] { met += 1 } else { open += 1 } }
          let possible = prices.possible(upTo: values[lane])
          #expect(best.allSatisfy { possible[$0] }, "seed \(seed), \(plan.tiers[lane].tier), \(rounds) rounds")
          leftOut += possible.count { !$0 }
        }
      }
    }
    #expect(met > 2 * open, "\(met) bounds met, \(open) not")
    #expect(leftOut > 1_000, "\(leftOut) choices left out")
  }

  @Test("sessions are shared out among colleagues as cheaply as every way tried one by one")
  func sharedOut() {
    var chance = Chance(seed: 11)
    var table = SharedOut()
    for _ in 0..<400 {
      let (count, colleagues, further) = (1 + chance.below(4), chance.below(4), chance.below(12))
      let isFirstFree = chance.below(2) == 0
      var asked = [[Int?]]()
      table.begin(count)
      let free = (0..<count).map { bit -> Int in
        let price = chance.below(12) - 6
        table.offerFree(bit, price, 100 + Int32(bit))
        return min(0, price)
      }
      for colleague in 0..<colleagues {
        asked.append(
          (0..<count).map { bit in
            guard chance.below(4) > 0 else { return nil }
            let price = chance.below(20) - 14
            table.offer(bit, price, Int32(10 * colleague + bit))
            return price
          })
        table.close()
      }
      func best(_ bit: Int, _ met: Set<Int>) -> Int {
        if bit == count { return further * max(0, met.count - (isFirstFree ? 1 : 0)) }
        var least = free[bit] + best(bit + 1, met)
        for colleague in 0..<colleagues {
          if let price = asked[colleague][bit] { least = min(least, price + best(bit + 1, met.union([colleague]))) }
        }
        return least
      }
      var taken: [Int32] = []
      let found = table.cheapest(further: further, isFirstFree: isFirstFree) { taken.append($0) }
      #expect(found.total == best(0, []))
      let sum = taken.reduce(0) { sum, choice in
        choice >= 100 ? sum + free[Int(choice) - 100] : sum + (asked[Int(choice) / 10][Int(choice) % 10] ?? 0)
      }
      #expect(Set(taken.filter { $0 < 100 }.map { $0 / 10 }).count == found.colleagues)
      #expect(found.total == sum + further * max(0, found.colleagues - (isFirstFree ? 1 : 0)))
      // With one choice taken, whatever the others cost: the rest is shared out as before.
      func best(_ bit: Int, _ met: Set<Int>, with fixed: Int, _ price: Int) -> Int {
        if bit == count { return further * max(0, met.count - (isFirstFree ? 1 : 0)) }
        if bit == fixed { return price + best(bit + 1, met, with: fixed, price) }
        var least = free[bit] + best(bit + 1, met, with: fixed, price)
        for colleague in 0..<colleagues {
          if let own = asked[colleague][bit] {
            least = min(least, own + best(bit + 1, met.union([colleague]), with: fixed, price))
          }
        }
        return least
      }
      for bit in 0..<count {
        let price = chance.below(20)
        #expect(
          table.cheapest(withFree: bit, price, further: further, isFirstFree: isFirstFree)
            == best(0, [], with: bit, price))
      }
      for colleague in 0..<colleagues {
        let offers = (0..<count).compactMap { bit in asked[colleague][bit].map { (bit: bit, price: $0) } }
        let costs = table.cheapest(ofColleague: offers, further: further, isFirstFree: isFirstFree)
        for (offer, cost) in zip(offers, costs) {
          #expect(cost == best(0, [colleague], with: offer.bit, offer.price))
        }
      }
    }
  }

  @Test("chance is exponentially distributed, and the same everywhere")
  func chance() {
    var chance = Chance(seed: 1)
    let sum = (0..<100_000).reduce(0.0) { sum, _ in sum + chance.patience() }
    #expect(abs(sum / 100_000 - 1) < 0.02)
    // Reckoned apart, in Python.
    #expect(chance.below(1_000_000) == 467_683)
  }

  @Test(
    "a smallest hitting set",
    arguments: [([0b011, 0b110, 0b101], 2), ([0b111], 1), ([0b001, 0b010, 0b100], 3), ([], 5)])
  func hittingSet(sets: [UInt64], fewest: Int) {
    #expect(HittingSet.fewest(sets, toReach: 0b111) == fewest)
  }

  @Test("the bound of a sum of tiers gives each tier its bound as far as those before it are proven")
  func rungBounds() {
    let draft = Draft(Facts(situations(5000..<5001)[0]))
    func part(_ tier: Tier, _ value: Int) -> Rung.Part {
      Rung.Part(step: .tier(tier), expression: LinearExpression(), value: { _ in value }, highest: 9)
    }
    let rung = Rung([part(.continuity, 3), part(.sameTime, 2), part(.preference, 5)])
    #expect(rung.value(of: draft) == 325)
    #expect(rung.bounds(325, for: draft) == [3, 2, 5])
    #expect(rung.bounds(321, for: draft) == [3, 2, 1])
    #expect(rung.bounds(311, for: draft) == [3, 1, 0])
    #expect(rung.bounds(299, for: draft) == [2, 0, 0])
  }
}

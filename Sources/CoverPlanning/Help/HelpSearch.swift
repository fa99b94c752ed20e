import CPSAT
import CivilTime
import CoverDomain

/// What would help the gaps of a plan, each and together.
///
/// The solver finds the smallest sets of changes; each is proven by planning with it before it is offered.
struct HelpSearch: Sendable {
  /// Sets that are offered for a gap of a plan, and for one that is asked about.
  private static let mostSets = 3
  private static let mostSetsAsked = 8
  /// Gaps for which sets are sought; the most urgent first.
  private static let mostGaps = 24
  /// Where more gaps than these are to be seen to, one set each has to do, but for those that must be closed: nobody reads
  /// through thirty sets, and each takes as long as the first.
  private static let manyGaps = 8
  /// Sets that are found and come to nothing before a gap is given up.
  private static let mostFailures = 8
  /// Changes that are looked at together.
  private static let mostTogether = 3
  /// Units of the solver's own time, so that equal plans get equal help.
  private static let effort = 0.5

  private let facts: Facts
  private let plan: Draft
  private let table: ChoiceTable
  private let solver: Solver
  private let interruption: Interruption
  private let words: SuppositionWords
  private let proof: HelpProof
  private let others: OtherChoices

  init(_ facts: Facts, _ plan: Draft, _ table: ChoiceTable, solver: Solver, interruption: Interruption) {
    self.facts = facts
    self.plan = plan
    self.table = table
    self.solver = solver
    self.interruption = interruption
    words = SuppositionWords(practice: facts.situation.practice, demands: facts.situation.demands)
    proof = HelpProof(facts, plan)
    let kept = Set(
      table.pins.compactMap { entry -> Int? in
        guard let index = entry.choice, plan[table.choices[index].demand] == table.choices[index] else { return nil }
        return table.choices[index].demand
      })
    others = OtherChoices(facts, kept: kept)
  }

  /// What would help, by position in `Facts.wanted`, and together.
  func help() throws -> (remedies: [Int: [Gap.Remedy]], together: Help) {
    let gaps = facts.wanted.indices.filter { facts.wanted[$0].referral == nil && isGap($0) }
    let urgent = gaps.sorted {
      (facts.wanted[$1].demand.need, $0) < (facts.wanted[$0].demand.need, $1)
    }.prefix(Self.mostGaps).sorted()
    let finder = Ways(facts, plan)
    let covers = plan.covers(facts)
    let targets = urgent.concurrentMap { (demand: $0, ways: worthwhile(finder.all(of: $0), covers)) }
      .filter { !$0.ways.isEmpty }
    func most(_ target: Target) -> Int {
      let isRequired = facts.wanted[target.demand].demand.need == .required
      return isRequired || targets.count <= Self.manyGaps ? Self.mostSets : 1
    }
    // Together first: it takes longest.
    let questions = (targets.count > 1 ? [Question.together(targets)] : []) + targets.map { .alone($0, most: most($0)) }
    var remedies: [Int: [Gap.Remedy]] = [:]
    var together: [Help.Step] = []
    for answer in try questions.concurrentMap(answer) {
      switch answer {
      case .remedies(let found, let demand): remedies[demand] = found
      case .steps(let found): together = found
      }
    }
    return (remedies, Help(together: together, notSought: gaps.count - urgent.count))
  }

  /// A gap, with the ways to close it.
  private typealias Target = (demand: Int, ways: [Way])

  /// What is asked of the solver apart from everything else, so that each core has its own.
  private enum Question: Sendable {
    case alone(Target, most: Int)
    case together([Target])
  }

  private enum Answer: Sendable {
    case remedies([Gap.Remedy], for: Int)
    case steps([Help.Step])
  }

  private func answer(_ question: Question) throws -> Answer {
    switch question {
    case .alone(let target, let most): .remedies(try remedies(target, most: most), for: target.demand)
    case .together(let targets): .steps(try steps(targets))
    }
  }

  /// What would help that gap alone; more of it than `help` gives, the first ones the same.
  func remedies(for demand: Int) throws -> [Gap.Remedy] {
    let ways = worthwhile(Ways(facts, plan).all(of: demand), plan.covers(facts))
    return ways.isEmpty ? [] : try remedies((demand, ways), most: Self.mostSetsAsked)
  }

  private func isGap(_ demand: Int) -> Bool { facts.wanted[demand].isSought && plan[demand] == nil }

  /// Without the ways that ask for more than the one that is at hand beside the plan as it is.
  private func worthwhile(_ ways: [Way], _ covers: Covers) -> [Way] {
    let limits: Set<Rule> = [.dayLimit, .weekLimit, .coverDayLimit, .coverWeekLimit]
    let atHand = ways.compactMap { way -> Int? in
      let beside = HardRules.ofPlans.filter { $0.forbids(way.choice, beside: covers, facts) }.map(\.rule)
      guard limits.isSuperset(of: beside) else { return nil }
      return way.suppositions.count + (beside.isEmpty || way.choice.isOwn ? 0 : 1)
    }.min()
    return atHand.map { most in ways.filter { $0.suppositions.count <= most } } ?? ways
  }

  // MARK: For one gap

  private func remedies(_ target: Target, most: Int) throws -> [Gap.Remedy] {
    var model = model([target], further: 1)
    model.closeAll()
    var remedies: [Gap.Remedy] = []
    var failures = 0
    while remedies.count < most, failures < Self.mostFailures {
      guard let found = try model.solved(solver, effort: Self.effort, interruption: interruption) else { break }
      if let fewest = remedies.first?.suppositions.count, found.suppositions.count > fewest { break }
      if let covers = proof.covers(found), !found.suppositions.isEmpty {
        remedies.append(remedy(found, target.demand, covers))
      } else {
        failures += 1
        // Without any change there is nothing to rule out: the plan is not proven best.
        if found.suppositions.isEmpty { break }
      }
      model.exclude(found)
    }
    return remedies
  }

  private func model(_ targets: [Target], further: Int) -> HelpModel {
    let weeks = Set(targets.flatMap { $0.ways.map(\.choice.day.week) })
    let count = table.choices.count { weeks.contains($0.day.week) }
    return HelpModel(
      facts, plan, targets: targets, scope: HelpScope(others, weeks: weeks, count: count), further: further)
  }

  private func remedy(_ found: HelpModel.Found, _ demand: Int, _ covers: [SessionID: Cover]) -> Gap.Remedy {
    let choice = found.choices[demand]
    let session = facts.wanted[demand].session
    var changes = words.phrases(found.suppositions)
    let isAsked = found.suppositions.contains { if case .otherTime(session.id, _) = $0 { true } else { false } }
    if let choice, choice.isMoved, !isAsked { changes.append(words.moved(session.id, to: choice.interval)) }
    return Gap.Remedy(
      colleague: choice.map { facts.people[$0.colleague].clinician.id } ?? session.clinician,
      rules: rules(found), changes: changes, suppositions: found.suppositions, covers: covers)
  }

  /// The rules that the new covers would break without the changes.
  private func rules(_ found: HelpModel.Found) -> [Rule] {
    var broken: Set<Rule> = []
    var beside = Covers(carriedIn: facts)
    for (demand, choice) in plan.choices.enumerated() {
      if let choice, found.choices[demand] == nil { beside.add(choice, facts) }
    }
    for (_, choice) in found.choices.sorted(by: { $0.key < $1.key }) {
      if choice.isOwn, !choice.isMoved {
        broken.insert(.onLeave)
      } else {
        broken.formUnion(HardRules.obstacles(to: choice, beside: beside, facts))
        beside.add(choice, facts)
      }
    }
    return Rule.allCases.filter(broken.contains)
  }

  // MARK: Together

  private func steps(_ targets: [Target]) throws -> [Help.Step] {
    var steps: [Help.Step] = []
    var most = 1
    for count in 1...Self.mostTogether {
      var model = model(targets, further: 2)
      model.close(byAtMost: count)
      guard let found = try model.solved(solver, effort: 2 * Self.effort, interruption: interruption) else { break }
      if found.closed.count > most, let covers = proof.covers(found) {
        most = found.closed.count
        steps.append(
          Help.Step(
            changes: words.phrases(found.suppositions), suppositions: found.suppositions,
            sessions: found.closed.map { facts.wanted[$0].session.id }, covers: covers))
      }
      if found.closed.count == targets.count { break }
    }
    return steps
  }
}

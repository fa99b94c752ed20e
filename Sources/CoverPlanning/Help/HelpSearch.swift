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
  /// Where more gaps than these are to be seen to, one set each has to do, but for those that must be closed as long as
  /// these are no more either: nobody reads through thirty sets, and each takes as long as the first.
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

  /// What would help one gap.
  struct Remedies: Sendable {
    var remedies: [Gap.Remedy] = []
    /// Whether all that may be asked for was looked through.
    var isWhole = true
  }

  /// What would help, by position in `Facts.wanted`, and together.
  func help() throws -> (remedies: [Int: Remedies], together: Help) {
    let gaps = facts.wanted.indices.filter { facts.wanted[$0].referral == nil && facts.isOpen($0, in: plan) }
    let urgent = gaps.sorted {
      (facts.wanted[$1].demand.need, $0) < (facts.wanted[$0].demand.need, $1)
    }.prefix(Self.mostGaps).sorted()
    let finder = Ways(facts, plan)
    let covers = plan.covers(facts)
    let targets = urgent.concurrentMap { demand -> Target in
      let all = finder.all(of: demand)
      return (demand, worthwhile(all, covers), all)
    }.filter { !$0.ways.isEmpty }
    func isRequired(_ target: Target) -> Bool { facts.wanted[target.demand].demand.need == .required }
    let areManyRequired = targets.count(where: isRequired) > Self.manyGaps
    func most(_ target: Target) -> Int {
      targets.count <= Self.manyGaps || isRequired(target) && !areManyRequired ? Self.mostSets : 1
    }
    // Together first: it takes longest.
    let questions = (targets.count > 1 ? [Question.together(targets)] : []) + targets.map { .alone($0, most: most($0)) }
    // Where there is no way, there is nothing to look through.
    var remedies = Dictionary(uniqueKeysWithValues: urgent.map { ($0, Remedies()) })
    var together: [Help.Step] = []
    for answer in try questions.concurrentMap(answer) {
      switch answer {
      case .remedies(let found, let demand): remedies[demand] = found
      case .steps(let found): together = found
      }
    }
    return (remedies, Help(together: together, notSought: gaps.count - urgent.count))
  }

  /// A gap, with the ways to close it that are worth looking at first, and all of them.
  private typealias Target = (demand: Int, ways: [Way], all: [Way])

  /// What is asked of the solver apart from everything else, so that each core has its own.
  private enum Question: Sendable {
    case alone(Target, most: Int)
    case together([Target])
  }

  private enum Answer: Sendable {
    case remedies(Remedies, for: Int)
    case steps([Help.Step])
  }

  private func answer(_ question: Question) throws -> Answer {
    switch question {
    case .alone(let target, let most): .remedies(try remedies(target, most: most), for: target.demand)
    case .together(let targets): .steps(try steps(targets))
    }
  }

  /// What would help that gap alone; more of it than `help` gives, the first ones the same.
  func remedies(for demand: Int) throws -> Remedies {
    guard facts.isOpen(demand, in: plan) else { return Remedies() }
    let all = Ways(facts, plan).all(of: demand)
    return all.isEmpty
      ? Remedies() : try remedies((demand, worthwhile(all, plan.covers(facts)), all), most: Self.mostSetsAsked)
  }

  /// Without the ways that ask for more than the one that is at hand beside the plan as it is.
  private func worthwhile(_ ways: [Way], _ covers: Covers) -> [Way] {
    let limits: Set<Rule> = [.dayLimit, .weekLimit, .coverDayLimit, .coverWeekLimit]
    let atHand = ways.compactMap { way -> Int? in
      let beside = HardRules.ofPlans.filter { $0.forbids(way.choice, beside: covers, facts) }.map(\.rule)
      guard limits.isSuperset(of: beside) else { return nil }
      return way.suppositions.count + (way.choice.isOwn ? 0 : beyond(way.choice, covers))
    }.min()
    return atHand.map { most in ways.filter { $0.suppositions.count <= most } } ?? ways
  }

  /// How many sessions beyond a limit the colleague would be with the choice.
  private func beyond(_ choice: Choice, _ covers: Covers) -> Int {
    let person = choice.person(facts)
    let (clinician, day, week) = (person.clinician, choice.day, choice.day.week)
    let (sessions, given) = (covers.sessions(of: choice.colleague), covers.given(by: choice.colleague))
    let counts = [
      (clinician.mostSessions(on: day), person.ownSessions.on(day) + sessions.on(day)),
      (clinician.mostSessions(in: week), person.ownSessions.within(week) + sessions.within(week)),
      (clinician.mostCover(on: day), given.on(day)), (clinician.mostCover(in: week), given.within(week)),
    ]
    return max(0, counts.compactMap { limit, count in limit.map { count + 1 - $0 } }.max() ?? 0)
  }

  // MARK: For one gap

  /// The ways at hand first; where all of them fail their proof, the others as well.
  private func remedies(_ target: Target, most: Int) throws -> Remedies {
    var failed: [HelpModel.Found] = []
    let found = try remedies(target.demand, by: target.ways, most: most, &failed)
    if !found.remedies.isEmpty || target.ways.count == target.all.count { return found }
    return try remedies(target.demand, by: target.all, most: most, &failed)
  }

  /// - Parameter failed: what was found before and came to nothing; it grows.
  private func remedies(
    _ demand: Int, by ways: [Way], most: Int, _ failed: inout [HelpModel.Found]
  ) throws -> Remedies {
    var search = GapSearch(facts, plan, demand, by: ways, others, count: choices(in: Set(ways.map(\.choice.day.week))))
    for found in failed { search.exclude(found) }
    var remedies: [Gap.Remedy] = []
    var failures = 0
    var isWhole = false
    while remedies.count < most, failures < Self.mostFailures {
      let answer = try search.next(solver, effort: Self.effort, interruption: interruption)
      guard let found = answer.found else {
        // Of what failed, whatever holds it besides was not looked at.
        if case .none = answer { isWhole = failed.isEmpty }
        break
      }
      if let fewest = remedies.first?.suppositions.count, found.suppositions.count > fewest {
        isWhole = true
        break
      }
      if let covers = proof.covers(found), !found.suppositions.isEmpty {
        remedies.append(remedy(found, demand, covers))
      } else {
        failures += 1
        // Without any change there is nothing to rule out: the plan is not proven best.
        if found.suppositions.isEmpty { break }
        failed.append(found)
      }
      search.exclude(found)
    }
    return Remedies(remedies: remedies, isWhole: isWhole)
  }

  /// How many choices the rules leave in those weeks.
  private func choices(in weeks: Set<Week>) -> Int { table.choices.count { weeks.contains($0.day.week) } }

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
    let weeks = Set(targets.flatMap { $0.ways.map(\.choice.day.week) })
    let scope = HelpScope(others, weeks: weeks, count: choices(in: weeks))
    let whole = HelpModel(facts, plan, targets: targets.map { ($0.demand, $0.ways) }, scope: scope, further: 2)
    for count in 1...Self.mostTogether {
      var model = whole
      model.close(byAtMost: count)
      let answer = try model.solved(solver, effort: 2 * Self.effort, interruption: interruption)
      guard let found = answer.found else { break }
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

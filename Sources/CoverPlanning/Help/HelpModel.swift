import CPSAT
import CivilTime
import CoverDomain

/// The plans that some changes would allow, as a constraint model: beside who takes what, a boolean for each change.
///
/// Sessions that have cover keep it, by whomever; the gaps in question may have it in a way that asks for changes; how
/// many sessions a colleague gives beyond their limits is a change as well. What people have settled, and what meets
/// requests, stays as it is, and so does everything outside the weeks in question: the rules of plans speak of nothing
/// longer than a week.
struct HelpModel {
  /// What a change costs. Few changes come before easy ones, and these before few sessions that change colleague.
  private static let change = 1_000_000
  private static let effort = 1_000
  /// What a move costs that the practice's rules permit: nobody is asked, but the session's own time comes first.
  private static let move = effort

  private let facts: Facts
  private let plan: Draft
  private let targets: [Int]
  private var model: CoverModel
  /// What each change is, and whether it is made. The same one may be made several times.
  private var wishes: [(supposition: Supposition, made: Literal)] = []
  private var costs = LinearExpression()

  /// Changes, and the plan that they allow.
  struct Found {
    let suppositions: [Supposition]
    /// In place of the plan's, by position in `Facts.wanted`.
    let choices: [Int: Choice]
    /// The gaps that it closes.
    let closed: [Int]
    /// What the changes cost, and what else is given otherwise.
    let cost: Int

    /// Whether some of those suppositions come to all of the found ones.
    func isWithin(_ suppositions: [Supposition]) -> Bool {
      self.suppositions.allSatisfy { found in suppositions.contains { HelpModel.isAlike($0, found) } }
    }
  }

  /// - Parameters:
  ///   - targets: the gaps in question, with the ways to close each.
  ///   - scope: which sessions may change their colleague.
  ///   - further: how often one colleague may go beyond the limits on one day.
  init(
    _ facts: Facts, _ plan: Draft, targets: [(demand: Int, ways: [Way])], scope: HelpScope, further: Int
  ) {
    self.facts = facts
    self.plan = plan
    self.targets = targets.map(\.demand)
    let open = Dictionary(targets.map { ($0.demand, $0.ways) }, uniquingKeysWith: { first, _ in first })
    var choices: [Choice] = []
    var asked: [[Supposition]] = []
    for demand in facts.wanted.indices {
      if let ways = open[demand] {
        choices += ways.map(\.choice)
        asked += ways.map(\.suppositions)
      } else if let taken = plan[demand], scope.contains(taken) {
        let possible = scope.choices(of: demand, taken)
        choices += possible
        asked += possible.map { _ in [] }
      }
    }
    let table = ChoiceTable(choices, facts)
    model = CoverModel(facts, table, SharedLimits(facts, table, rules: [OnePlace(), ClientOnce()]))
    require(open)
    ask(asked)
    for (index, suppositions) in asked.enumerated() where open[table.choices[index].demand] != nil {
      if Self.isPermittedMove(table.choices[index], suppositions) { costs.add(model.takes[index], weight: Self.move) }
    }
    limit(further: further)
  }

  // MARK: The rules

  private mutating func require(_ open: [Int: [Way]]) {
    for (demand, nobody) in model.nobody.enumerated() where open[demand] == nil {
      if let nobody { model.solver.all([!nobody]) }
    }
    for demand in facts.wanted.indices where open[demand] == nil {
      guard let taken = plan[demand] else { continue }
      for index in model.table.byDemand[demand] where model.table.choices[index] == taken {
        costs.add(!model.takes[index])
      }
    }
  }

  private mutating func ask(_ asked: [[Supposition]]) {
    var made: [Supposition: Literal] = [:]
    for (index, suppositions) in asked.enumerated() {
      for supposition in suppositions {
        let literal = made[supposition] ?? wish(supposition)
        made[supposition] = literal
        model.solver.implication(model.takes[index], literal)
      }
    }
  }

  private mutating func wish(_ supposition: Supposition) -> Literal {
    let literal = model.solver.boolean("supposed \(wishes.count)")
    wishes.append((supposition, literal))
    costs.add(literal, weight: Self.cost(supposition))
    return literal
  }

  private static func cost(_ supposition: Supposition) -> Int { change + effort * (supposition.effort ?? 0) }

  /// What every plan costs in which a gap is closed in that way: the way's own changes, and its move where the practice's rules
  /// permit it.
  static func leastCost(of way: Way) -> Int {
    way.suppositions.reduce(isPermittedMove(way.choice, way.suppositions) ? move : 0) { $0 + cost($1) }
  }

  private static func isPermittedMove(_ choice: Choice, _ suppositions: [Supposition]) -> Bool {
    choice.isMoved && !suppositions.contains(where: \.isOtherTime)
  }

  /// P2 and P3, and what may be granted beyond them.
  private mutating func limit(further: Int) {
    for (colleague, person) in facts.people.enumerated() {
      let clinician = person.clinician
      guard Supposition.LimitKind.allCases.contains(where: { clinician.limits[$0] != nil }) else { continue }
      let ofColleague = model.table.byColleague[colleague]
      let byWeek = Dictionary(grouping: ofColleague) { model.table.choices[$0].day.week }
      for (week, ofWeek) in byWeek.sorted(by: { $0.key < $1.key }) {
        let byDay = Dictionary(grouping: ofWeek) { model.table.choices[$0].day }.sorted { $0.key < $1.key }
        let days = byDay.map { day, _ in
          (0..<further + over(person, on: day)).map { _ in wish(.furtherSession(clinician.id, on: day)) }
        }
        let weeks = (0..<further + over(person, in: week)).map { _ in
          wish(.furtherSessionInWeek(clinician.id, week))
        }
        for (more, entry) in zip(days, byDay) {
          let (day, ofDay) = entry
          hold(
            ofDay, to: clinician.mostSessions(on: day), less: person.ownSessions.on(day), person.carriedCover.on(day),
            more)
          hold(covers(ofDay), to: clinician.mostCover(on: day), less: 0, person.carriedCover.on(day), more)
        }
        let all = days.flatMap(\.self) + weeks
        hold(
          ofWeek, to: clinician.mostSessions(in: week), less: person.ownSessions.within(week),
          person.carriedCover.within(week), all)
        hold(covers(ofWeek), to: clinician.mostCover(in: week), less: 0, person.carriedCover.within(week), all)
      }
    }
  }

  /// By how many sessions somebody is beyond a limit without giving any more; nobody who is far beyond is asked further.
  private func over(_ person: Person, on day: Day) -> Int {
    let (own, carried) = (person.ownSessions.on(day), person.carriedCover.on(day))
    return over([
      (person.clinician.mostSessions(on: day), own + carried), (person.clinician.mostCover(on: day), carried),
    ])
  }

  private func over(_ person: Person, in week: Week) -> Int {
    let (own, carried) = (person.ownSessions.within(week), person.carriedCover.within(week))
    return over([
      (person.clinician.mostSessions(in: week), own + carried), (person.clinician.mostCover(in: week), carried),
    ])
  }

  private func over(_ counts: [(limit: Int?, count: Int)]) -> Int {
    let over = counts.compactMap { limit, count in limit.map { count - $0 } }.max() ?? 0
    return (0..<Ways.mostSuppositions).contains(over) ? over : 0
  }

  private func covers(_ choices: [Int]) -> [Int] { choices.filter { !model.table.choices[$0].isOwn } }

  /// Limits bind whoever gives anything: whoever is beyond one by their own sessions may stay so, and has to go further for
  /// the first that they give. A session that takes place after all is none that is given, and counts as their own.
  private mutating func hold(_ choices: [Int], to limit: Int?, less own: Int, _ carried: Int, _ more: [Literal]) {
    guard let limit else { return }
    let room = limit - own - carried
    let taken = LinearExpression(count: choices.map { model.takes[$0] })
    let most = LinearExpression(count: more) + room
    let given = choices.filter { !model.table.choices[$0].isOwn || model.table.choices[$0].isMoved }
    if room >= 0, given.count == choices.count {
      model.solver.add(taken <= most)
    } else {
      for index in given { model.solver.add(taken <= most, onlyIf: [model.takes[index]]) }
    }
  }

  // MARK: Searching

  /// Every gap in question is to be closed, by as few changes as can be.
  mutating func closeAll() {
    for demand in targets { if let nobody = model.nobody[demand] { model.solver.all([!nobody]) } }
    model.solver.minimise(costs)
  }

  /// As many gaps as can be are to be closed by so many changes at most: those that must be covered first.
  mutating func close(byAtMost changes: Int) {
    var open = LinearExpression()
    for demand in targets {
      guard let nobody = model.nobody[demand] else { continue }
      let isRequired = facts.wanted[demand].demand.need == .required
      open.add(nobody, weight: isRequired ? targets.count + 1 : 1)
    }
    model.solver.add(LinearExpression(count: wishes.map(\.made)) <= changes)
    model.solver.minimise(Self.change * (changes + 1) * open + costs)
  }

  /// That those changes are found no more, nor others that come to the same.
  mutating func exclude(_ found: Found) {
    var alike: [[Literal]] = []
    for supposition in Set(found.suppositions) {
      alike.append(wishes.filter { Self.isAlike($0.supposition, supposition) }.map(\.made))
    }
    // At least one of the kinds of change is not made.
    let absent = alike.map { literals -> Literal in
      let literal = model.solver.boolean("not again")
      for made in literals { model.solver.implication(literal, !made) }
      return literal
    }
    model.solver.atLeastOne(absent)
  }

  /// One more session on a day is one more in its week.
  private static func isAlike(_ one: Supposition, _ other: Supposition) -> Bool {
    switch (one, other) {
    case (.furtherSession(let id, let day), .furtherSessionInWeek(let other, let week)),
      (.furtherSessionInWeek(let id, let week), .furtherSession(let other, let day)):
      id == other && day.week == week
    default: one == other
    }
  }

  /// What the solver answers.
  enum Answer {
    case found(Found)
    /// There is none.
    case none
    /// It is not found and proven within the effort.
    case unknown

    var found: Found? { if case .found(let found) = self { found } else { nil } }
  }

  /// The best that there is.
  func solved(_ solver: Solver, effort: Double, interruption: Interruption) throws -> Answer {
    var parameters = SearchParameters.common
    parameters.deterministicLimit = effort
    // Of what takes a few milliseconds presolve would take half: 433 ms without it and 597 with it for the 41 solves of
    // 40 clinicians, 1.4 s and 2.3 s for the 21 of 200.
    parameters.presolves = false
    // Nor are cuts worth their while: 3.3 s without them and 4.9 s with them for the 65 solves of 200 clinicians with
    // little room, the longest 0.5 s and 1.9 s, with the same answers.
    parameters.cutLevel = 0
    let solution: Solution
    switch try solver.solve(model.solver, parameters, interruption: interruption).outcome {
    case .optimal(let best): solution = best
    case .infeasible: return .none
    case .feasible, .unknown, .invalid: return .unknown
    }
    let taken = model.draft(solution)
    var choices: [Int: Choice] = [:]
    for (demand, choice) in taken.choices.enumerated() {
      if let choice, choice != plan[demand] { choices[demand] = choice }
    }
    return .found(
      Found(
        suppositions: wishes.filter { solution[$0.made] }.map(\.supposition), choices: choices,
        closed: targets.filter { taken[$0] != nil }, cost: solution[costs]))
  }
}

import CivilTime
import CoverDomain

/// At most so many of these choices are taken together.
struct SharedLimit: Sendable {
  /// For readers of the model.
  let name: String
  /// Positions in `ChoiceTable.choices`.
  let choices: [Int]
  let most: Int
}

/// What the rules on whole plans ask of the choices: P1 to P4 as limits that choices share.
///
/// The rules declare them once; the constraint model and the search by small moves read the same list.
struct SharedLimits: Sendable {
  let facts: Facts
  let table: ChoiceTable
  private(set) var all: [SharedLimit] = []

  /// - Parameter rules: those that are to hold.
  init(_ facts: Facts, _ table: ChoiceTable, rules: [any PlanRule] = HardRules.ofPlans) {
    self.facts = facts
    self.table = table
    for rule in rules { rule.declare(&self) }
  }

  /// Of choices whose intervals overlap at most one is taken: one limit for each largest set of choices that all
  /// overlap one another, instead of one for each pair. Intervals that overlap pairwise share an instant, so a sweep
  /// over time meets every such set.
  mutating func conflicts(among choices: [Int], name: String, interval: (Choice) -> Interval) {
    let sorted = choices.filter { !table.choices[$0].isFloating }.map {
      (index: $0, interval: interval(table.choices[$0]))
    }
    .sorted { ($0.interval, $0.index) < ($1.interval, $1.index) }
    var active: [(index: Int, interval: Interval)] = []
    var hasGrown = false
    for next in sorted {
      if active.contains(where: { $0.interval.end <= next.interval.start }) {
        if hasGrown { atMostOne(active.map(\.index), name: name) }
        active.removeAll { $0.interval.end <= next.interval.start }
        hasGrown = false
      }
      active.append(next)
      hasGrown = true
    }
    if hasGrown { atMostOne(active.map(\.index), name: name) }
  }

  /// Where choices float, no more sessions are taken in a week than its free time could hold: what the times would say if
  /// they were known, as far as it can be said without them.
  ///
  /// - Parameter choices: all that occupy the colleague.
  mutating func room(for choices: [Int], of colleague: Int, name: String) {
    let person = facts.people[colleague]
    let byWeek = Dictionary(grouping: choices) { table.choices[$0].day.week }
    for (week, choices) in byWeek.sorted(by: { $0.key < $1.key })
    where choices.contains(where: { table.choices[$0].isFloating }) {
      let shortest = choices.map { table.choices[$0].interval.atLeastAnInstant.length }.min() ?? 1
      let most = person.most(of: shortest, within: week, facts)
      guard Set(choices.map { table.choices[$0].demand }).count > most else { continue }
      all.append(SharedLimit(name: "\(name) \(week)", choices: choices, most: most))
    }
  }

  /// Choices of one demand alone exclude one another already.
  private mutating func atMostOne(_ choices: [Int], name: String) {
    guard let first = choices.first,
      choices.contains(where: { table.choices[$0].demand != table.choices[first].demand })
    else { return }
    all.append(SharedLimit(name: name, choices: choices, most: 1))
  }

  /// Of a colleague's choices, those that count in each period, with what is `already` there, stays within the
  /// colleague's limit.
  mutating func limit<Period: Hashable>(
    by limit: (Clinician, Period) -> Int?, per period: (Choice) -> Period, name: String,
    of counts: (Choice) -> Bool = { _ in true }, already: (Person, Period) -> Int
  ) {
    for (colleague, person) in facts.people.enumerated() {
      var periods: [Period] = []
      var choices: [Period: [Int]] = [:]
      for index in table.byColleague[colleague] where counts(table.choices[index]) {
        let period = period(table.choices[index])
        if choices[period] == nil { periods.append(period) }
        choices[period, default: []].append(index)
      }
      for period in periods {
        guard let limit = limit(person.clinician, period), let indices = choices[period] else { continue }
        let room = max(0, limit - already(person, period))
        guard Set(indices.map { table.choices[$0].demand }).count > room else { continue }
        all.append(SharedLimit(name: "\(name) \(person.clinician.id) \(period)", choices: indices, most: room))
      }
    }
  }
}

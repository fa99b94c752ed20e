package import CoverDomain

/// What there is to choose, as plain numbers: what other solvers are given when they are held against this one.
///
/// Nothing is decided here: the choices are those that the rules leave, the limits what the rules on whole plans ask of
/// them, and the tiers what `Objectives/` count. Demands, choices and colleagues are known by their positions.
package struct PlanningInstance: Encodable, Sendable {
  /// One tier: what the plan without any cover counts, and what each choice adds. Choices that add nothing are left out.
  /// Continuity and fairness depend on several choices together and have lists of their own beside it.
  package struct TierCosts: Encodable, Sendable {
    package let name: String
    package let empty: Int
    package let choices: [Int]
    package let costs: [Int]
  }

  package struct Demand: Encodable, Sendable {
    package let clinician: String
    package let session: String
  }

  package struct Colleague: Encodable, Sendable {
    package let id: String
    /// `round(100 / fte)`.
    package let weight: Int
    /// Cover of the days looked back on.
    package let lookBack: Int
  }

  package struct Limit: Encodable, Sendable {
    package let name: String
    package let most: Int
    package let choices: [Int]
  }

  /// Sessions of which the clients are to meet few colleagues: of those met beyond `met`, `free` cost nothing.
  package struct Group: Encodable, Sendable {
    package let weight: Int
    package let free: Int
    package let met: [Int]
    package let demands: [Int]
  }

  package let schema = "plan-cover-instance/1"
  /// In the order in which they are minimised.
  package let tiers: [TierCosts]
  /// Of each demand at most one choice is taken.
  package let demands: [Demand]
  package let colleagues: [Colleague]
  // By choice.
  package let demand: [Int]
  package let colleague: [Int]
  /// Seconds since 1970.
  package let start: [Int]
  /// Whether it counts as load.
  package let isLoad: [Bool]
  package let limits: [Limit]
  package let groups: [Group]
  /// How many of the choices people have settled; a plan keeps them before any tier, which is not told here.
  package let settled: Int

  package init(_ situation: Situation) {
    let facts = Facts(situation)
    // Others know of no time that is left open.
    let weeks = Set(situation.window.days.map(\.week))
    let timed = Set(
      facts.people.indices.flatMap { colleague in weeks.map { ColleagueWeek(colleague: colleague, week: $0) } })
    let table = ChoiceTable(facts, timed: timed)
    let shared = SharedLimits(facts, table)
    let board = Board(facts, table, shared)
    tiers = board.tiers.enumerated().map { lane, tier in
      var choices: [Int] = []
      var costs: [Int] = []
      for choice in 0..<board.choices {
        for position in board.fixedLanes.range(choice) where Int(board.fixedLanes.values[position]) == lane {
          choices.append(choice)
          costs.append(board.fixedValues[position])
        }
      }
      return TierCosts(name: tier.rawValue, empty: board.emptyValues[lane], choices: choices, costs: costs)
    }
    demands = facts.wanted.map { Demand(clinician: $0.session.clinician.text, session: $0.session.id.key) }
    colleagues = facts.people.map {
      Colleague(id: $0.clinician.id.text, weight: $0.clinician.fairnessWeight, lookBack: $0.lookBack)
    }
    demand = table.choices.map(\.demand)
    colleague = table.choices.map(\.colleague)
    start = table.choices.map(\.interval.start.seconds)
    isLoad = board.isLoad
    limits = shared.all.map { Limit(name: $0.name, most: $0.most, choices: $0.choices) }
    groups = board.groups.map { Group(weight: $0.weight, free: $0.free, met: $0.met.sorted(), demands: $0.demands) }
    settled = table.pins.count { $0.choice != nil }
  }
}

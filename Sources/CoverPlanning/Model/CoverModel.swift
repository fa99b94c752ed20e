import CPSAT
import CivilTime
import CoverDomain

/// The plans of a situation as a constraint model: one boolean a choice, and one a demand for "nobody".
///
/// What the rules and tiers need of it is in the extensions beside this file.
struct CoverModel {
  let facts: Facts
  let table: ChoiceTable
  /// Whether a choice is taken; by position in `table.choices`.
  let takes: [Literal]
  /// Whether nobody takes a demand; nil where there is no choice. By position in `facts.wanted`.
  let nobody: [Literal?]
  var solver: Model
  /// How many covers each colleague can have, where something is known of it.
  var loadBounds: LoadBounds?
  /// Further literals, each with what it stands for.
  private(set) var defined: [(literal: Literal, meaning: Meaning)] = []

  /// That at least so many of the choices are taken.
  struct Meaning {
    let count: Int
    let choices: [Int]
  }

  /// Every rule holds; nothing is minimised yet.
  init(_ facts: Facts, _ table: ChoiceTable, _ limits: SharedLimits) {
    var solver = Model(name: "cover")
    takes = table.choices.map { choice in
      let colleague = facts.people[choice.colleague].clinician.id
      return solver.boolean(
        "\(facts.wanted[choice.demand].session.id) by \(colleague) at \(choice.interval.start.basic)")
    }
    var nobody: [Literal?] = []
    for (demand, choices) in table.byDemand.enumerated() {
      guard !choices.isEmpty else {
        nobody.append(nil)
        continue
      }
      let session = facts.wanted[demand].session.id
      let literal = solver.boolean("\(session) by nobody")
      solver.exactlyOne(choices.map { [takes] in takes[$0] } + [literal], name: "\(session)")
      nobody.append(literal)
    }
    self.facts = facts
    self.table = table
    self.nobody = nobody
    self.solver = solver
    for limit in limits.all {
      let literals = limit.choices.map { takes[$0] }
      if limit.most == 1 {
        self.solver.atMostOne(literals, name: limit.name)
      } else {
        self.solver.add(LinearExpression(count: literals) <= limit.most, name: limit.name)
      }
    }
  }

  /// How many demands of that need stay without cover.
  func uncovered(_ need: Need) -> LinearExpression {
    var sum = LinearExpression()
    for (demand, wanted) in facts.wanted.enumerated() where wanted.demand.need == need {
      if let literal = nobody[demand] { sum.add(literal) } else { sum += LinearExpression(1) }
    }
    return sum
  }

  /// A literal that holds, in every solution worth having, exactly where its meaning does; `name` is for readers.
  mutating func define(_ name: String, as meaning: Meaning) -> Literal {
    let literal = solver.boolean(name)
    defined.append((literal, meaning))
    return literal
  }
}

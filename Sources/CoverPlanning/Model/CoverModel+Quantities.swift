import CPSAT
import CoverDomain

extension CoverModel {
  /// Whether any of the choices is taken; to be minimised, it may not be smaller.
  mutating func anyTaken(of choices: [Int], name: String) -> Literal {
    if choices.count == 1, let only = choices.first { return takes[only] }
    let literal = define(name, as: Meaning(count: 1, choices: choices))
    for (_, sameDemand) in groupedByDemand(choices) {
      // At most one choice of a demand is taken, so the sum says more to the linear relaxation than each alone.
      solver.add(LinearExpression(literal) >= LinearExpression(count: sameDemand.map { takes[$0] }))
    }
    return literal
  }

  /// Whether any of `met` holds; to be maximised, it may not be larger. `choices` are those that `met` stand for.
  mutating func first(of met: [Literal], choices: [Int], name: String) -> Literal {
    let literal = define(name, as: Meaning(count: 1, choices: choices))
    solver.add(LinearExpression(literal) <= LinearExpression(count: met))
    return literal
  }

  /// The number of covers that the colleague has at least, and a literal for each that may come on top: as many of
  /// them hold as the colleague has, the first ones first.
  mutating func load(of colleague: Int) -> (least: Int, further: [Literal]) {
    let choices = table.byColleague[colleague].filter { Fairness().isLoad(table.choices[$0], facts) }
    let demands = Set(choices.map { table.choices[$0].demand })
    let range = loadBounds?.ranges[colleague] ?? 0...demands.count
    let person = facts.people[colleague].clinician.id
    let steps = (range.lowerBound..<range.upperBound).map { step in
      define("\(person) gives cover \(step + 1)", as: Meaning(count: step + 1, choices: choices))
    }
    if !choices.isEmpty {
      solver.add(
        LinearExpression(count: choices.map { takes[$0] }) == LinearExpression(count: steps) + range.lowerBound,
        name: "load of \(person)")
    }
    for (lower, upper) in zip(steps, steps.dropFirst()) { solver.implication(upper, lower) }
    return (range.lowerBound, steps)
  }

  private func groupedByDemand(_ choices: [Int]) -> [(demand: Int, choices: [Int])] {
    Dictionary(grouping: choices) { table.choices[$0].demand }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

import CPSAT
import CoverDomain

extension CoverModel {
  /// Hands the plan to the solver as the solution to start from: a value for every variable.
  mutating func hint(_ draft: Draft) {
    let taken = table.choices.map { draft[$0.demand] == $0 }
    var literals = takes.enumerated().map { taken[$0.offset] ? $0.element : !$0.element }
    for (demand, literal) in nobody.enumerated() {
      if let literal { literals.append(draft[demand] == nil ? literal : !literal) }
    }
    for (literal, meaning) in defined {
      let count = meaning.choices.count { taken[$0] }
      literals.append(count >= meaning.count ? literal : !literal)
    }
    solver.hint(literals)
  }

  /// The plan that a solution stands for.
  func draft(_ solution: Solution) -> Draft {
    var draft = Draft(facts)
    for (index, choice) in table.choices.enumerated() where solution[takes[index]] { draft[choice.demand] = choice }
    return draft
  }
}

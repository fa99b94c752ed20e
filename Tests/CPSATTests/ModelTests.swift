import Testing

@testable import CPSAT

/// The library for tests, loaded once.
let library = Swift.Result { try SolverLibrary.load() }

func solve(_ model: Model, _ parameters: Parameters = Parameters()) throws -> Outcome {
  try Solver(library: library.get()).solve(model, parameters).outcome
}

@Suite("Constraints of a model")
struct ModelTests {
  @Test("a knapsack is solved to its optimum")
  func knapsack() throws {
    var model = Model(name: "knapsack")
    let items = [(10, 60), (20, 100), (30, 120)].enumerated().map { (model.boolean("item \($0)"), $1.0, $1.1) }
    var weight = LinearExpression()
    var value = LinearExpression()
    for (item, itemWeight, itemValue) in items {
      weight.add(item, weight: itemWeight)
      value.add(item, weight: itemValue)
    }
    model.add(weight <= 50, name: "weight")
    model.minimise(-1 * value)
    let outcome = try solve(model)
    guard case .optimal(let solution) = outcome else { throw Unexpected(outcome) }
    #expect(solution[value] == 220)
    #expect(items.map { solution[$0.0] } == [false, true, true])
  }

  @Test("at most one, exactly one, at least one, and all hold what their names say")
  func cardinalities() throws {
    var model = Model(name: "cardinalities")
    let literals = (0..<3).map { model.boolean("\($0)") }
    model.atMostOne(literals)
    model.minimise(-1 * LinearExpression(count: literals))
    #expect(try solve(model).solution.map { $0[LinearExpression(count: literals)] } == 1)
    model.minimise(LinearExpression(count: literals))
    #expect(try solve(model).solution.map { $0[LinearExpression(count: literals)] } == 0)
    model.exactlyOne(literals)
    #expect(try solve(model).solution.map { $0[LinearExpression(count: literals)] } == 1)
    model.atLeastOne([!literals[0], literals[1]])
    model.all([literals[0]])
    #expect(try solve(model) == .infeasible)
  }

  @Test("a negated literal counts when its variable does not hold")
  func negation() throws {
    var model = Model(name: "negation")
    let literal = model.boolean("a")
    model.add(LinearExpression(count: [!literal, !literal]) + 3 == 5)
    let outcome = try solve(model)
    guard case .optimal(let solution) = outcome else { throw Unexpected(outcome) }
    #expect(!solution[literal] && solution[!literal])
    #expect(solution[LinearExpression(!literal)] == 1)
    #expect(!(!literal) == literal)
  }

  @Test("an implication binds only where its premise holds")
  func implication() throws {
    var model = Model(name: "implication")
    let premise = model.boolean("premise")
    let conclusion = model.boolean("conclusion")
    model.implication(premise, conclusion)
    model.minimise(LinearExpression(conclusion))
    #expect(try solve(model).solution.map { $0[premise] } == false)
    model.all([premise])
    #expect(try solve(model).solution.map { $0[conclusion] } == true)
  }

  @Test("a conditional linear constraint binds only where its condition holds", arguments: [true, false])
  func condition(holds: Bool) throws {
    var model = Model(name: "condition")
    let condition = model.boolean("condition")
    let amount = model.integer("amount", in: -5...20)
    model.add(LinearExpression(amount) >= 7, onlyIf: [condition])
    model.all([holds ? condition : !condition])
    model.minimise(LinearExpression(amount) + 100)
    let outcome = try solve(model)
    guard case .optimal(let solution) = outcome else { throw Unexpected(outcome) }
    #expect(solution[amount] == (holds ? 7 : -5))
  }

  @Test("expressions are compared with one another")
  func comparisons() throws {
    var model = Model(name: "comparisons")
    let left = model.integer("left", in: 0...10)
    let right = model.integer("right", in: 0...10)
    model.add(LinearExpression(left) >= 2 * LinearExpression(right) + 1)
    model.add(LinearExpression(right) == 3)
    model.minimise(LinearExpression(left) - LinearExpression(right))
    #expect(try solve(model).solution.map { $0[left] } == 7)
    model.add(LinearExpression(left) <= LinearExpression(right))
    #expect(try solve(model) == .infeasible)
  }

  @Test("a hint of a smaller model is kept where a model grows")
  func growingHint() throws {
    var model = Model(name: "hint")
    let first = model.boolean("first")
    model.atLeastOne([first])
    let outcome = try solve(model)
    guard case .optimal(let solution) = outcome else { throw Unexpected(outcome) }
    let second = model.boolean("second")
    model.hint(solution)
    model.minimise(LinearExpression(second))
    #expect(try solve(model).solution.map { $0[first] && !$0[second] } == true)
  }

  @Test("a model without variables is solved")
  func empty() throws {
    let outcome = try solve(Model(name: ""))
    guard case .optimal = outcome else { throw Unexpected(outcome) }
  }
}

/// An outcome other than the one a test is about.
struct Unexpected: Error {
  let outcome: Outcome
  init(_ outcome: Outcome) { self.outcome = outcome }
}

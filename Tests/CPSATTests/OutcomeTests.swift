import Testing

@testable import CPSAT

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Outcomes of a solve")
struct OutcomeTests {
  /// Pigeons in one hole fewer than there are pigeons: without cuts, no search proves it in reasonable time.
  private func pigeons(_ count: Int) -> (model: Model, unhoused: LinearExpression) {
    var model = Model(name: "pigeons")
    var places: [[Literal]] = []
    for pigeon in 0..<count { places.append((0..<count - 1).map { model.boolean("\(pigeon) in \($0)") }) }
    for first in 0..<count {
      for second in 0..<first {
        for hole in 0..<count - 1 { model.atLeastOne([!places[first][hole], !places[second][hole]]) }
      }
    }
    var unhoused = LinearExpression()
    for pigeon in places {
      let out = model.boolean("out")
      model.atLeastOne(pigeon + [out])
      unhoused.add(out)
    }
    model.minimise(unhoused)
    return (model, unhoused)
  }

  /// No cuts, no presolve: slow enough to be interrupted.
  private var slowly: Parameters {
    var parameters = Parameters()
    parameters.linearizationLevel = 0
    parameters.presolves = false
    parameters.symmetryLevel = 0
    return parameters
  }

  @Test("infeasible is told apart from not found")
  func infeasible() throws {
    var model = Model(name: "infeasible")
    let amount = model.integer("amount", in: 0...3)
    model.add(LinearExpression(amount) >= 4)
    #expect(try solve(model) == .infeasible)
  }

  @Test("no time gives no solution and no verdict")
  func noTime() throws {
    var parameters = slowly
    parameters.timeLimit = 0
    let outcome = try solve(pigeons(12).model, parameters)
    guard case .unknown = outcome else { throw Unexpected(outcome) }
  }

  @Test("a deterministic limit ends with a solution and a bound, twice the same")
  func deterministicLimit() throws {
    let (model, unhoused) = pigeons(12)
    var parameters = slowly
    parameters.deterministicLimit = 0.5
    let outcome = try solve(model, parameters)
    guard case .feasible(let solution, let bound) = outcome else { throw Unexpected(outcome) }
    #expect(solution[unhoused] >= 1)
    #expect((0...solution[unhoused]).contains(bound))
    #expect(try solve(model, parameters) == outcome)
  }

  @Test("the bound of a stopped search counts the constant of the objective")
  func boundWithConstant() throws {
    var (model, unhoused) = pigeons(12)
    model.minimise(unhoused + 1000)
    var parameters = slowly
    parameters.deterministicLimit = 0.2
    let outcome = try solve(model, parameters)
    guard case .feasible(_, let bound) = outcome else { throw Unexpected(outcome) }
    #expect((1000...1001).contains(bound))
  }

  @Test("an unknown subsolver makes the model invalid, in the solver's words")
  func invalid() throws {
    var parameters = Parameters()
    parameters.subsolvers = ["no_such_search"]
    let outcome = try solve(pigeons(3).model, parameters)
    guard case .invalid(let text) = outcome else { throw Unexpected(outcome) }
    #expect(text.contains("no_such_search"))
  }

  @Test("an overflowing objective makes the model invalid")
  func overflow() throws {
    var model = Model(name: "overflow")
    let amount = model.integer("amount", in: 0...Int(Int32.max))
    model.minimise(Int.max / 2 * LinearExpression(amount))
    let outcome = try solve(model)
    guard case .invalid = outcome else { throw Unexpected(outcome) }
  }

  @Test("equal models and seeds give equal solutions")
  func repeatable() throws {
    let (model, _) = pigeons(6)
    #expect(try solve(model) == solve(model))
  }
}

@Suite("Interrupting a solve")
struct InterruptionTests {
  @Test("a stop from another thread ends a long search")
  func stopsLater() async throws {
    let library = try library.get()
    let interruption = Interruption()
    var model = Model(name: "long")
    // A sum of even numbers that is to be odd: without presolve, all 2^40 sums are tried.
    let literals = (0..<40).map { model.boolean("\($0)") }
    var sum = LinearExpression()
    for (index, literal) in literals.enumerated() { sum.add(literal, weight: 2 * (1_000_003 + index * index * 7919)) }
    model.add(sum == 41_000_123)
    var parameters = Parameters()
    parameters.presolves = false
    parameters.linearizationLevel = 0
    parameters.timeLimit = 60
    let solver = Solver(library: library)
    let (long, how) = (model, parameters)
    async let answer = Task.detached { try solver.solve(long, how, interruption: interruption) }.value
    try await Task.sleep(for: .milliseconds(50))
    interruption.stop()
    _ = try await answer
    #expect(try await answer.effort.wallTime < 30)
  }

  @Test("a stop before the solve holds")
  func stopsBefore() throws {
    let library = try library.get()
    let interruption = Interruption()
    interruption.stop()
    interruption.stop()
    var model = Model(name: "stopped")
    let amount = model.integer("amount", in: 0...1000)
    model.minimise(LinearExpression(amount))
    var parameters = Parameters()
    parameters.presolves = false
    let outcome = try Solver(library: library).solve(model, parameters, interruption: interruption).outcome
    guard case .unknown = outcome else { throw Unexpected(outcome) }
  }

  @Test("one interruption serves several solves")
  func severalSolves() throws {
    let solver = Solver(library: try library.get())
    let interruption = Interruption()
    for size in [3, 400, 20] {
      var model = Model(name: "several")
      let literals = (0..<size).map { model.boolean("\($0)") }
      for pair in zip(literals, literals.dropFirst()) { model.atLeastOne([pair.0, pair.1]) }
      let sum = LinearExpression(count: literals)
      model.minimise(sum)
      let outcome = try solver.solve(model, interruption: interruption).outcome
      #expect(outcome.solution.map { $0[sum] } == size / 2)
    }
  }

  @Test("an interruption that is not used changes nothing")
  func unused() throws {
    let library = try library.get()
    var model = Model(name: "unused")
    let amount = model.integer("amount", in: 3...1000)
    model.minimise(LinearExpression(amount))
    let answer = try Solver(library: library).solve(model, interruption: Interruption())
    #expect(answer.outcome.solution.map { $0[amount] } == 3)
  }
}

import CPSAT
import Testing

@testable import ShiftMinimisation

@Suite("The fewest workers")
struct ShiftSearchTests {
  private let search: ShiftSearch

  init() throws { search = ShiftSearch(solver: Solver(library: try SolverLibrary.load())) }

  @Test("are as few as trying every assignment finds", arguments: 1...40)
  func exhaustive(seed: Int) throws {
    let instance = Self.small(seed)
    let result = try search.fewest(for: instance)
    #expect(result.workers == Self.fewest(instance))
    #expect(result.isProven)
    if let assignment = result.assignment { #expect(instance.faults(of: assignment).isEmpty) }
  }

  @Test("do a task as another ends, and no two at once")
  func touching() throws {
    let tasks: [ShiftInstance.Task] = [.init(start: 0, end: 10), .init(start: 10, end: 20), .init(start: 9, end: 11)]
    let instance = ShiftInstance(tasks: tasks, qualifications: [[0, 1, 2], [0, 1, 2], [0, 1, 2]])
    #expect(instance.cliqueBound == 2)
    #expect(try search.fewest(for: instance).workers == 2)
  }

  @Test("can be more than there are tasks at once")
  func aboveTheBound() throws {
    // Each task has one worker alone.
    let tasks: [ShiftInstance.Task] = [.init(start: 0, end: 10), .init(start: 20, end: 30)]
    let instance = ShiftInstance(tasks: tasks, qualifications: [[0], [1]])
    #expect(instance.cliqueBound == 1)
    #expect(try search.fewest(for: instance) == ShiftSearch.Result(assignment: [0, 1], bound: 2))
  }

  @Test("are nobody where a task has nobody, or two at once have one")
  func impossible() throws {
    let task = ShiftInstance.Task(start: 0, end: 10)
    for instance in [
      ShiftInstance(tasks: [task], qualifications: [[]]),
      ShiftInstance(tasks: [task, task], qualifications: [[0, 1], []]),
    ] {
      #expect(try search.fewest(for: instance) == ShiftSearch.Result(assignment: nil, bound: nil))
    }
  }

  @Test("are found for a generated instance of twelve workers, not more than it was made with")
  func generated() throws {
    let instance = ShiftGenerator(workers: 12).instance(seed: 7)
    let result = try search.fewest(for: instance)
    #expect(result.isProven)
    #expect((instance.cliqueBound...12).contains(try #require(result.workers)))
  }

  @Test("an assignment that does not stand is told")
  func faults() {
    let tasks: [ShiftInstance.Task] = [.init(start: 0, end: 10), .init(start: 5, end: 20)]
    let instance = ShiftInstance(tasks: tasks, qualifications: [[0, 1], [1]])
    #expect(instance.faults(of: [0, 1]).isEmpty)
    #expect(instance.faults(of: [0, 0]) == ["worker 0 does tasks 0 and 1 at once"])
    #expect(
      instance.faults(of: [1, 1]) == ["worker 1 is not qualified for task 0", "worker 1 does tasks 0 and 1 at once"])
    #expect(instance.faults(of: [0]) == ["1 workers for 2 tasks"])
    #expect(instance.faults(of: [0, -1]) == ["worker -1 is not qualified for task 1"])
  }

  // MARK: -

  /// Up to six tasks and four workers, some without any assignment.
  private static func small(_ seed: Int) -> ShiftInstance {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15
    func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let tasks = (0..<3 + number(below: 4)).map { _ in
      let start = number(below: 12)
      return ShiftInstance.Task(start: start, end: start + 1 + number(below: 5))
    }
    let qualifications = (0..<2 + number(below: 3)).map { _ in tasks.indices.filter { _ in number(below: 10) < 7 } }
    return ShiftInstance(tasks: tasks, qualifications: qualifications)
  }

  /// The fewest workers of all assignments; nil where there is none.
  private static func fewest(_ instance: ShiftInstance) -> Int? {
    let workers = instance.qualifications.count
    var best: Int?
    var assignment = [Int](repeating: 0, count: instance.tasks.count)
    for code in 0..<power(workers, instance.tasks.count) {
      var rest = code
      for task in assignment.indices {
        assignment[task] = rest % workers
        rest /= workers
      }
      if instance.faults(of: assignment).isEmpty { best = min(best ?? .max, Set(assignment).count) }
    }
    return best
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}

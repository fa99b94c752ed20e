/// An instance of the Shift Minimisation Personnel Task Scheduling Problem: tasks at fixed times, each to be done by one
/// worker who is qualified for it, none doing two at once, with as few workers as possible.
///
/// Source: Krishnamoorthy, Ernst, Baatar: Algorithms for large scale shift minimisation personnel task scheduling
/// problems. European Journal of Operational Research 219 (2012), 34-48.
public struct ShiftInstance: Hashable, Sendable {
  /// From its start to, but without, its end: a task may begin as another ends.
  public struct Task: Hashable, Sendable {
    public let start: Int
    public let end: Int

    public init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }

    public func overlaps(_ other: Task) -> Bool { start < other.end && other.start < end }
  }

  public let tasks: [Task]
  /// By worker, the tasks that they are qualified for, as positions in `tasks`, in rising order.
  public let qualifications: [[Int]]

  public init(tasks: [Task], qualifications: [[Int]]) {
    self.tasks = tasks
    self.qualifications = qualifications.map { $0.sorted() }
  }

  /// The largest sets of those tasks that all overlap one another. Intervals that overlap pairwise share an instant, so a
  /// sweep over time meets each of them.
  public func cliques(of positions: [Int]) -> [[Int]] {
    var cliques: [[Int]] = []
    var active: [Int] = []
    var hasGrown = false
    for next in positions.sorted(by: { (tasks[$0].start, $0) < (tasks[$1].start, $1) }) {
      if active.contains(where: { tasks[$0].end <= tasks[next].start }) {
        if hasGrown { cliques.append(active) }
        active.removeAll { tasks[$0].end <= tasks[next].start }
        hasGrown = false
      }
      active.append(next)
      hasGrown = true
    }
    if hasGrown { cliques.append(active) }
    return cliques
  }

  /// No assignment needs fewer workers: as many as there are tasks at once.
  public var cliqueBound: Int { cliques(of: Array(tasks.indices)).map(\.count).max() ?? 0 }

  /// Tasks that nobody is qualified for.
  public var orphans: [Int] {
    let able = Set(qualifications.joined())
    return tasks.indices.filter { !able.contains($0) }
  }

  /// What is wrong with an assignment, which has a worker for each task; nothing where it is right.
  public func faults(of assignment: [Int]) -> [String] {
    guard assignment.count == tasks.count else { return ["\(assignment.count) workers for \(tasks.count) tasks"] }
    var faults: [String] = []
    for (task, worker) in assignment.enumerated() {
      guard qualifications.indices.contains(worker), qualifications[worker].contains(task) else {
        faults.append("worker \(worker) is not qualified for task \(task)")
        continue
      }
      for other in 0..<task where assignment[other] == worker && tasks[other].overlaps(tasks[task]) {
        faults.append("worker \(worker) does tasks \(other) and \(task) at once")
      }
    }
    return faults
  }
}

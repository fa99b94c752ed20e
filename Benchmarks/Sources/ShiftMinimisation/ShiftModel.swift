public import CPSAT

/// The instance as a constraint model: a boolean for each task and qualified worker, and one for each worker who is used.
public struct ShiftModel: Sendable {
  private let instance: ShiftInstance
  /// By worker, in the order of their qualifications.
  private let does: [[Literal]]
  private let isUsed: [Literal]
  public let model: Model

  public init(_ instance: ShiftInstance) {
    var model = Model(name: "shift minimisation")
    let isUsed = instance.qualifications.indices.map { model.boolean("worker \($0)") }
    let does = instance.qualifications.enumerated().map { worker, tasks in
      tasks.map { model.boolean("worker \(worker) does task \($0)") }
    }
    var byTask = [[Literal]](repeating: [], count: instance.tasks.count)
    for (worker, tasks) in instance.qualifications.enumerated() {
      let literals = Dictionary(uniqueKeysWithValues: zip(tasks, does[worker]))
      for (task, literal) in zip(tasks, does[worker]) { byTask[task].append(literal) }
      // Of tasks that overlap at most one is done, and none by a worker who is not used.
      for clique in instance.cliques(of: tasks) {
        model.atMostOne(clique.compactMap { literals[$0] } + [!isUsed[worker]])
      }
    }
    for literals in byTask { model.exactlyOne(literals) }
    // Of workers who can do the same, the first ones are used first.
    for workers in Dictionary(grouping: instance.qualifications.indices, by: { instance.qualifications[$0] }).values {
      for (first, second) in zip(workers, workers.dropFirst()) { model.implication(isUsed[second], isUsed[first]) }
    }
    let used = LinearExpression(count: isUsed)
    model.add(used >= instance.cliqueBound)
    model.minimise(used)
    self.instance = instance
    self.does = does
    self.isUsed = isUsed
    self.model = model
  }

  /// The worker of each task.
  public func assignment(_ solution: Solution) -> [Int] {
    var assignment = [Int](repeating: -1, count: instance.tasks.count)
    for (worker, tasks) in instance.qualifications.enumerated() {
      for (task, literal) in zip(tasks, does[worker]) where solution[literal] { assignment[task] = worker }
    }
    return assignment
  }
}

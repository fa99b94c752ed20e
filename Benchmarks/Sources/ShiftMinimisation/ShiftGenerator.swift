/// Makes instances in the manner of the published ones: workers in shifts of a day, shifts filled with tasks up to a
/// tightness, and workers qualified for a share of the tasks that fit into their shift.
///
/// They are not the published instances, and say nothing about those. Equal options give equal instances.
public struct ShiftGenerator: Sendable {
  public let workers: Int
  /// The percentage of a shift that its tasks fill.
  public let tightness: Int
  /// The percentage of the tasks of a shift that its worker is qualified for, beside those that made it.
  public let skills: Int

  /// Minutes.
  private static let day = 1_440
  private static let shift = 480
  private static let tasks = 60...240

  public init(workers: Int, tightness: Int = 90, skills: Int = 66) {
    self.workers = workers
    self.tightness = tightness
    self.skills = skills
  }

  /// An assignment with as many workers as were made exists.
  public func instance(seed: UInt64) -> ShiftInstance {
    var chance = SplitMix(state: seed)
    var made: [(task: ShiftInstance.Task, worker: Int)] = []
    let starts = (0..<workers).map { _ in Int.random(in: 0...(Self.day - Self.shift) / 30, using: &chance) * 30 }
    for (worker, start) in starts.enumerated() {
      var idle = Self.shift * (100 - tightness) / 100
      var time = start
      while true {
        let pause = Int.random(in: 0...idle, using: &chance)
        let end = time + pause + Int.random(in: Self.tasks, using: &chance)
        guard end <= start + Self.shift else { break }
        made.append((ShiftInstance.Task(start: time + pause, end: end), worker))
        idle -= pause
        time = end
      }
    }
    made.sort { ($0.task.start, $0.task.end, $0.worker) < ($1.task.start, $1.task.end, $1.worker) }
    let qualifications = starts.enumerated().map { worker, start in
      made.indices.filter { position in
        let task = made[position].task
        guard task.start >= start, task.end <= start + Self.shift else { return false }
        return made[position].worker == worker || Int.random(in: 0..<100, using: &chance) < skills
      }
    }
    return ShiftInstance(tasks: made.map(\.task), qualifications: qualifications)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same on every machine.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

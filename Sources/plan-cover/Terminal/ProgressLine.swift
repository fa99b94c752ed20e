import CoverPlanning

/// Planning's progress as one line that changes.
struct ProgressLine: Sendable {
  let terminal: Terminal

  func show(_ progress: PlanningProgress) {
    let step =
      switch progress.step {
      case .promises: "promises"
      case .tier(let tier): tier.rawValue
      case .tieBreak: "order among equals"
      }
    let bound = progress.bound.map { $0 == progress.value ? ", proven" : ", at least \($0)" } ?? ""
    let tenths = Int(progress.elapsed * 10)
    terminal.status(
      "planning: \(step) \(progress.value)\(bound)  (\(tenths / 10).\(tenths % 10) s, Ctrl-C keeps the best so far)")
  }
}

import CPSAT
import CivilTime
import CoverDomain

extension CoverModel {
  /// Of choices whose intervals overlap at most one is taken: one constraint for each largest set of choices that all
  /// overlap one another, instead of one for each pair. Intervals that overlap pairwise share an instant, so a sweep
  /// over time meets every such set.
  mutating func conflicts(among choices: [Int], name: String, interval: (Choice) -> Interval) {
    let sorted = choices.map { (index: $0, interval: interval(table.choices[$0])) }
      .sorted { ($0.interval, $0.index) < ($1.interval, $1.index) }
    var active: [(index: Int, interval: Interval)] = []
    var hasGrown = false
    for next in sorted {
      if active.contains(where: { $0.interval.end <= next.interval.start }) {
        if hasGrown { atMostOne(active.map(\.index), name: name) }
        active.removeAll { $0.interval.end <= next.interval.start }
        hasGrown = false
      }
      active.append(next)
      hasGrown = true
    }
    if hasGrown { atMostOne(active.map(\.index), name: name) }
  }

  /// Choices of one demand alone exclude one another already.
  private mutating func atMostOne(_ choices: [Int], name: String) {
    guard let first = choices.first,
      choices.contains(where: { table.choices[$0].demand != table.choices[first].demand })
    else { return }
    solver.atMostOne(choices.map { takes[$0] }, name: name)
  }
}

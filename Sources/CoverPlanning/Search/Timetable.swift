import CivilTime
import CoverDomain

/// Finds a time for every choice of a plan that floats, the rest of the plan as it is.
///
/// Whoever has the fewest times to choose from comes first, and takes the one nearest to the session's own; where none is
/// left, another floating session makes room if it can.
struct Timetable {
  private let facts: Facts
  private let moved: MovedChoices

  /// A plan in which nothing floats.
  struct Result {
    /// Without the sessions for which no time was found.
    var draft: Draft
    /// Whose weeks are too full.
    var tooFull: Set<ColleagueWeek> = []
  }

  init(_ facts: Facts) {
    self.facts = facts
    moved = MovedChoices(facts, carried: Covers(carriedIn: facts))
  }

  func result(_ draft: Draft) -> Result {
    var result = Result(draft: draft)
    let floating = draft.taken.filter(\.isFloating)
    for choice in floating { result.draft[choice.demand] = nil }
    var covers = result.draft.covers(facts)
    let times = floating.map { (choice: $0, times: moved.times(of: $0)) }
      .sorted { ($0.times.count, $0.choice.demand) < ($1.times.count, $1.choice.demand) }
    for (position, entry) in times.enumerated() {
      if let free = entry.times.first(where: { HardRules.allow($0, beside: covers, facts) }) {
        take(free, &result.draft, &covers)
      } else if !makeRoom(for: entry.times, of: times.prefix(position), &result.draft, &covers) {
        result.tooFull.insert(entry.choice.colleagueWeek)
      }
    }
    return result
  }

  /// Takes one of the times, and gives another time to one session that stands in its way.
  private func makeRoom(
    for times: [Choice], of placed: some Sequence<(choice: Choice, times: [Choice])>, _ draft: inout Draft,
    _ covers: inout Covers
  ) -> Bool {
    guard let wanted = times.first else { return false }
    let clients = Set(wanted.wanted(facts).attending)
    for other in placed {
      guard let old = draft[other.choice.demand], old.day.week == wanted.day.week,
        old.colleague == wanted.colleague || !clients.isDisjoint(with: old.wanted(facts).attending)
      else { continue }
      covers.remove(old, facts)
      for time in times where HardRules.allow(time, beside: covers, facts) {
        covers.add(time, facts)
        if let new = other.times.first(where: { HardRules.allow($0, beside: covers, facts) }) {
          draft[time.demand] = time
          take(new, &draft, &covers)
          return true
        }
        covers.remove(time, facts)
      }
      covers.add(old, facts)
    }
    return false
  }

  private func take(_ choice: Choice, _ draft: inout Draft, _ covers: inout Covers) {
    draft[choice.demand] = choice
    covers.add(choice, facts)
  }
}

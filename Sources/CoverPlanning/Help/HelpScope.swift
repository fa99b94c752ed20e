import CivilTime
import CoverDomain

/// Which sessions of the plan may change their colleague so that a gap can be closed: those of the same weeks.
struct HelpScope {
  /// In more choices than this nobody changes: only the gaps are given to somebody.
  private static let mostChoices = 12_000

  private let facts: Facts
  private let weeks: Set<Week>
  private let kept: Set<Int>
  private let carried: Covers
  private let starts: Starts
  private let isWide: Bool

  /// - Parameters:
  ///   - kept: the demands that people have settled.
  ///   - count: how many choices the rules leave in those weeks.
  init(_ facts: Facts, weeks: Set<Week>, kept: Set<Int>, count: Int) {
    self.facts = facts
    self.weeks = weeks
    self.kept = kept
    carried = Covers(carriedIn: facts)
    starts = Starts(facts)
    isWide = count > Self.mostChoices
  }

  /// Whether what the choice gives could be in the way.
  func contains(_ choice: Choice) -> Bool { weeks.contains(choice.day.week) }

  /// What the demand could have in place of what it has, limits aside; the first is what it has.
  func choices(of demand: Int, _ taken: Choice) -> [Choice] {
    guard !isWide, !facts.requests.contains(demand), !kept.contains(demand) else { return [taken] }
    let wanted = facts.wanted[demand]
    var choices = [taken]
    // Of the other times of a colleague's week one is enough here.
    var moved: Set<ColleagueWeek> = []
    for start in [wanted.session.interval.start] + starts.moved(of: wanted) {
      for colleague in facts.people.indices {
        let choice = Choice(demand: demand, colleague: colleague, start: start, facts)
        // In other weeks nothing is known of what is in the way.
        guard choice != taken, weeks.contains(choice.day.week), !moved.contains(choice.colleagueWeek),
          HardRules.obstacles(to: choice, facts).isEmpty,
          !OnePlace().forbids(choice, beside: carried, facts), !ClientOnce().forbids(choice, beside: carried, facts)
        else { continue }
        choices.append(choice)
        if choice.isMoved { moved.insert(choice.colleagueWeek) }
      }
    }
    return choices
  }
}

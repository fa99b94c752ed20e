import CivilTime
import CoverDomain
import Foundation

/// Which sessions of the plan may change their colleague so that a gap can be closed: those of the same weeks.
struct HelpScope {
  /// In more choices than this nobody changes: only the gaps are given to somebody.
  private static let mostChoices = 12_000

  private let others: OtherChoices
  private let weeks: Set<Week>
  /// Whether nobody changes.
  private let isStill: Bool

  /// - Parameter count: how many choices the rules leave in those weeks; nil where nobody is to change.
  init(_ others: OtherChoices, weeks: Set<Week>, count: Int?) {
    self.others = others
    self.weeks = weeks
    isStill = count.map { $0 > Self.mostChoices } ?? true
  }

  /// Whether what the choice gives could be in the way.
  func contains(_ choice: Choice) -> Bool { weeks.contains(choice.day.week) }

  /// What the demand could have in place of what it has, limits aside; the first is what it has. In other weeks nothing
  /// is known of what is in the way.
  func choices(of demand: Int, _ taken: Choice) -> [Choice] {
    [taken] + (isStill ? [] : others.choices(of: demand).filter { $0 != taken && contains($0) })
  }
}

/// What each demand of a plan could have, limits aside; found once, and safe from several threads.
final class OtherChoices: @unchecked Sendable {
  private let facts: Facts
  private let kept: Set<Int>
  private let carried: Covers
  private let starts: Starts
  // Read and written under the lock.
  private var known: [Int: [Choice]] = [:]
  private let lock = NSLock()

  /// - Parameter kept: the demands that people have settled.
  init(_ facts: Facts, kept: Set<Int>) {
    self.facts = facts
    self.kept = kept
    carried = Covers(carriedIn: facts)
    starts = Starts(facts)
  }

  /// By time, the session's own first, then by colleague; none for what people have settled, and for requests.
  func choices(of demand: Int) -> [Choice] {
    if let choices = lock.withLock({ known[demand] }) { return choices }
    let choices = allowed(demand)
    lock.withLock { known[demand] = choices }
    return choices
  }

  private func allowed(_ demand: Int) -> [Choice] {
    guard !facts.requests.contains(demand), !kept.contains(demand) else { return [] }
    let wanted = facts.wanted[demand]
    var choices: [Choice] = []
    // Of the other times of a colleague's week one is enough here.
    var moved: Set<ColleagueWeek> = []
    for start in [wanted.session.interval.start] + starts.moved(of: wanted) {
      for colleague in facts.people.indices {
        let choice = Choice(demand: demand, colleague: colleague, start: start, facts)
        guard !moved.contains(choice.colleagueWeek), HardRules.allow(choice, facts),
          !OnePlace().forbids(choice, beside: carried, facts), !ClientOnce().forbids(choice, beside: carried, facts)
        else { continue }
        choices.append(choice)
        if choice.isMoved { moved.insert(choice.colleagueWeek) }
      }
    }
    return choices
  }
}

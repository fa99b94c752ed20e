import CivilTime
import CoverDomain

/// Why a demand has no cover, and what would help, the rest of the plan as it is.
struct Explainer {
  private let facts: Facts
  private let covers: Covers
  private let starts: Starts
  private let words: RemedyWords

  init(_ facts: Facts, _ draft: Draft) {
    self.facts = facts
    covers = draft.covers(facts)
    starts = Starts(facts)
    words = RemedyWords(facts)
  }

  func gap(of demand: Int) -> Gap {
    let wanted = facts.wanted[demand]
    let colleagues = facts.people.indices.filter { facts.people[$0].clinician.id != wanted.session.clinician }
    let own = wanted.session.interval.start
    let why = colleagues.map { colleague in
      Gap.Obstacles(
        colleague: facts.people[colleague].clinician.id,
        rules: obstacles(to: Choice(demand: demand, colleague: colleague, start: own, facts)))
    }
    let times = [own] + starts.moved(of: wanted)
    let remedies = colleagues.compactMap { colleague -> Gap.Remedy? in
      let ways = times.map { Choice(demand: demand, colleague: colleague, start: $0, facts) }
        .map { (choice: $0, rules: obstacles(to: $0)) }
        .filter { way in !way.rules.isEmpty && way.rules.allSatisfy { canGiveWay($0, to: way.choice) } }
      // The first of the least: the session's own time before any other.
      guard let way = ways.min(by: { $0.rules.count < $1.rules.count }) else { return nil }
      return Gap.Remedy(
        colleague: facts.people[colleague].clinician.id, rules: way.rules,
        changes: way.rules.map { words.change($0, for: way.choice) } + words.move(way.choice))
    }
    let fewest = remedies.map(\.rules.count).min()
    return Gap(why: why, wouldHelp: remedies.filter { $0.rules.count == fewest })
  }

  private func obstacles(to choice: Choice) -> [Rule] { HardRules.obstacles(to: choice, beside: covers, facts) }

  /// Whether somebody could reasonably change what the rule asks. Not what a client or colleague has said or a person
  /// has decided, not a trainee's level, not leave, and not a place or a client taken by other cover.
  private func canGiveWay(_ rule: Rule, to choice: Choice) -> Bool {
    switch rule {
    case .avoid, .consent, .level, .declined, .independence, .supervisor, .background, .decided, .onLeave, .onePlace,
      .clientOnce:
      false
    case .takesCover: choice.person(facts).clinician.isEmployed(on: choice.day)
    case .hours, .busy, .breakBetween, .specialty, .language, .place, .licence, .payer, .dayLimit, .weekLimit,
      .coverDayLimit, .coverWeekLimit:
      true
    }
  }
}

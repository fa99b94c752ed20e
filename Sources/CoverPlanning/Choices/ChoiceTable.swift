import CivilTime
import CoverDomain

/// Every choice that the rules leave, in a fixed order: by demand, the session's own time first, then by colleague.
struct ChoiceTable: Sendable {
  let choices: [Choice]
  /// Positions in `choices`, for each demand.
  let byDemand: [[Int]]
  /// Positions in `choices`, for each colleague.
  let byColleague: [[Int]]
  /// What people have settled, with the choice that would keep it where the rules leave one.
  let pins: [(pin: Pin, choice: Int?)]

  init(_ facts: Facts) {
    let carried = Covers(carriedIn: facts)
    let starts = Starts(facts)
    var choices: [Choice] = []
    var byDemand = [[Int]](repeating: [], count: facts.wanted.count)
    var byColleague = [[Int]](repeating: [], count: facts.people.count)
    for (demand, wanted) in facts.wanted.enumerated() where wanted.demand.wantsCover {
      for start in [wanted.session.interval.start] + starts.moved(of: wanted) {
        for colleague in facts.people.indices {
          let choice = Choice(demand: demand, colleague: colleague, start: start, facts)
          guard HardRules.allow(choice, besideCarried: carried, facts) else { continue }
          byDemand[demand].append(choices.count)
          byColleague[colleague].append(choices.count)
          choices.append(choice)
        }
      }
    }
    self.choices = choices
    self.byDemand = byDemand
    self.byColleague = byColleague
    let positions = Dictionary(
      facts.wanted.enumerated().map { ($1.session.id, $0) }, uniquingKeysWith: { first, _ in first })
    pins = facts.situation.pins.map { pin in
      guard let demand = positions[pin.session] else { return (pin, nil) }
      let start = pin.start ?? facts.wanted[demand].session.interval.start
      let kept = byDemand[demand].first {
        choices[$0].interval.start == start && facts.people[choices[$0].colleague].clinician.id == pin.colleague
      }
      return (pin, kept)
    }
  }
}

import CivilTime
import CoverDomain

/// Every choice that the rules leave, in a fixed order: by demand, the session's own time first, then by colleague, then
/// other times; those of requests after them, by time, then by colleague.
///
/// The other times of a session are left open as far as can be: see `MovedChoices`.
struct ChoiceTable: Sendable {
  let choices: [Choice]
  /// Positions in `choices`, for each demand and each request.
  let byDemand: [[Int]]
  /// Positions in `choices`, for each colleague.
  let byColleague: [[Int]]
  /// Positions in `choices`, for everybody whom they occupy.
  let byOccupied: [[Int]]
  /// What people have settled, with the choice that would keep it where the rules leave one.
  let pins: [(pin: Pin, choice: Int?)]

  /// - Parameter timed: the weeks in which no choice of those colleagues floats.
  init(_ facts: Facts, timed: Set<ColleagueWeek> = []) {
    let carried = Covers(carriedIn: facts)
    let moved = MovedChoices(facts, carried: carried)
    var free = FreeColleagues(facts)
    var choices: [Choice] = []
    for (demand, wanted) in facts.wanted.enumerated() where wanted.referral == nil && wanted.isSought {
      for colleague in free.at(wanted.session.interval, like: demand) {
        let choice = Choice(demand: demand, colleague: colleague, start: wanted.session.interval.start, facts)
        if HardRules.allow(atFreeTime: choice, besideCarried: carried, facts) { choices.append(choice) }
      }
      choices += moved.all(of: demand, timed: timed, &free)
    }
    choices += Self.referrals(ReferralStarts(facts, covers: choices, carried: carried), facts)
    self.init(choices, facts.wanted.count, facts.people.count, pins: Self.pins(choices, facts))
  }

  /// Those choices of the table alone, by position; what people have settled stays in it where its choice does.
  init(_ whole: ChoiceTable, keeping isKept: (Int) -> Bool) {
    let kept = whole.choices.indices.filter(isKept)
    let positions = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    self.init(
      kept.map { whole.choices[$0] }, whole.byDemand.count, whole.byColleague.count,
      pins: whole.pins.map { ($0.pin, $0.choice.flatMap { positions[$0] }) })
  }

  /// Those choices, whatever the rules say of them.
  init(_ choices: [Choice], _ facts: Facts) {
    self.init(choices, facts.wanted.count, facts.people.count, pins: Self.pins(choices, facts))
  }

  private init(_ choices: [Choice], _ demands: Int, _ people: Int, pins: [(pin: Pin, choice: Int?)]) {
    var byDemand = [[Int]](repeating: [], count: demands)
    var byColleague = [[Int]](repeating: [], count: people)
    var byOccupied = byColleague
    for (index, choice) in choices.enumerated() {
      byDemand[choice.demand].append(index)
      byColleague[choice.colleague].append(index)
      for person in choice.occupied { byOccupied[person].append(index) }
    }
    self.choices = choices
    self.byDemand = byDemand
    self.byColleague = byColleague
    self.byOccupied = byOccupied
    self.pins = pins
  }

  private static func pins(_ choices: [Choice], _ facts: Facts) -> [(pin: Pin, choice: Int?)] {
    let positions = Dictionary(
      facts.wanted.enumerated().map { ($1.session.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byDemand = [[Int]](repeating: [], count: facts.wanted.count)
    for (index, choice) in choices.enumerated() { byDemand[choice.demand].append(index) }
    return facts.situation.pins.map { pin in
      guard let demand = positions[pin.session] else { return (pin, nil) }
      // A request has no time of its own: whoever it is assigned to may take it at any, and others have no choice.
      if facts.requests.contains(demand), pin.start == nil { return (pin, nil) }
      let start = pin.start ?? facts.wanted[demand].session.interval.start
      let kept = byDemand[demand].first {
        choices[$0].interval.start == start && facts.people[choices[$0].colleague].clinician.id == pin.colleague
      }
      return (pin, kept)
    }
  }

  /// The choices of the requests.
  private static func referrals(_ starts: ReferralStarts, _ facts: Facts) -> [Choice] {
    // Whom each colleague could take at all, before any is counted as somebody else's rival.
    let able = facts.requests.map { request in
      facts.people.indices.filter { !starts.choices(of: request, colleague: $0, others: 0).isEmpty }
    }
    var rivals = [Int](repeating: 0, count: facts.people.count)
    for colleague in able.joined() { rivals[colleague] += 1 }
    return zip(facts.requests, able).flatMap { request, able in
      var found = able.flatMap { starts.choices(of: request, colleague: $0, others: rivals[$0] - 1) }
      if let published = starts.published(request), !found.contains(published) { found.append(published) }
      let assigned = facts.wanted[request].assigned.flatMap(facts.position)
      if let assigned, able.contains(assigned) { found.removeAll { $0.colleague != assigned } }
      return found.sorted { ($0.interval, $0.colleague) < ($1.interval, $1.colleague) }
    }
  }
}

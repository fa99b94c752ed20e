import CivilTime
import CoverDomain

/// The choices that move a session to another time.
///
/// To the tiers, all times of a colleague in one week at which a session could be are one and the same; only what else is
/// planned tells them apart. So the times of a week are one choice as long as that does: it floats, counts in the limits
/// of its week, and gets its time from `Timetable` when everything else is planned. Where there is none,
/// `TimedSearch` plans again with the times of that colleague's week told apart. What was published or settled
/// has its time, and is a choice of its own.
struct MovedChoices {
  private let facts: Facts
  private let carried: Covers
  private let starts: Starts
  /// The times to which people have settled sessions.
  private let settled: [SessionID: [Instant]]

  init(_ facts: Facts, carried: Covers) {
    self.facts = facts
    self.carried = carried
    starts = Starts(facts)
    settled = Dictionary(grouping: facts.situation.pins, by: \.session).mapValues { $0.compactMap(\.start) }
  }

  /// By week; in a week the floating ones first, then by time; then by colleague.
  func all(of demand: Int, timed: Set<ColleagueWeek>, _ free: inout FreeColleagues) -> [Choice] {
    let wanted = facts.wanted[demand]
    let known = knownTimes(of: wanted)
    // Whoever may not see the client at one time may not at any: at 700 sessions and a week both ways this spares most of
    // the questions.
    var suited: [Int: Bool] = [:]
    func suits(_ choice: Choice) -> Bool {
      if choice.isOwn { return true }
      if let known = suited[choice.colleague] { return known }
      let found = !HardRules.ofPairs.contains { $0.forbids(choice, facts) }
      suited[choice.colleague] = found
      return found
    }
    let byWeek = Dictionary(grouping: starts.moved(of: wanted)) { facts.zone.day(of: $0).week }
    return byWeek.sorted { $0.key < $1.key }.flatMap { week, starts -> [Choice] in
      var floating: [Int: Choice] = [:]
      var kept: [Choice] = []
      for start in nearest(starts, to: wanted) {
        for colleague in free.at(Interval(start: start, seconds: wanted.session.interval.length), like: demand) {
          let isTimed = known.contains(start) || timed.contains(ColleagueWeek(colleague: colleague, week: week))
          guard isTimed || floating[colleague] == nil else { continue }
          let choice = Choice(demand: demand, colleague: colleague, start: start, isFloating: !isTimed, facts)
          guard suits(choice), HardRules.allow(atFreeTime: choice, besideCarried: carried, facts) else { continue }
          if isTimed { kept.append(choice) } else { floating[colleague] = choice }
        }
      }
      return floating.values.sorted { $0.colleague < $1.colleague }
        + kept.sorted { ($0.interval, $0.colleague) < ($1.interval, $1.colleague) }
    }
  }

  /// The times at which the floating choice could be, the nearest to the session's own first; what else is planned has
  /// yet to be asked.
  func times(of choice: Choice) -> [Choice] {
    let wanted = choice.wanted(facts)
    let known = knownTimes(of: wanted)
    let starts = starts.moved(of: wanted).filter {
      !known.contains($0) && facts.zone.day(of: $0).week == choice.day.week
    }
    return nearest(starts, to: wanted).compactMap { start in
      let timed = Choice(demand: choice.demand, colleague: choice.colleague, start: start, facts)
      return HardRules.allow(timed, besideCarried: carried, facts) ? timed : nil
    }
  }

  /// The times at which the session was published or settled.
  private func knownTimes(of wanted: Wanted) -> Set<Instant> {
    Set((settled[wanted.session.id] ?? []) + (wanted.published.map { [$0.interval.start] } ?? []))
  }

  private func nearest(_ starts: [Instant], to wanted: Wanted) -> [Instant] {
    let own = wanted.session.interval.start
    return starts.sorted { (abs($0 - own), $0) < (abs($1 - own), $1) }
  }
}

import CivilTime
import CoverDomain

/// Every way to cover a gap that asks only for what may be asked: not to set aside what a client, a colleague or a
/// decision has said, nor a trainee's level, and not to cancel anybody's session.
///
/// Limits are not among the suppositions here: how much cover a colleague gives is a matter of the whole plan.
struct Ways: Sendable {
  /// Who would have to learn or give up more than this is not asked.
  static let mostSuppositions = 4
  /// Other times of the day that are offered to one session.
  private static let mostTimes = 2

  private let facts: Facts
  private let covers: Covers
  private let starts: Starts
  private let asking: Asking

  /// - Parameter draft: the plan whose gaps they are.
  init(_ facts: Facts, _ draft: Draft) {
    self.facts = facts
    covers = draft.covers(facts)
    starts = Starts(facts)
    asking = Asking(facts)
  }

  /// The ways to cover the demand, its own time first.
  func all(of demand: Int) -> [Way] {
    let wanted = facts.wanted[demand]
    let colleagues = facts.people.indices.filter { facts.people[$0].clinician.id != wanted.session.clinician }
    let permitted = [wanted.session.interval.start] + starts.moved(of: wanted)
    var ways = ownLeave(demand)
    for start in permitted {
      for colleague in colleagues {
        let choice = Choice(demand: demand, colleague: colleague, start: start, facts)
        if let suppositions = suppositions(for: choice) { ways.append(Way(choice: choice, suppositions: suppositions)) }
      }
    }
    return ways + otherTimes(demand, colleagues, permitted: Set(permitted))
  }

  /// What would have to change so that the rules on who may take it allow the choice; nil where that cannot be asked.
  private func suppositions(for choice: Choice) -> [Supposition]? {
    guard !facts.wanted[choice.demand].elsewhere.overlaps(choice.interval.atLeastAnInstant) else { return nil }
    var suppositions: [Supposition] = []
    for rule in HardRules.obstacles(to: choice, facts) {
      guard let asked = asking.suppositions(against: rule, for: choice) else { return nil }
      suppositions += asked
    }
    return suppositions.count <= Self.mostSuppositions ? suppositions : nil
  }

  /// The clinician is away a little later, or back a little earlier, and the session takes place.
  private func ownLeave(_ demand: Int) -> [Way] {
    let wanted = facts.wanted[demand]
    guard let own = facts.position(of: wanted.session.clinician) else { return [] }
    let stands = Choice(demand: demand, colleague: own, start: wanted.session.interval.start, facts)
    return asking.shorterLeave(of: own, around: stands.interval).map { [Way(choice: stands, suppositions: [$0])] } ?? []
  }

  /// Other times of the session's day at which somebody is free: the nearest ones, those first that ask for nothing more.
  private func otherTimes(_ demand: Int, _ colleagues: [Int], permitted: Set<Instant>) -> [Way] {
    let own = facts.wanted[demand].session.interval
    var ways: [(way: Way, distance: Int)] = []
    for start in grid(demand) where !permitted.contains(start) {
      for colleague in colleagues {
        let choice = Choice(demand: demand, colleague: colleague, start: start, facts)
        guard isFree(choice), let others = suppositions(for: choice), others.count < Self.mostSuppositions else {
          continue
        }
        let move = Supposition.otherTime(facts.wanted[demand].session.id, choice.interval)
        ways.append((Way(choice: choice, suppositions: [move] + others), abs(start - own.start)))
      }
    }
    ways.sort {
      ($0.way.suppositions.count, $0.distance, $0.way.choice.interval.start, $0.way.choice.colleague)
        < ($1.way.suppositions.count, $1.distance, $1.way.choice.interval.start, $1.way.choice.colleague)
    }
    var times: [Instant] = []
    return ways.map(\.way).filter { way in
      let start = way.choice.interval.start
      if !times.contains(start), times.count < Self.mostTimes { times.append(start) }
      return times.contains(start)
    }
  }

  /// The grid of the day, in the practice's hours and the leave, to come, and where each client could come as far as
  /// that is known.
  private func grid(_ demand: Int) -> [Instant] {
    let wanted = facts.wanted[demand]
    guard let absence = wanted.demand.absence, let step = gridMinutes else { return [] }
    let zone = facts.zone
    let open = facts.situation.practice.hours.expanded(over: [wanted.day], in: zone)
    let times = wanted.clients.compactMap { $0.times?.expanded(over: [wanted.day], in: zone) }
    return zone.grid(of: wanted.day, minutes: step).filter {
      let interval = Interval(start: $0, seconds: wanted.session.interval.length)
      return $0 != wanted.session.interval.start && $0 >= facts.situation.now && open.contains(interval)
        && absence.interval.contains(interval) && facts.situation.window.interval.contains($0)
        && times.allSatisfy { $0.contains(interval) }
    }
  }

  private var gridMinutes: Int? {
    let minutes = facts.rules.retime.gridMinutes
    return minutes > 0 ? max(15, minutes) : nil
  }

  /// Whether nothing about the time stands in the way, beside the plan as it is.
  private func isFree(_ choice: Choice) -> Bool {
    let aboutTime: Set<Rule> = [.onLeave, .hours, .busy, .breakBetween]
    return !OnePlace().forbids(choice, beside: covers, facts) && !ClientOnce().forbids(choice, beside: covers, facts)
      && !HardRules.obstacles(to: choice, facts).contains { aboutTime.contains($0) }
  }
}

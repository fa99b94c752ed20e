import CivilTime
import CoverDomain

/// Why a request is not met, and when somebody could first, the rest of the plan as it is.
struct ReferralExplainer {
  private let facts: Facts
  private let covers: Covers

  init(_ facts: Facts, _ draft: Draft) {
    self.facts = facts
    covers = draft.covers(facts)
  }

  func gap(of request: Int) -> ReferralGap {
    let wanted = facts.wanted[request]
    let colleagues = facts.people.indices.filter { facts.people[$0].clinician.id != wanted.session.clinician }
    let times = wanted.referral.map(times) ?? []
    let why = colleagues.map { colleague in
      Gap.Obstacles(colleague: facts.people[colleague].clinician.id, rules: rules(request, colleague, times))
    }
    return ReferralGap(why: why, firstOpening: firstOpening(request, colleagues))
  }

  /// What keeps the colleague from the request in its time.
  func obstacles(of request: Int, _ colleague: Int) -> [Rule] {
    rules(request, colleague, facts.wanted[request].referral.map(times) ?? [])
  }

  /// The rules that keep the colleague away whatever the time; where there are none, those that do at most times, the
  /// most frequent first and no more than are needed to close every time.
  private func rules(_ request: Int, _ colleague: Int, _ times: [Instant]) -> [Rule] {
    let obstacles = times.map { start in
      HardRules.obstacles(
        to: Choice(demand: request, colleague: colleague, start: start, facts), beside: covers, facts)
    }
    guard let first = obstacles.first else { return [.hours] }
    let always = obstacles.dropFirst().reduce(Set(first)) { $0.intersection($1) }
    if !always.isEmpty { return Rule.allCases.filter(always.contains) }
    var open = obstacles.filter { !$0.isEmpty }
    var needed: Set<Rule> = []
    while let next = mostFrequent(in: open) {
      needed.insert(next)
      open.removeAll { $0.contains(next) }
    }
    return Rule.allCases.filter(needed.contains)
  }

  private func mostFrequent(in obstacles: [[Rule]]) -> Rule? {
    let counts = Dictionary(grouping: obstacles.joined(), by: \.self).mapValues(\.count)
    return Rule.allCases.filter { counts[$0] != nil }.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
  }

  /// The grid of the request's time.
  private func times(_ referral: Referral) -> [Instant] {
    let earliest = max(referral.from, facts.situation.window.interval.start, facts.situation.now)
    let latest = min(referral.due, facts.situation.window.interval.end) - referral.length
    return grid(from: earliest, through: latest)
  }

  private func grid(from earliest: Instant, through latest: Instant) -> [Instant] {
    guard earliest <= latest else { return [] }
    let minutes = max(5, facts.rules.retime.gridMinutes)
    return (facts.zone.day(of: earliest)...facts.zone.day(of: latest)).flatMap {
      facts.zone.grid(of: $0, minutes: minutes)
    }.filter { earliest <= $0 && $0 <= latest }
  }

  /// The first time after the request's own at which a colleague could, the others' work as planned.
  private func firstOpening(_ request: Int, _ colleagues: [Int]) -> Cover? {
    guard let referral = facts.wanted[request].referral else { return nil }
    let after = max(referral.due - referral.length, facts.situation.window.interval.start, facts.situation.now)
    for start in grid(from: after, through: facts.situation.window.interval.end - referral.length) {
      for colleague in colleagues {
        let choice = Choice(demand: request, colleague: colleague, start: start, facts)
        if choice.interval.end > referral.due, HardRules.obstacles(to: choice, beside: covers, facts).isEmpty {
          return Cover(by: facts.people[colleague].clinician.id, interval: choice.interval)
        }
      }
    }
    return nil
  }
}

import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPlanning

/// What planning's proofs and their verification both rely on: changes are looked at in the weeks that they reach, and
/// nowhere else is anything judged otherwise.
@Suite("A situation near some changes")
struct NearSituationTests {
  @Test("is judged as the whole one is; beyond its weeks nobody may do less than without the changes")
  func asTheWhole() throws {
    var kinds: Set<String> = []
    var compared = 0
    for seed in 0..<150 {
      var practice = WeeksOfPractice(seed: seed)
      let situation = practice.situation()
      let before = Facts(situation)
      let near = NearSituations(situation)
      let finder = Ways(before, Draft(before))
      for demand in before.wanted.indices where before.wanted[demand].isSought {
        let ways = finder.all(of: demand).filter { !$0.suppositions.isEmpty } + limits(of: demand, before)
        for way in ways.enumerated().filter({ $0.offset % 5 == seed % 5 }).map(\.element) {
          let intervals = [way.choice.interval, before.wanted[demand].session.interval]
          let seen = Facts(near.supposing(way.suppositions, intervals))
          let whole = Facts(situation.supposing(way.suppositions))
          let window = seen.situation.window.interval
          let comment: Comment = "seed \(seed): \(way.suppositions)"
          let inside = Judgement(whole) { window.contains($0) }
          #expect(Judgement(seen) { _ in true } == inside, comment)
          let was = Judgement(before) { !window.contains($0) }
          let isNow = Judgement(whole, giving: was.given) { !window.contains($0) }
          #expect(isNow.demands == was.demands, comment)
          #expect(isNow.obstacles.allSatisfy { $0.value.isSubset(of: was.obstacles[$0.key] ?? []) }, comment)
          kinds.formUnion(way.suppositions.map { String("\($0)".prefix { $0 != "(" }) })
          compared += 1
        }
      }
    }
    #expect(compared > 500 && kinds.count > 6, "\(compared) \(kinds)")
  }

  /// Beyond a limit nobody goes by a way alone; what would help asks for it all the same.
  private func limits(of demand: Int, _ facts: Facts) -> [Way] {
    let wanted = facts.wanted[demand]
    return facts.people.indices.filter { facts.people[$0].clinician.id != wanted.session.clinician }.flatMap {
      colleague in
      let choice = Choice(demand: demand, colleague: colleague, start: wanted.session.interval.start, facts)
      let id = facts.people[colleague].clinician.id
      return [
        Way(choice: choice, suppositions: [.furtherSession(id, on: choice.day)]),
        Way(choice: choice, suppositions: [.furtherSessionInWeek(id, choice.day.week)]),
      ]
    }
  }
}

/// What stands in the way of each colleague for each session of some time, beside what is given there.
private struct Judgement: Equatable {
  private(set) var demands: [String] = []
  private(set) var obstacles: [String: Set<Rule>] = [:]
  /// Who takes what.
  private(set) var given: [SessionID: ClinicianID]

  /// - Parameter giving: nil: whoever comes first and can, session by session.
  init(_ facts: Facts, giving: [SessionID: ClinicianID]? = nil, _ isSeen: (Instant) -> Bool) {
    let seen = facts.wanted.indices.filter { isSeen(facts.wanted[$0].session.interval.start) }
    let choices = seen.flatMap { demand in
      facts.people.indices.map {
        Choice(demand: demand, colleague: $0, start: facts.wanted[demand].session.interval.start, facts)
      }
    }
    var covers = Covers(carriedIn: facts)
    given = [:]
    for choice in choices where choice.wanted(facts).isSought && !choice.isOwn {
      let (session, colleague) = (choice.wanted(facts).session.id, choice.person(facts).clinician.id)
      guard given[session] == nil,
        giving.map({ $0[session] == colleague }) ?? HardRules.obstacles(to: choice, beside: covers, facts).isEmpty
      else { continue }
      covers.add(choice, facts)
      given[session] = colleague
    }
    for demand in seen {
      let wanted = facts.wanted[demand]
      demands.append("\(wanted.session.id) \(wanted.isSought) \(wanted.demand.need)")
    }
    for choice in choices {
      obstacles["\(choice.wanted(facts).session.id) \(choice.person(facts).clinician.id)"] = Set(
        HardRules.obstacles(to: choice, beside: covers, facts))
    }
  }
}

/// A practice of five weeks, over a change of clocks, with everything that reaches from one week into another: limits of
/// weeks, leave of many days, cover given before, moved sessions, breaks around midnight.
private struct WeeksOfPractice {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 0x0bad_5eed }

  private mutating func number(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  private mutating func day() -> Day { Day("2027-03-08")! + number(35) }

  mutating func situation() -> Situation {
    var roster = Roster(from: "2027-03-08", to: "2027-04-12")
    roster.rules.breakMinutes = [0, 15][number(2)]
    roster.rules.fairnessLookBackDays = [0, 28][number(2)]
    roster.rules.retime.withinDays = [0, 0, 2, 9][number(4)]
    let names = ["ann", "ben", "cat", "dan"]
    for name in names {
      let makers = (0..<6).map { _ in number(100) }
      roster.clinician(name) { clinician in
        if makers[0] < 60 { clinician.specialties = [Tag("emdr")] }
        if makers[1] < 50 { clinician.limits.coverPerWeek = 1 + makers[1] % 2 }
        if makers[2] < 50 { clinician.limits.coverPerDay = 1 }
        if makers[3] < 50 { clinician.limits.sessionsPerWeek = 2 + makers[3] % 3 }
        clinician.online = makers[4] < 70
        if makers[5] < 40 { clinician.hours = WeeklyHoursText("mon-wed 09:00-13:00").hours }
      }
    }
    for client in ["C1", "C2", "C3"] {
      let makers = (0..<3).map { _ in number(100) }
      roster.client(client, of: "ann") { client in
        if makers[0] < 40 { client.needs = [Tag("emdr")] }
        if makers[1] < 30 { client.consent = .no }
        if makers[2] < 30 { client.risk = .high }
      }
    }
    let start = day()
    roster.leave("ann", "\(start.iso8601)..\((start + 4 + number(20)).iso8601)")
    for name in names.dropFirst() where number(100) < 60 {
      let start = day()
      roster.leave(name, "\(start.iso8601)..\((start + number(9)).iso8601)")
    }
    for index in 0..<22 {
      let owner = names[number(100) < 70 ? 0 : number(4)]
      let hour = 9 + number(7)
      let text = "\(day().iso8601) \(hour < 10 ? "0" : "")\(hour):\(["00", "30"][number(2)])-\(hour + 1):30"
      let client = "C\(1 + number(3))"
      let session = roster.session(owner, text, client, place: number(4) == 0 ? .online : .open, key: "S\(index)")
      if number(100) < 35 {
        roster.published(session, by: names[1 + number(3)], text, clients: client)
      }
    }
    for name in names { roster.busy(name, "\(day().iso8601) 10:00-12:00") }
    return roster.situation()
  }
}

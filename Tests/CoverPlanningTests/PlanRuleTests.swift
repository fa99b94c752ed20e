import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPlanning

@Suite("What must hold of the plan as a whole")
struct PlanRuleTests {
  /// Ann is away for the week; Ben takes what he can.
  private func covered(
    _ sessions: [(time: String, clients: String)], break pause: Int = 0, ben: (inout Clinician) -> Void = { _ in },
    _ change: (inout Roster) -> Void = { _ in }
  ) throws -> Int {
    var roster = Roster()
    roster.rules.breakMinutes = pause
    roster.clinician("ann")
    roster.clinician("ben", ben)
    roster.leave("ann", "2026-12-21..2026-12-25")
    for session in sessions { roster.session("ann", session.time, session.clients) }
    change(&roster)
    return try Planner(situation: roster.situation()).plan().count("covered")
  }

  @Test(
    "P1: cover of one colleague keeps the break",
    arguments: [("10:50-11:40", 0, 2), ("10:49-11:40", 0, 1), ("11:00-11:50", 10, 2), ("10:59-11:50", 10, 1)])
  func onePlace(second: String, pause: Int, expected: Int) throws {
    let count = try covered([("2026-12-22 10:00-10:50", "C1"), ("2026-12-22 \(second)", "C2")], break: pause)
    #expect(count == expected)
  }

  @Test("P1: three that overlap in a chain are two")
  func chain() throws {
    let count = try covered([
      ("2026-12-22 10:00-11:00", "C1"), ("2026-12-22 10:30-11:30", "C2"), ("2026-12-22 11:00-12:00", "C3"),
    ])
    #expect(count == 2)
  }

  @Test(
    "P1: cover carried over from before the window occupies its colleague", arguments: [("00:10", 1), ("00:11", 0)])
  func carried(end: String, expected: Int) throws {
    var roster = Roster()
    roster.practiceHours = WeeklyHoursText("mon-sun 00:00-24:00").hours
    roster.clinician("ann")
    roster.clinician("ben")
    roster.leave("ann", "2026-12-13..2026-12-14")
    roster.session("ann", "2026-12-14 00:10-00:50", "C1")
    let old = SessionID(clinician: ClinicianID("ann"), key: "old")
    let interval = Interval(roster.times.instant("2026-12-13 23:30"), roster.times.instant("2026-12-14 \(end)"))
    roster.published.append(
      PublishedCover(
        session: old, clients: [ClientID("C9")], by: ClinicianID("ben"), interval: try #require(interval), uid: "old",
        sequence: 0))
    #expect(try Planner(situation: roster.situation()).plan().count("covered") == expected)
  }

  @Test("P2: own sessions and cover share the day's limit", arguments: [(3, 2), (2, 1), (1, 0)])
  func dayLimit(limit: Int, expected: Int) throws {
    let sessions = [("2026-12-22 10:00-11:00", "C1"), ("2026-12-22 11:00-12:00", "C2")]
    let count = try covered(
      sessions.map { (time: $0.0, clients: $0.1) }, ben: { $0.limits.sessionsPerDay = limit },
      { $0.session("ben", "2026-12-22 14:00-15:00", "C3") })
    #expect(count == expected)
  }

  @Test("P2: the week's limit runs from Monday to Sunday", arguments: [(3, 2), (2, 1)])
  func weekLimit(limit: Int, expected: Int) throws {
    let count = try covered(
      [("2026-12-21 10:00-11:00", "C1"), ("2026-12-25 11:00-12:00", "C2")], ben: { $0.limits.sessionsPerWeek = limit },
      { $0.session("ben", "2026-12-27 14:00-15:00", "C3") })
    #expect(count == expected)
  }

  @Test("P3: cover has limits of its own", arguments: [(2, 2), (1, 1)])
  func coverDayLimit(limit: Int, expected: Int) throws {
    let count = try covered(
      [("2026-12-22 10:00-11:00", "C1"), ("2026-12-22 11:00-12:00", "C2")], ben: { $0.limits.coverPerDay = limit },
      { $0.session("ben", "2026-12-22 14:00-15:00", "C3") })
    #expect(count == expected)
  }

  @Test("P3: cover given before the window counts in the week that both share", arguments: [(2, 1), (1, 0)])
  func coverWeekLimit(limit: Int, expected: Int) throws {
    var roster = Roster(from: "2026-12-16", to: "2026-12-28")
    roster.clinician("ann")
    roster.clinician("ben") { $0.limits.coverPerWeek = limit }
    roster.leave("ann", "2026-12-14..2026-12-18")
    roster.session("ann", "2026-12-17 10:00-11:00", "C1")
    roster.published(
      SessionID(clinician: ClinicianID("ann"), key: "old"), by: "ben", "2026-12-14 10:00-11:00", clients: "C2")
    #expect(try Planner(situation: roster.situation()).plan().count("covered") == expected)
  }

  @Test(
    "P4: a client of two absent clinicians is seen once at a time", arguments: [("10:30-11:20", 1), ("10:50-11:20", 2)])
  func clientOnce(second: String, expected: Int) throws {
    var roster = Roster()
    for name in ["ann", "ben", "cat", "dan"] { roster.clinician(name) }
    roster.leave("ann", "2026-12-22")
    roster.leave("ben", "2026-12-22")
    roster.session("ann", "2026-12-22 10:00-10:50", "C1 C2")
    roster.session("ben", "2026-12-22 \(second)", "C2 C3")
    #expect(try Planner(situation: roster.situation()).plan().count("covered") == expected)
  }
}

import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@Suite("Verification of the plan as a whole, P1 to P4")
struct PlanAsAWholeTests {
  /// Ann is away from the 21st to the 23rd; Ben covers whatever sessions the text names.
  private struct Week {
    var roster = Roster()
    var sessions: [SessionID] = []

    init(_ sessions: [String], ben: (inout Clinician) -> Void = { _ in }) {
      roster.clinician("ann")
      roster.clinician("ben", ben)
      roster.leave("ann", "2026-12-21..2026-12-23")
      for (number, text) in sessions.enumerated() {
        self.sessions.append(roster.session("ann", text, "C\(number + 1)"))
      }
    }

    func breaches() -> [Breach] {
      let situation = roster.situation()
      var draft = DraftPlan(situation)
      for session in sessions { draft.cover(session, by: "ben") }
      return Verifier(situation: situation).breaches(of: draft.plan())
    }
  }

  @Test(
    "P1: covers of one colleague keep the break apart",
    arguments: [
      ("10:50-11:40", 0, true), ("10:49-11:40", 0, false), ("11:00-11:50", 10, true), ("10:59-11:50", 10, false),
    ])
  func onePlace(second: String, pause: Int, holds: Bool) {
    var week = Week(["2026-12-22 10:00-10:50", "2026-12-22 \(second)"])
    week.roster.rules.breakMinutes = pause
    let breaches = week.breaches()
    #expect(breaches.map(\.rule) == (holds ? [] : [.onePlace]))
    #expect(breaches.map(\.session) == (holds ? [] : [week.sessions[1]]))
    #expect(breaches.map(\.other) == (holds ? [] : [week.sessions[0]]))
  }

  @Test("P1: two colleagues may cover at the same time")
  func twoColleagues() {
    var week = Week(["2026-12-22 10:00-10:50", "2026-12-22 10:00-10:50"])
    week.roster.clinician("cat")
    let situation = week.roster.situation()
    var draft = DraftPlan(situation)
    draft.cover(week.sessions[0], by: "ben")
    draft.cover(week.sessions[1], by: "cat")
    #expect(Verifier(situation: situation).breaches(of: draft.plan()).isEmpty)
  }

  @Test("P1: cover carried over from the last publication occupies its colleague")
  func carried() {
    var roster = Roster(from: "2026-12-22", to: "2026-12-28")
    roster.clinician("ann")
    roster.clinician("ben") { $0.hours = WeeklyHoursText("mon-fri 00:00-24:00").hours }
    roster.leave("ann", "2026-12-21..2026-12-23")
    let before = roster.session("ann", "2026-12-21 23:00-23:55", "C1")
    let session = roster.session("ann", "2026-12-22 00:00-00:50", "C2")
    roster.rules.breakMinutes = 10
    roster.published(before, by: "ben", "2026-12-21 23:00-23:55", clients: "C1")
    let situation = roster.situation()
    var draft = DraftPlan(situation)
    draft.cover(session, by: "ben")
    let breaches = Verifier(situation: situation).breaches(of: draft.plan())
    #expect(breaches.map(\.rule) == [.onePlace])
    #expect(breaches.map(\.other) == [before])
  }

  @Test(
    "P2: own sessions and cover together keep the day's limit; own sessions of other days do not count",
    arguments: [(3, true), (2, false)])
  func dayLimit(limit: Int, holds: Bool) {
    var week = Week(["2026-12-22 10:00-10:50", "2026-12-22 11:00-11:50"]) { $0.limits.sessionsPerDay = limit }
    week.roster.session("ben", "2026-12-22 14:00-14:50", "B1")
    week.roster.session("ben", "2026-12-23 14:00-14:50", "B1")
    let breaches = week.breaches()
    #expect(breaches.map(\.rule) == (holds ? [] : [.dayLimit]))
    #expect(breaches.map(\.limit) == (holds ? [] : [limit]))
  }

  @Test("P2: own sessions that do not stand do not count")
  func standingOnly() {
    var week = Week(["2026-12-22 10:00-10:50"]) {
      $0.limits.sessionsPerDay = 1
      $0.limits.sessionsPerWeek = 1
    }
    week.roster.session("ben", "2026-12-22 14:00-14:50", "B1")
    week.roster.closure("2026-12-22 14:00-15:00")
    #expect(week.breaches().isEmpty)
  }

  @Test(
    "P2: the week's limit goes from Monday to Sunday",
    arguments: [("2026-12-21 14:00-14:50", false), ("2026-12-27 14:00-14:50", false), ("2026-12-20 14:00-14:50", true)])
  func weekLimit(own: String, holds: Bool) {
    var week = Week(["2026-12-22 10:00-10:50"]) { $0.limits.sessionsPerWeek = 1 }
    week.roster.session("ben", own, "B1")
    #expect(week.breaches().map(\.rule) == (holds ? [] : [.weekLimit]))
  }

  @Test("P3: the day's limit of cover, own sessions not counted", arguments: [(2, true), (1, false)])
  func coverDayLimit(limit: Int, holds: Bool) {
    var week = Week(["2026-12-22 10:00-10:50", "2026-12-22 11:00-11:50", "2026-12-23 11:00-11:50"]) {
      $0.limits.coverPerDay = limit
    }
    week.roster.session("ben", "2026-12-22 14:00-14:50", "B1")
    #expect(week.breaches().map(\.rule) == (holds ? [] : [.coverDayLimit]))
  }

  @Test(
    "P3: the week's limit of cover counts what is carried over from earlier in the week",
    arguments: [(2, true), (1, false)])
  func coverWeekLimit(limit: Int, holds: Bool) {
    var roster = Roster(from: "2026-12-22", to: "2026-12-28")
    roster.clinician("ann")
    roster.clinician("ben") { $0.limits.coverPerWeek = limit }
    roster.leave("ann", "2026-12-14..2026-12-23")
    let before = roster.session("ann", "2026-12-21 10:00-10:50", "C1")
    let lastWeek = roster.session("ann", "2026-12-18 10:00-10:50", "C1")
    let session = roster.session("ann", "2026-12-22 10:00-10:50", "C1")
    roster.published(before, by: "ben", "2026-12-21 10:00-10:50", clients: "C1")
    roster.published(lastWeek, by: "ben", "2026-12-18 10:00-10:50", clients: "C1")
    let situation = roster.situation()
    var draft = DraftPlan(situation)
    draft.cover(session, by: "ben")
    let breaches = Verifier(situation: situation).breaches(of: draft.plan())
    #expect(breaches.map(\.rule) == (holds ? [] : [.coverWeekLimit]))
  }

  @Test("P3: cover of several weeks counts in each by itself")
  func severalWeeks() {
    var roster = Roster(from: "2026-12-14", to: "2026-12-28")
    roster.clinician("ann")
    roster.clinician("ben") { $0.limits.coverPerWeek = 1 }
    roster.leave("ann", "2026-12-17..2026-12-23")
    let sessions = [
      roster.session("ann", "2026-12-18 10:00-10:50", "C1"), roster.session("ann", "2026-12-21 10:00-10:50", "C1"),
    ]
    let situation = roster.situation()
    var draft = DraftPlan(situation)
    for session in sessions { draft.cover(session, by: "ben") }
    #expect(Verifier(situation: situation).breaches(of: draft.plan()).isEmpty)
  }

  @Test(
    "P4: a client is in one session at a time, also in one that takes place as usual",
    arguments: [("10:49-11:30", false), ("10:50-11:30", true)])
  func clientOnceStanding(clock: String, holds: Bool) {
    var week = Week(["2026-12-22 10:00-10:50"])
    week.roster.clinician("cat")
    let other = week.roster.session("cat", "2026-12-22 \(clock)", "C1 C9")
    let breaches = week.breaches()
    #expect(breaches.map(\.rule) == (holds ? [] : [.clientOnce]))
    #expect(breaches.map(\.other) == (holds ? [] : [other]))
  }

  @Test("P4: two covers of one client at the same time")
  func clientOnceCovered() {
    var week = Week(["2026-12-22 10:00-10:50"])
    week.roster.clinician("cat")
    week.sessions.append(week.roster.session("ann", "2026-12-22 10:30-11:20", "C1"))
    let situation = week.roster.situation()
    var draft = DraftPlan(situation)
    draft.cover(week.sessions[0], by: "ben")
    draft.cover(week.sessions[1], by: "cat")
    #expect(Verifier(situation: situation).breaches(of: draft.plan()).map(\.rule) == [.clientOnce])
  }

  @Test("P4: a session that rests is no second session")
  func restingSession() {
    var week = Week(["2026-12-22 10:00-10:50"])
    week.roster.client("W1") { $0.cover = .wait }
    week.roster.session("ann", "2026-12-22 10:00-10:50", "W1")
    #expect(week.breaches().isEmpty)
  }
}

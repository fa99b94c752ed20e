import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@testable import CoverPlanning

@Suite("Moving a session")
struct MovingTests {
  private func starts(_ change: (inout Roster) -> Void = { _ in }, times: String? = "mon-fri 09:00-11:00") -> [String] {
    var roster = Roster(from: "2026-12-21", to: "2026-12-28")
    roster.rules.retime.withinDays = 1
    roster.clinician("ann")
    roster.clinician("ben")
    roster.leave("ann", "2026-12-21..2026-12-25")
    roster.client("C1") { $0.times = times.map { WeeklyHoursText($0).hours } }
    roster.session("ann", "2026-12-22 10:00-10:50", "C1")
    change(&roster)
    let facts = Facts(roster.situation())
    return Starts(facts).moved(of: facts.wanted[0]).map(\.basic)
  }

  @Test("on the grid, within the days, inside the client's times, the end included")
  func grid() {
    #expect(
      starts()
        == ["21T0900", "21T0930", "21T1000", "22T0900", "22T0930", "23T0900", "23T0930", "23T1000"]
        .map { "202612\($0)00Z" })
  }

  @Test("the grid counts from local midnight, also in summer")
  func summer() {
    var roster = Roster(from: "2026-06-01", to: "2026-06-08")
    roster.rules.retime.withinDays = 1
    roster.rules.retime.gridMinutes = 120
    roster.clinician("ann")
    roster.leave("ann", "2026-06-02")
    roster.client("C1") { $0.times = WeeklyHoursText("tue 09:00-13:00").hours }
    roster.session("ann", "2026-06-02 11:00-11:50", "C1")
    let facts = Facts(roster.situation())
    #expect(Starts(facts).moved(of: facts.wanted[0]).map(\.basic) == ["20260602T090000Z", "20260602T110000Z"])
  }

  @Test("of a week's times that suit the tiers alike one choice stands for all, and the nearest free one is taken")
  func floating() throws {
    var roster = Roster(from: "2026-12-21", to: "2027-01-04")
    roster.rules.retime.withinDays = 7
    for name in ["ann", "ben", "cat"] { roster.clinician(name) }
    roster.leave("ann", "2026-12-21..2026-12-25")
    roster.client("C1") { $0.times = WeeklyHoursText("mon-fri 09:00-17:00").hours }
    roster.session("ann", "2026-12-23 10:00-10:50", "C1")
    for name in ["ben", "cat"] { roster.busy(name, "2026-12-23 10:00-12:00") }
    let situation = roster.situation()
    let facts = Facts(situation)
    #expect(Starts(facts).moved(of: facts.wanted[0]).count == 119)
    // Two colleagues, two weeks.
    #expect(ChoiceTable(facts).choices.count == 4)
    let plan = try Planner(situation: situation).plan()
    let cover = try #require(plan.assignments[0].outcome.cover)
    #expect(cover.interval == roster.times.interval("2026-12-23 09:00-09:50"))
    #expect(Verifier(situation: situation).breaches(of: plan).isEmpty)
  }

  @Test("what was published at another time keeps that time, and stability counts it")
  func publishedTime() throws {
    var roster = Roster(from: "2026-12-21", to: "2026-12-28")
    roster.rules.retime.withinDays = 2
    roster.clinician("ann")
    roster.clinician("ben")
    roster.leave("ann", "2026-12-21..2026-12-25")
    roster.client("C1") { $0.times = WeeklyHoursText("mon-fri 09:00-17:00").hours }
    let session = roster.session("ann", "2026-12-22 10:00-10:50", "C1")
    roster.busy("ben", "2026-12-22 10:00-11:00")
    roster.published(session, by: "ben", "2026-12-24 15:00-15:50", clients: "C1")
    let plan = try Planner(situation: roster.situation()).plan()
    #expect(plan.assignments[0].outcome.cover?.interval == roster.times.interval("2026-12-24 15:00-15:50"))
    #expect(plan.tiers.first { $0.tier == .stability }?.value == 0)
  }

  @Test("one session makes room for another, and where there is none the week is planned again")
  func tooFull() throws {
    func given(_ times: [String]) throws -> [Cover?] {
      var roster = Roster(from: "2026-12-21", to: "2026-12-28")
      roster.rules.retime.withinDays = 1
      roster.clinician("ann")
      roster.leave("ann", "2026-12-21..2026-12-25")
      for (number, times) in times.enumerated() {
        roster.client("C\(number)") { $0.times = WeeklyHoursText(times).hours }
        roster.session("ann", "2026-12-22 13:00-14:00", "C\(number)", key: "S\(number)")
      }
      roster.clinician("ben") { $0.hours = WeeklyHoursText("tue 09:00-11:00; wed 15:00-17:00").hours }
      let situation = roster.situation()
      let plan = try Planner(situation: situation).plan()
      #expect(plan.status == .optimal)
      #expect(Verifier(situation: situation).breaches(of: plan).isEmpty)
      return plan.assignments.map(\.outcome.cover)
    }
    #expect(try given(["tue 09:00-11:30", "tue 09:30-10:30"]).compactMap(\.self).count == 1)
    #expect(try given(["tue 09:00-11:00", "tue 09:00-11:00", "tue 09:00-11:00"]).compactMap(\.self).count == 2)
    let all = try given(["tue 09:00-11:00", "tue 09:00-10:00", "tue-wed 09:00-17:00", "wed 15:00-17:00"])
    #expect(all.compactMap(\.self).count == 4)
  }

  @Test("no time that a change of the clock shifts off the grid, nor one that it skips")
  func clockChange() throws {
    // On that day the clock of Lord Howe Island goes from 02:00 to 02:30.
    let zone = try #require(Zone(identifier: "Australia/Lord_Howe"))
    var roster = Roster(from: "2026-09-28", to: "2026-10-12", times: Times(zone: zone))
    roster.rules.retime.withinDays = 1
    roster.rules.retime.gridMinutes = 60
    roster.practiceHours = WeeklyHoursText("mon-sun 00:00-04:00").hours
    roster.clinician("ann")
    roster.clinician("ben") { $0.hours = WeeklyHoursText("sun 02:00-04:00").hours }
    roster.leave("ann", "2026-10-03..2026-10-04")
    roster.client("C1") { $0.times = WeeklyHoursText("sun 02:00-04:00").hours }
    roster.session("ann", "2026-10-03 02:00-02:30", "C1")
    let situation = roster.situation()
    let facts = Facts(situation)
    #expect(Starts(facts).moved(of: facts.wanted[0]) == [roster.times.instant("2026-10-04 03:00")])
    let plan = try Planner(situation: situation).plan()
    #expect(plan.assignments[0].outcome.cover?.interval.start == roster.times.instant("2026-10-04 03:00"))
    #expect(Verifier(situation: situation).breaches(of: plan).isEmpty)
  }

  @Test("not without the rule, nor without the times of every client")
  func needsTimes() {
    #expect(starts { $0.rules.retime.withinDays = 0 } == [])
    #expect(starts(times: nil) == [])
  }

  @Test("with its own clinician where the practice allows it and no colleague can at the session's time")
  func ownClinician() throws {
    var roster = Roster(from: "2026-12-21", to: "2026-12-28")
    roster.rules.retime.withinDays = 2
    roster.clinician("ann") { $0.limits.coverPerDay = 0 }
    roster.clinician("ben") { $0.takesCover = false }
    roster.leave("ann", "2026-12-22..2026-12-23")
    roster.client("C1") { $0.times = WeeklyHoursText("mon-fri 09:00-11:00").hours }
    roster.session("ann", "2026-12-22 10:00-10:50", "C1")
    func given(_ roster: Roster) throws -> [Cover?] {
      let situation = roster.situation()
      let plan = try Planner(situation: situation).plan()
      #expect(Verifier(situation: situation).breaches(of: plan).isEmpty)
      #expect(plan.absences.flatMap(\.handovers).isEmpty)
      return plan.assignments.map(\.outcome.cover)
    }
    #expect(try given(roster) == [nil])
    roster.rules.retime.ownClinician = true
    let covers = try given(roster)
    let cover = try #require(covers[0])
    #expect(cover.by == ClinicianID("ann"))
    #expect(!cover.interval.overlaps(roster.times.interval("2026-12-22..2026-12-23")))
  }

  @Test("the place of own-clinician among the tiers says who is moved")
  func ownClinicianOrder() throws {
    var roster = Roster(from: "2026-12-21", to: "2026-12-28")
    roster.rules.retime.withinDays = 2
    roster.rules.retime.ownClinician = true
    roster.clinician("ann")
    roster.clinician("ben")
    roster.leave("ann", "2026-12-22")
    roster.client("C1") { $0.times = WeeklyHoursText("mon-fri 09:00-11:00").hours }
    roster.session("ann", "2026-12-22 10:00-10:50", "C1")
    func by(_ roster: Roster) throws -> String? {
      try Planner(situation: roster.situation()).plan().assignments[0].outcome.cover?.by.text
    }
    #expect(try by(roster) == "ben")
    let rest: [Tier] = [.stability, .continuity, .sameTime, .preference, .fairness]
    roster.rules.priorities = [.required, .preferred, .ownClinician] + rest
    #expect(try by(roster) == "ann")
  }

  @Test("not before the window or the present")
  func bounds() {
    #expect(starts { $0.now = $0.times.instant("2026-12-22 09:30") }.first == "20261222T093000Z")
    // A session that has begun is moved no more, unless it was moved to a time to come.
    let later: (inout Roster) -> Void = { $0.now = $0.times.instant("2026-12-22 10:10") }
    #expect(starts(later) == [])
    let published = starts {
      later(&$0)
      $0.published(
        SessionID(clinician: ClinicianID("ann"), key: "S1"), by: "ben", "2026-12-23 09:00-09:50", clients: "C1")
    }
    #expect(published == ["20261223T090000Z", "20261223T093000Z", "20261223T100000Z"])
    #expect(starts(times: "sun 09:00-11:00") == [])
  }
}

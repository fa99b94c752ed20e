import CivilTime
import CoverDomain
import CoverTestSupport
import Foundation
import Testing

@testable import CoverPublishing

@Suite("What a week holds")
struct WeekLoadTests {
  private func load(_ sample: SamplePlan, _ clinician: String, _ monday: String) throws -> WeekLoad {
    let situation = sample.situation()
    let loads = WeekLoads(situation: situation, plan: sample.plan(situation))
    return try #require(loads.of(ClinicianID(clinician)).first { $0.week.monday.iso8601 == monday })
  }

  @Test("counts own sessions that take place, and cover, each in the week in which it starts")
  func counts() throws {
    var sample = SamplePlan()
    sample.roster.session("ben", "2026-12-23 10:00-10:50", "EF3")
    sample.roster.session("ben", "2026-12-28 10:00-10:50", "EF3")
    let ben = try load(sample, "ben", "2026-12-21")
    #expect(ben.own == 1 && ben.cover == 2)
    #expect(ben.minutes == 150)
    // What is on leave does not take place.
    #expect(try load(sample, "ann", "2026-12-21").own == 0)
    #expect(try load(sample, "ben", "2026-12-14").sessions == 0)
  }

  @Test("an appointment that meets a request counts as cover does")
  func requests() throws {
    var sample = SamplePlan()
    sample.roster.referral("cat", .secondOpinion, "2026-12-16..2026-12-18", "CD2", key: "R2")
    sample.met["R2"] = ("ben", "2026-12-16 15:00-15:50")
    #expect(try load(sample, "ben", "2026-12-14").cover == 1)
  }

  @Test("holds the week's limit, or the day's for each day of work, whichever is less; none without a limit")
  func room() throws {
    var sample = SamplePlan { roster in
      roster.change(clinician: "ann") { $0.limits = .init(sessionsPerDay: 4, sessionsPerWeek: 18) }
      roster.change(clinician: "ben") { $0.limits = .init(sessionsPerDay: 6, sessionsPerWeek: 25) }
    }
    sample.covers["S2"] = "cat"
    // Three days of work are left to Ann.
    #expect(try load(sample, "ann", "2026-12-21").room == 12)
    #expect(try load(sample, "ann", "2026-12-14").room == 18)
    #expect(try load(sample, "ben", "2026-12-21").room == 25)
    let cat = try load(sample, "cat", "2026-12-21")
    #expect(cat.room == nil && cat.workingMinutes == 5 * 8 * 60)
    #expect(abs(cat.fullness - 100.0 / 2400) < 1e-9)
    #expect(try load(sample, "ben", "2026-12-21").fullness == 1.0 / 25)
  }

  @Test("is full, and no more than full, where nothing is left of it")
  func full() throws {
    let week = WeekLoad(
      clinician: ClinicianID("x"), week: Day("2026-12-21")!.week, own: 3, cover: 1, room: 2, minutes: 0,
      workingMinutes: 0)
    #expect(week.fullness == 1 && week.coverFullness == 0.25)
    let none = WeekLoad(
      clinician: ClinicianID("x"), week: Day("2026-12-21")!.week, own: 0, cover: 0, room: 0, minutes: 0,
      workingMinutes: 0)
    #expect(none.fullness == 0 && none.coverFullness == 0)
  }

  @Test("a day is away, partly away, closed, worked or not, with its cover and its gaps")
  func days() throws {
    var sample = SamplePlan { roster in
      roster.leave("cat", "2026-12-23 13:00-17:00")
      roster.closure("2026-12-25")
    }
    sample.covers["S3"] = nil
    let situation = sample.situation()
    let picture = WeeksPicture(situation: situation, plan: sample.plan(situation))
    #expect(picture.weeks.map { $0.week.monday.iso8601 } == ["2026-12-14", "2026-12-21"])
    let christmas = try #require(picture.weeks.last)
    #expect(christmas.days.count == 5)
    func day(_ clinician: String, _ index: Int) throws -> WeeksPicture.DayMark {
      try #require(christmas.rows.first { $0.clinician.text == clinician }).days[index]
    }
    #expect(try day("ann", 0).cell == .away && day("ann", 0).gaps == 0)
    #expect(try day("ann", 1).gaps == 1)
    #expect(try day("ann", 2).cell == .working)
    #expect(try day("cat", 2).cell == .partlyAway)
    #expect(try day("ben", 0).covers == 2 && day("ben", 0).cell == .working)
    #expect(try day("ben", 4).cell == .closed)
    #expect(picture.weeks[0].rows.count == 3)
  }
}

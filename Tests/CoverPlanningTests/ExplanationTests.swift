import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPlanning

@Suite("Why nobody, and what would help")
struct ExplanationTests {
  private func gap(_ change: (inout Roster) -> Void) throws -> Gap? {
    var roster = Roster()
    roster.clinician("ann")
    roster.leave("ann", "2026-12-21..2026-12-25")
    change(&roster)
    let plan = try Planner(situation: roster.situation()).plan()
    for assignment in plan.assignments { if case .uncovered(let gap) = assignment.outcome { return gap } }
    return nil
  }

  @Test("every colleague is named with every rule that stands in the way, beside the plan's other cover")
  func why() throws {
    let gap = try gap { roster in
      roster.clinician("ben") { $0.languages = [] }
      roster.clinician("cat")
      roster.client("C1") { $0.language = .english }
      roster.client("C2") { $0.risk = .high }
      roster.leave("ben", "2026-12-22")
      roster.session("ann", "2026-12-22 10:00-11:00", "C1")
      roster.session("ann", "2026-12-22 10:30-11:30", "C2")
    }
    #expect(gap?.why.map(\.colleague.text) == ["ben", "cat"])
    #expect(gap?.why.map(\.rules) == [[.onLeave, .language], [.onePlace]])
  }

  @Test("only the least that would help is named, in words")
  func leastOnly() throws {
    let gap = try gap { roster in
      roster.clinician("ben") {
        $0.name = "Ben Lee"
        $0.limits.coverPerDay = 0
      }
      roster.clinician("cat") {
        $0.limits.coverPerDay = 0
        $0.payers = [Tag("axa")]
      }
      roster.client("C1") { $0.payer = Tag("bupa") }
      roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    }
    #expect(gap?.wouldHelp.map(\.rules) == [[.coverDayLimit], [.onLeave]])
    #expect(
      gap?.wouldHelp.map(\.changes) == [
        ["one more session for Ben Lee on Tue 22 Dec"], ["Ann's leave begins on Wed 23 Dec"],
      ])
  }

  @Test(
    "changes in words",
    arguments: [
      ("mon-fri 09:00-10:30", "Ben works until 11:00 on Tue 22 Dec"),
      ("mon-fri 10:15-17:00", "Ben works from 10:00 on Tue 22 Dec"),
      ("mon 09:00-17:00", "Ben works on Tue 22 Dec, 10:00-11:00"),
    ])
  func hours(hours: String, words: String) throws {
    let gap = try gap { roster in
      roster.clinician("ben") { $0.hours = WeeklyHoursText(hours).hours }
      roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    }
    #expect(gap?.wouldHelp.first?.changes == [words])
  }

  @Test("nobody is asked to set aside what a client, a colleague or a decision has said, nor to leave other cover")
  func neverRelaxed() throws {
    let gap = try gap { roster in
      roster.clinician("ben")
      roster.clinician("cat") { $0.level = .trainee }
      roster.clinician("dan") { $0.employedUntil = Day("2026-12-01") }
      roster.client("C1") {
        $0.avoid = [ClinicianID("ben")]
        $0.risk = .high
      }
      roster.session("ann", "2026-12-23 10:00-11:00", "C1")
    }
    #expect(gap?.why.map(\.rules) == [[.avoid], [.level], [.takesCover]])
    #expect(gap?.wouldHelp == [])
  }

  @Test("another time counts where the session may move")
  func moved() throws {
    let gap = try gap { roster in
      roster.rules.retime.withinDays = 1
      roster.clinician("ben") { $0.payers = [Tag("axa")] }
      roster.client("C1") {
        $0.payer = Tag("bupa")
        $0.times = WeeklyHoursText("wed 10:00-11:00").hours
      }
      roster.busy("ben", "2026-12-22 10:00-11:00")
      roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    }
    #expect(gap?.why.map(\.rules) == [[.busy, .payer]])
    #expect(
      gap?.wouldHelp.first?.changes == [
        "Ben accepts bupa", "C1 is moved to Wed 23 Dec, 10:00-11:00",
      ])
  }
}

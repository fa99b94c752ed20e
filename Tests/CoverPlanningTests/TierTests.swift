import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPlanning

@Suite("What is best")
struct TierTests {
  private func value(_ tier: Tier, _ roster: Roster) throws -> Int? {
    try Planner(situation: roster.situation()).plan().tiers.first { $0.tier == tier }?.value
  }

  private func roster(_ colleagues: String...) -> Roster {
    var roster = Roster()
    roster.clinician("ann")
    for colleague in colleagues { roster.clinician(colleague) }
    roster.leave("ann", "2026-12-21..2026-12-25")
    return roster
  }

  @Test("one required session outweighs two preferred ones")
  func required() throws {
    var roster = roster("ben")
    roster.client("HIGH") { $0.risk = .high }
    roster.session("ann", "2026-12-22 10:30-11:30", "HIGH")
    roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    roster.session("ann", "2026-12-22 11:00-12:00", "C2")
    #expect(try value(.required, roster) == 0)
    #expect(try value(.preferred, roster) == 2)
  }

  @Test("what was published stays, though another would be fairer")
  func stability() throws {
    var roster = roster("ben", "cat")
    let first = roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    let second = roster.session("ann", "2026-12-22 12:00-13:00", "C2")
    roster.published(first, by: "cat", "2026-12-22 10:00-11:00", clients: "C1")
    roster.published(second, by: "cat", "2026-12-22 12:00-13:00", clients: "C2")
    let plan = try Planner(situation: roster.situation()).plan()
    #expect(plan.assignments.compactMap { $0.outcome.cover?.by.text } == ["cat", "cat"])
    #expect(try value(.stability, roster) == 0)
    roster.leave("cat", "2026-12-22 10:00-11:00")
    #expect(try value(.stability, roster) == 1)
  }

  @Test("a session that now waits counts as changed")
  func stabilityOfWaiting() throws {
    var roster = roster("ben")
    roster.client("C1") { $0.cover = .wait }
    let session = roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    roster.published(session, by: "ben", "2026-12-22 10:00-11:00", clients: "C1")
    #expect(try value(.stability, roster) == 1)
  }

  @Test("a client meets one colleague where one can do all, each further one counts")
  func continuity() throws {
    var roster = roster("ben", "cat")
    roster.session("ann", "2026-12-22 10:00-11:00", "C1 C2")
    roster.session("ann", "2026-12-24 10:00-11:00", "C1 C2")
    #expect(try value(.continuity, roster) == 0)
    roster.busy("ben", "2026-12-22 10:00-11:00")
    roster.busy("cat", "2026-12-24 10:00-11:00")
    #expect(try value(.continuity, roster) == 2)
  }

  @Test("continuity is counted for each absence apart")
  func continuityOfTwoAbsences() throws {
    var roster = Roster()
    for name in ["ann", "ben", "cat"] { roster.clinician(name) }
    roster.leave("ann", "2026-12-15")
    roster.leave("ann", "2026-12-22")
    roster.session("ann", "2026-12-15 10:00-11:00", "C1")
    roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    roster.busy("ben", "2026-12-15 10:00-11:00")
    roster.busy("cat", "2026-12-22 10:00-11:00")
    #expect(try value(.continuity, roster) == 0)
  }

  @Test("in the middle of an absence the familiar face goes on, and every other is a further one")
  func continuityMidway() throws {
    var roster = Roster(from: "2026-12-14", to: "2026-12-28")
    for name in ["ann", "ben", "cat"] { roster.clinician(name) }
    roster.client("C1") { $0.prefers = [Tag("cat")] }
    roster.leave("ann", "2026-12-07..2026-12-18")
    let before = roster.session("ann", "2026-12-08 10:00-11:00", "C1")
    roster.published(before, by: "ben", "2026-12-08 10:00-11:00", clients: "C1")
    let next = roster.session("ann", "2026-12-15 10:00-11:00", "C1")
    let plan = try Planner(situation: roster.situation()).plan()
    #expect(plan.assignments.first { $0.session.id == next }?.outcome.cover?.by == ClinicianID("ben"))
    #expect(plan.tiers.first { $0.tier == .continuity }?.value == 0)
    roster.busy("ben", "2026-12-15 10:00-11:00")
    #expect(try value(.continuity, roster) == 1)
    // Cover of an earlier absence says nothing of this one.
    var other = Roster(from: "2026-12-14", to: "2026-12-28")
    for name in ["ann", "ben", "cat"] { other.clinician(name) }
    other.client("C1") { $0.prefers = [Tag("cat")] }
    other.leave("ann", "2026-12-08")
    other.leave("ann", "2026-12-15")
    other.published(
      other.session("ann", "2026-12-08 10:00-11:00", "C1"), by: "ben", "2026-12-08 10:00-11:00", clients: "C1")
    other.session("ann", "2026-12-15 10:00-11:00", "C1")
    #expect(try value(.preference, other) == 0)
    #expect(try value(.continuity, other) == 0)
  }

  @Test("a session moves only where it would else have no cover")
  func sameTime() throws {
    var roster = roster("ben")
    roster.rules.retime.withinDays = 1
    roster.client("C1") { $0.times = WeeklyHoursText("mon-fri 09:00-12:00").hours }
    roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    #expect(try value(.sameTime, roster) == 0)
    roster.busy("ben", "2026-12-22 10:00-11:00")
    #expect(try value(.sameTime, roster) == 1)
  }

  @Test("each wish that the colleague does not meet counts, by id, specialty, language, background or gender")
  func preference() throws {
    var roster = roster()
    roster.clinician("ben") {
      $0.specialties = [Tag("emdr")]
      $0.background = [Tag("buddhist")]
      $0.gender = Tag("male")
    }
    roster.client("C1") { $0.prefers = ["ben", "EMDR", "en", "buddhist", "male", "female", "cat"].map { Tag($0) } }
    roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    #expect(try value(.preference, roster) == 2)
  }

  @Test("squares weigh more for who works less, and the days looked back on count")
  func fairness() throws {
    var roster = roster("ben")
    roster.clinician("cat") { $0.fte = 0.3 }
    roster.rules.fairnessLookBackDays = 7
    for hour in 10..<13 { roster.session("ann", "2026-12-22 \(hour):00-\(hour):50", "C\(hour)") }
    // Two for Ben, one for Cat: 100 × 4 + 333 × 1 is more than three for Ben, and less than one for Cat and two.
    #expect(try value(.fairness, roster) == 733)
    let ann = ClinicianID("ann")
    roster.published(SessionID(clinician: ann, key: "old"), by: "cat", "2026-12-07 10:00-11:00", clients: "C9")
    #expect(try value(.fairness, roster) == 900 + 333)
    roster.published(SessionID(clinician: ann, key: "older"), by: "cat", "2026-12-06 10:00-11:00", clients: "C9")
    #expect(try value(.fairness, roster) == 900 + 333)
  }

  @Test("the practice's order of tiers decides, whatever it says of the first two")
  func order() throws {
    var roster = roster("ben")
    roster.clinician("cat") { $0.gender = Tag("female") }
    roster.client("C1") { $0.prefers = [Tag("female")] }
    for hour in 10..<13 { roster.session("ann", "2026-12-22 \(hour):00-\(hour):50", "C1") }
    #expect(try value(.preference, roster) == 0)
    roster.rules.priorities = [.fairness, .preferred, .required, .stability, .continuity, .sameTime, .preference]
    #expect(try value(.preference, roster) == 1)
    let tiers = try Planner(situation: roster.situation()).plan().tiers.map(\.tier)
    #expect(tiers == [.required, .preferred, .fairness, .stability, .continuity, .sameTime, .preference])
  }
}

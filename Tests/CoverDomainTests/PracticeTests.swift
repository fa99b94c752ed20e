import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@Suite("The practice and its numbers")
struct PracticeTests {
  @Test(
    "notice is due by the length of the absence", arguments: [(1, 7), (6, 7), (7, 28), (27, 28), (28, 70), (400, 70)])
  func lead(days: Int, lead: Int) { #expect(PracticeRules.Notice().lead(absenceDays: days) == lead) }

  @Test("an absence shorter than every entry has the least entry's lead; an empty table none")
  func leadTables() {
    var notice = PracticeRules.Notice()
    notice.leadDays = [7: 28, 28: 70]
    #expect(notice.lead(absenceDays: 3) == 28)
    notice.leadDays = [1: 14]
    #expect(notice.lead(absenceDays: 100) == 14)
    notice.leadDays = [:]
    #expect(notice.lead(absenceDays: 3) == 0)
  }

  @Test(
    "a handover is as long as its clients ask, at least so long, rounded up to 5",
    arguments: [
      (1, 5, 15, 15), (4, 5, 15, 20), (3, 7, 15, 25), (0, 5, 1, 5), (2, 5, 12, 15),
    ])
  func handover(clients: Int, each: Int, least: Int, minutes: Int) {
    var handover = PracticeRules.Handover()
    handover.minutesPerClient = each
    handover.atLeastMinutes = least
    #expect(handover.minutes(clients: clients) == minutes)
  }

  @Test("less time weighs more in fairness", arguments: [(1.0, 100), (0.8, 125), (0.5, 200), (0.3, 333), (0.15, 667)])
  func fairness(fte: Double, weight: Int) {
    var clinician = Clinician(id: ClinicianID("ann"), name: "Ann")
    clinician.fte = fte
    #expect(clinician.fairnessWeight == weight)
  }

  @Test(
    "employment holds on its first and its last day",
    arguments: [
      ("2026-12-20", false), ("2026-12-21", true), ("2026-12-23", true), ("2026-12-24", false),
    ])
  func employed(day: String, employed: Bool) throws {
    var clinician = Clinician(id: ClinicianID("ann"), name: "Ann")
    clinician.employedFrom = Day("2026-12-21")
    clinician.employedUntil = Day("2026-12-23")
    #expect(clinician.isEmployed(on: try #require(Day(day))) == employed)
  }

  @Test("clinicians are put in the order of their ids, and of two with one id the first is kept")
  func clinicians() {
    let practice = Practice(
      name: "P", zone: .utc, hours: WeeklyHours([:]), sites: [],
      clinicians: [("cat", "1"), ("ann", "2"), ("cat", "3")].map { Clinician(id: ClinicianID($0.0), name: $0.1) },
      rules: PracticeRules())
    #expect(practice.clinicians.map(\.name) == ["2", "1"])
    #expect(practice.clinician(ClinicianID("cat"))?.name == "1")
    #expect(practice.colleagues(of: ClinicianID("cat")).map(\.id.text) == ["ann"])
  }

  @Test("a window has at least one day")
  func window() {
    let times = Times()
    #expect(PlanningWindow(from: times.day("2026-12-22"), to: times.day("2026-12-22"), zone: times.zone) == nil)
    #expect(
      PlanningWindow(from: times.day("2026-12-22"), to: times.day("2026-12-23"), zone: times.zone)?.days.count == 1)
  }

  @Test("every rule has its code, and codes come in order")
  func rules() {
    let codes = Rule.allCases.map(\.code).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    #expect(codes == (1...14).map { "E\($0)" } + (1...3).map { "R\($0)" } + (1...5).map { "P\($0)" })
    #expect(Rule.allCases.allSatisfy { !$0.sentence.isEmpty && !$0.obstacle.isEmpty })
  }
}

import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@Suite("A situation in the weeks that changes reach")
struct NearSituationsTests {
  private static let times = Times()
  private let ben = ClinicianID("ben")

  /// Six weeks; Ann is away in the third and the fourth, and sees a client each Monday and Sunday.
  private func roster() -> Roster {
    var roster = Roster(from: "2026-11-30", to: "2027-01-11")
    roster.clinician("ann") { $0.hours = WeeklyHoursText("mon-sun 09:00-17:00").hours }
    roster.clinician("ben") { $0.hours = WeeklyHoursText("mon-sun 00:00-24:00").hours }
    roster.leave("ann", "2026-12-14..2026-12-27")
    for day in ["2026-12-07", "2026-12-13", "2026-12-14", "2026-12-20", "2026-12-21", "2026-12-27", "2026-12-28"] {
      roster.session("ann", "\(day) 10:00-11:00", "A1", key: "A\(day)")
      roster.session("ben", "\(day) 22:00-23:00", "B1", key: "B\(day)")
    }
    return roster
  }

  private func near(_ roster: Roster, _ suppositions: [Supposition], _ intervals: [String]) -> Situation {
    NearSituations(roster.situation()).supposing(suppositions, intervals.map(Self.times.interval))
  }

  @Test("the whole weeks of what is given, and the days beside them, for breaks over midnight")
  func weeks() {
    let near = near(roster(), [.takesCover(ben)], ["2026-12-16 10:00-11:00"])
    #expect(near.window.from.iso8601 == "2026-12-14" && near.window.to.iso8601 == "2026-12-21")
    #expect(near.demands.map(\.session.id.key) == ["A2026-12-14", "A2026-12-20"])
    #expect(near.standing[ben]?.map(\.id.key) == ["B2026-12-13", "B2026-12-14", "B2026-12-20", "B2026-12-21"])
  }

  @Test("an absence is as long as it is: what a client needs follows from its length")
  func absences() {
    var roster = roster()
    roster.rules.waitIfShorterThanDays = 14
    let whole = roster.situation()
    let near = near(roster, [.takesCover(ben)], ["2026-12-16 10:00-11:00"])
    #expect(near.absences == whole.absences)
    #expect(near.demands == whole.demands.filter { near.window.interval.contains($0.session.interval.start) })
  }

  @Test("all of the window that a session could be moved from; never more than the window")
  func moves() {
    var roster = roster()
    roster.rules.retime.withinDays = 8
    let near = near(roster, [.takesCover(ben)], ["2026-12-16 10:00-11:00"])
    #expect(near.window.from.iso8601 == "2026-11-30" && near.window.to.iso8601 == "2027-01-04")
    let last = self.near(roster, [.takesCover(ben)], ["2027-01-08 10:00-11:00"])
    #expect(last.window.to.iso8601 == "2027-01-11")
  }

  @Test("with hours and leave that change, every absence that may change with them")
  func reach() {
    let gone = Self.times.interval("2026-12-27")
    let near = near(roster(), [.shorterLeave(ClinicianID("ann"), without: gone, .end)], ["2026-12-27 10:00-11:00"])
    #expect(near.window.from.iso8601 == "2026-12-14" && near.window.to.iso8601 == "2026-12-28")
    #expect(near.absences.map(\.days.upperBound.iso8601) == ["2026-12-26"])
  }

  @Test("published cover outside the window binds as before; inside it the plan says what is given")
  func published() {
    var roster = roster()
    roster.window = PlanningWindow(
      from: Self.times.day("2026-12-16"), to: Self.times.day("2026-12-28"), zone: Self.times.zone)!
    roster.published(
      SessionID(clinician: ClinicianID("ann"), key: "A2026-12-14"), by: "ben", "2026-12-14 10:00-11:00", clients: "A1")
    roster.published(
      SessionID(clinician: ClinicianID("ann"), key: "A2026-12-27"), by: "ben", "2026-12-27 10:00-11:00", clients: "A1")
    let near = near(roster, [.takesCover(ben)], ["2026-12-16 10:00-11:00"])
    #expect(near.carried.map(\.session.key) == ["A2026-12-14"])
    #expect(near.published.map(\.session.key) == ["A2026-12-14"])
  }

  @Test("what is kept of another situation is what would be derived anew", arguments: [0, 1, 2, 3, 4, 5])
  func derived(_ number: Int) {
    var roster = roster()
    roster.closure("2026-12-24")
    roster.client("A1") { $0.consent = .no }
    let suppositions: [Supposition] = [
      .takesCover(ben), .consent(ClientID("A1")), .hours(ben, Self.times.interval("2026-12-24"), .dayOff),
      .shorterLeave(ClinicianID("ann"), without: Self.times.interval("2026-12-27"), .end),
      .leave(ben, Self.times.day("2026-12-14")...Self.times.day("2026-12-15")),
      .assigned(SessionID(clinician: ClinicianID("ann"), key: "A2026-12-20"), ben),
    ]
    let supposed = roster.situation().supposing([suppositions[number]])
    let anew = Situation(
      practice: supposed.practice, clients: Array(supposed.clients.values), diaries: supposed.diaries,
      closures: supposed.closures, window: supposed.window, now: supposed.now, decisions: supposed.decisions)
    #expect(supposed.demands == anew.demands && supposed.absences == anew.absences && supposed.pins == anew.pins)
    #expect(supposed.standing == anew.standing && supposed.workingTime == anew.workingTime)
    #expect(supposed.leaveTime == anew.leaveTime && supposed.diaries == anew.diaries)
  }
}

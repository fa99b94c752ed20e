import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@Suite("Hours, open days, and who is there")
struct HoursTests {
  private let times = Times()

  @Test("weekly hours expand to the days' wall clock")
  func expanded() {
    let hours = WeeklyHoursText("mon-tue 09:00-12:00 13:00-17:00").hours
    let days = times.day("2026-12-20")...times.day("2026-12-22")
    #expect(
      hours.expanded(over: days, in: times.zone).intervals == [
        times.interval("2026-12-21 09:00-12:00"), times.interval("2026-12-21 13:00-17:00"),
        times.interval("2026-12-22 09:00-12:00"), times.interval("2026-12-22 13:00-17:00"),
      ])
  }

  @Test(
    "a night through the change of the clock has its own length",
    arguments: [("2026-03-29", 23), ("2026-10-25", 25), ("2026-12-22", 24)])
  func daylightSaving(day: String, length: Int) {
    let hours = WeeklyHoursText("mon-sun 00:00-24:00").hours
    let expanded = hours.expanded(over: [times.day(day)], in: times.zone).intervals
    #expect(expanded.map(\.length) == [length * 3_600])
  }

  @Test(
    "a range outside the day, empty or backwards is refused", arguments: [(-1, 10), (10, 10), (11, 10), (0, 86_401)])
  func range(start: Int, end: Int) { #expect(WeeklyHours.Range(start: start, end: end) == nil) }

  @Test("working time leaves out closures")
  func workingTime() {
    var roster = Roster()
    roster.clinician("ann")
    roster.closure("2026-12-22 12:00-18:00")
    let working = roster.situation().workingTime[ClinicianID("ann")]
    #expect(
      working?.clipped(to: times.interval("2026-12-22")).intervals == [times.interval("2026-12-22 09:00-12:00")])
  }

  @Test(
    "the practice is open on its own days and on those of anybody who works",
    arguments: [
      ("2026-12-21", true), ("2026-12-22", false), ("2026-12-23", true), ("2026-12-26", true), ("2026-12-27", false),
    ])
  func open(day: String, isOpen: Bool) {
    var roster = Roster()
    roster.clinician("ann") { $0.hours = WeeklyHoursText("sat 10:00-12:00").hours }
    roster.closure("2026-12-22")
    roster.closure("2026-12-23 09:00-16:59")
    #expect(roster.situation().isOpen(on: times.day(day)) == isOpen)
  }

  @Test("contacts are called for on the open days of the absence inside the window")
  func contactDays() throws {
    var roster = Roster(from: "2026-12-18", to: "2026-12-23")
    roster.clinician("ann")
    roster.leave("ann", "2026-12-16..2026-12-28")
    let situation = roster.situation()
    let absence = try #require(situation.absencesInWindow.first)
    #expect(situation.contactDays(of: absence).map(\.iso8601) == ["2026-12-18", "2026-12-21", "2026-12-22"])
  }

  @Test(
    "somebody is there who works on the day and has no leave on it",
    arguments: [
      ("2026-12-21", true), ("2026-12-22", false), ("2026-12-23", false), ("2026-12-26", false),
    ])
  func there(day: String, isThere: Bool) {
    var roster = Roster()
    roster.clinician("ann") { $0.hours = WeeklyHoursText("mon-tue 09:00-17:00").hours }
    roster.leave("ann", "2026-12-22 16:00-17:00")
    #expect(roster.situation().isThere(ClinicianID("ann"), on: times.day(day)) == isThere)
  }
}

import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverIntake

@Suite("Working hours by a table of days")
struct WorkingHoursTests {
  @Test(
    "They are the hours that the domain gives, also on days on which the clock changes",
    arguments: ["Europe/London", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Pacific/Apia", "UTC"])
  func sameAsDomain(zone identifier: String) throws {
    let zone = try #require(Zone(identifier: identifier))
    let weekly = WeeklyHoursText("mon-fri 09:00-12:00 13:00-17:00; sat 00:30-03:30; sun 00:00-24:00").hours
    let first = try #require(Day("2026-01-01"))
    let table = DayTable(first..<(first + 400), zone: zone)
    let days = (first + 5)..<(first + 390)
    #expect(IntervalSet(table.hours(weekly, on: days)) == weekly.expanded(over: days, in: zone))
  }

  @Test("Days outside the table have no hours, and a range is cut to it")
  func bounds() throws {
    let first = try #require(Day("2026-01-05"))
    let table = DayTable(first..<(first + 7), zone: .utc)
    let weekly = WeeklyHoursText("mon-sun 09:00-10:00").hours
    #expect(table.hours(weekly, on: (first - 10)..<(first + 30)).count == 7)
    #expect(table.interval(of: (first - 10)..<(first + 30)).length == 7 * 86_400)
    #expect(table.interval(of: (first + 20)..<(first + 30)).isEmpty)
  }
}

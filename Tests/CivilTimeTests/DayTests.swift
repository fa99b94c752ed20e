import CivilTime
import Foundation
import Testing

@Suite("Days, weeks and their names")
struct DayTests {
  @Test("every day from 1900 to 2100 has the date that Foundation gives it")
  func agreesWithFoundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let first = try #require(Day(year: 1900, month: 1, day: 1))
    let last = try #require(Day(year: 2100, month: 12, day: 31))
    for ordinal in stride(from: first.ordinal, through: last.ordinal, by: 1) {
      let day = Day(ordinal: ordinal)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(ordinal) * 86_400))
      let date = day.date
      guard date.year == parts.year, date.month == parts.month, date.day == parts.day,
        (day.weekday.rawValue + 1) % 7 + 1 == parts.weekday,
        Day(year: date.year, month: date.month, day: date.day) == day
      else {
        Issue.record("ordinal \(ordinal) reads as \(day.iso8601)")
        return
      }
    }
  }

  @Test(
    "a date that does not exist is no day",
    arguments: [(2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (0, 1, 1), (2026, 1, 0)])
  func impossibleDates(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(
    "a day is read from ISO 8601 alone", arguments: ["20261222", "2026-12-2", "2026-12-22T", "26-12-22", "", "a-b-c"])
  func refusedTexts(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("a day is written as it is read")
  func text() throws {
    let day = try #require(Day("2026-12-22"))
    #expect(day.iso8601 == "2026-12-22")
    #expect(day.basic == "20261222")
    #expect(day.weekday == .tuesday)
  }

  @Test("a week runs from Monday to Sunday, across a year's end too")
  func weeks() throws {
    let sunday = try #require(Day("2027-01-03"))
    let monday = try #require(Day("2027-01-04"))
    #expect(sunday.week.monday.iso8601 == "2026-12-28")
    #expect(monday.week.monday == monday)
    #expect(sunday.week < monday.week)
    #expect(sunday.week.days.last == sunday)
  }
}

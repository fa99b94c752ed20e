import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@Suite("Absences")
struct AbsenceTests {
  private func absences(
    _ leave: [String], hours: String = "mon-fri 09:00-17:00", closures: [String] = []
  ) -> [Absence] {
    var roster = Roster()
    roster.clinician("ann") { $0.hours = WeeklyHoursText(hours).hours }
    for text in leave { roster.leave("ann", text) }
    for text in closures { roster.closure(text) }
    return roster.situation().absences
  }

  private let times = Times()

  @Test("leave that touches or overlaps is one absence, in whatever order it comes")
  func touching() {
    let found = absences(["2026-12-22..2026-12-23", "2026-12-21", "2026-12-23..2026-12-24"])
    #expect(found.map(\.interval) == [times.interval("2026-12-21..2026-12-24")])
    #expect(found.map(\.dayCount) == [4])
  }

  @Test("a weekend does not split an absence, and counts among its days")
  func weekend() {
    let found = absences(["2026-12-17..2026-12-18", "2026-12-21"])
    #expect(found.map(\.interval) == [times.interval("2026-12-17..2026-12-21")])
    #expect(found.map(\.dayCount) == [5])
  }

  @Test("a working hour between splits it, also on a day that others have off")
  func workingHour() {
    #expect(absences(["2026-12-15", "2026-12-17"]).count == 2)
    #expect(absences(["2026-12-18", "2026-12-21"], hours: "mon-sat 09:00-17:00").count == 2)
    #expect(absences(["2026-12-15", "2026-12-17"], hours: "mon-tue 09:00-17:00").count == 1)
  }

  @Test("a closure leaves no working hours, as far as it goes")
  func closure() {
    #expect(absences(["2026-12-22", "2026-12-24"], closures: ["2026-12-23"]).count == 1)
    #expect(absences(["2026-12-22", "2026-12-24"], closures: ["2026-12-23 09:00-16:59"]).count == 2)
  }

  @Test(
    "part of a day: the hours until the next leave decide",
    arguments: [("2026-12-22 12:00-17:00", "2026-12-23", 1), ("2026-12-22 12:00-16:59", "2026-12-23", 2)])
  func partOfDay(first: String, second: String, count: Int) {
    #expect(absences([first, second]).count == count)
  }

  @Test("an absence touches the day of its last instant, not the day at whose midnight it ends")
  func daysTouched() {
    let whole = absences(["2026-12-21..2026-12-22"])
    #expect(whole.map(\.days) == [times.day("2026-12-21")...times.day("2026-12-22")])
    let hour = absences(["2026-12-21 10:00-11:00"])
    #expect(hour.map(\.dayCount) == [1])
  }

  @Test("leave without a length makes no absence")
  func empty() { #expect(absences(["2026-12-22 10:00-10:00"]).isEmpty) }

  @Test("an absence over the change to winter time keeps whole days")
  func daylightSaving() {
    var roster = Roster(from: "2026-10-19", to: "2026-11-02")
    roster.clinician("ann")
    roster.leave("ann", "2026-10-24..2026-10-26")
    let found = roster.situation().absences
    #expect(found.map(\.dayCount) == [3])
    #expect(found.map(\.interval.length) == [(24 + 25 + 24) * 3_600])
  }

  @Test("absences of the window are those that reach into it")
  func inWindow() {
    var roster = Roster(from: "2026-12-14", to: "2026-12-21")
    roster.clinician("ann") { $0.hours = WeeklyHoursText("mon-sun 09:00-17:00").hours }
    for text in ["2026-12-10..2026-12-13", "2026-12-16", "2026-12-20 16:00-17:00", "2026-12-21"] {
      roster.leave("ann", text)
    }
    let found = roster.situation().absencesInWindow.map(\.days.lowerBound.iso8601)
    #expect(found == ["2026-12-16", "2026-12-20"])
  }

  @Test("two clinicians who are away together have an absence each")
  func two() {
    var roster = Roster()
    roster.clinician("ann")
    roster.clinician("ben")
    roster.leave("ben", "2026-12-22")
    roster.leave("ann", "2026-12-22")
    #expect(roster.situation().absences.map(\.clinician.text) == ["ann", "ben"])
  }
}

import CivilTime
import Testing

@Suite("Wall clocks of a zone")
struct ZoneTests {
  let london = Zone(identifier: "Europe/London")!

  private func instant(_ zone: Zone, _ day: String, _ hour: Int, _ minute: Int = 0) -> String {
    zone.instant(CivilDateTime(day: Day(day)!, secondOfDay: hour * 3_600 + minute * 60)!).iso8601
  }

  @Test("a time that occurs twice is the first of the two")
  func ambiguous() {
    #expect(instant(london, "2026-10-25", 1, 30) == "2026-10-25T00:30:00Z")
    #expect(instant(Zone(identifier: "America/New_York")!, "2026-11-01", 1, 30) == "2026-11-01T05:30:00Z")
  }

  @Test("a time that is skipped is read with the offset before the gap")
  func missing() {
    #expect(instant(london, "2026-03-29", 1, 30) == "2026-03-29T01:30:00Z")
    #expect(instant(Zone(identifier: "America/New_York")!, "2026-03-08", 2, 30) == "2026-03-08T07:30:00Z")
  }

  @Test("the days around a change are as long as they are")
  func dayLengths() {
    #expect(london.interval(of: Day("2026-03-29")!).length == 23 * 3_600)
    #expect(london.interval(of: Day("2026-10-25")!).length == 25 * 3_600)
    #expect(london.interval(of: Day("2026-03-30")!).length == 24 * 3_600)
    #expect(instant(london, "2026-03-30", 9) == "2026-03-30T08:00:00Z")
    #expect(instant(london, "2026-03-28", 9) == "2026-03-28T09:00:00Z")
  }

  @Test("the wall clock of an instant leads back to it, but for the hour that repeats")
  func roundTrip() {
    for name in ["Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"] {
      let zone = Zone(identifier: name)!
      for hour in 0..<(366 * 24) {
        let instant = Instant(seconds: 1_767_225_600 + hour * 3_600)
        let back = zone.instant(zone.civil(instant))
        let isRepeated = zone.offset(at: back) != zone.offset(at: instant)
        guard back == instant || (isRepeated && back < instant) else {
          Issue.record("\(name) \(instant.iso8601) comes back as \(back.iso8601)")
          return
        }
      }
    }
  }

  @Test("an interval touches the days that it shares an instant with")
  func touchedDays() throws {
    let start = try #require(Instant("2026-12-21T00:00:00Z"))
    let end = try #require(Instant("2026-12-23T00:00:00Z"))
    let days = london.days(of: try #require(Interval(start, end)))
    #expect(days.lowerBound.iso8601 == "2026-12-21")
    #expect(days.upperBound.iso8601 == "2026-12-22")
    #expect(london.days(of: Interval(start: end, seconds: 0)).upperBound.iso8601 == "2026-12-23")
  }

  @Test(
    "a name that is not the tz database's is no zone",
    arguments: ["GMT Standard Time", "Nowhere/Else", "", "EST5", "GMT+5"])
  func unknown(name: String) {
    #expect(Zone(identifier: name) == nil)
  }
}

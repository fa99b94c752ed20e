import Foundation
import Testing

@testable import CivilTime

@Suite("The table of a zone's offsets")
struct OffsetTableTests {
  @Test(
    "says of every hour of the years that it covers, and of those around them, what the tz database says",
    arguments: [
      "Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "Asia/Gaza",
      "America/Caracas", "UTC",
    ])
  func asTheDatabase(name: String) throws {
    let timeZone = try #require(TimeZone(identifier: name))
    let table = OffsetTable.of(timeZone)
    let years = OffsetTable.seconds
    var wrong = 0
    // Every change of any zone lies on a quarter of an hour; an odd step meets each of them sooner or later.
    for second in stride(from: years.lowerBound - 400 * 86_400, to: years.upperBound + 400 * 86_400, by: 7 * 900 + 1) {
      let offset = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second)))
      if table.offset(at: second) != offset { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test(
    "names the changes of a time, as they are seen on either side", arguments: ["Europe/London", "Africa/Casablanca"])
  func changes(name: String) throws {
    let zone = try #require(Zone(identifier: name))
    for year in [1995, 2026, 2058, 2070] {
      let first = zone.start(of: try #require(Day(year: year, month: 1, day: 1)))
      let time = Interval(start: first, seconds: 2 * 366 * 86_400)
      let changes = zone.changes(within: time)
      #expect(changes.count >= (year == 2026 ? 2 : 0))
      for change in changes {
        #expect(time.contains(Instant(seconds: change.at)))
        #expect(zone.offset(at: Instant(seconds: change.at - 1)) == change.before)
        #expect(zone.offset(at: Instant(seconds: change.at)) == change.after)
      }
      let days = stride(from: time.start.seconds, to: time.end.seconds, by: 86_400).map { Instant(seconds: $0) }
      let seen = zip(days, days.dropFirst()).count { zone.offset(at: $0) != zone.offset(at: $1) }
      #expect(changes.count == seen)
    }
  }

  @Test("is one for all zones of a name")
  func shared() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Paris"))
    #expect(OffsetTable.of(zone) === OffsetTable.of(try #require(TimeZone(identifier: "Europe/Paris"))))
    #expect(Zone(zone) == Zone(zone))
    #expect(Zone(zone) != Zone(identifier: "Europe/Berlin"))
  }
}

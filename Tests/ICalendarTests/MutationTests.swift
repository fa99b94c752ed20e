import CivilTime
import Foundation
import ICalendar
import Testing

/// Fixtures with bytes changed, cut, doubled and moved: whatever comes, the reader ends, and tells of every component.
@Suite struct MutationTests {
  /// A small generator with a seed, so that a failure comes again.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
  }

  /// How many mutants a fixture; more by PLAN_COVER_MUTANTS.
  private static let count = ProcessInfo.processInfo.environment["PLAN_COVER_MUTANTS"].flatMap { Int($0) } ?? 60

  private static let words = [
    "\r\n", "\n ", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "END:VCALENDAR\r\n", "RRULE:FREQ=SECONDLY\r\n",
    ";INTERVAL=1000000",
    ";COUNT=999999999", ";BYSETPOS=-366", "RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30\r\n", "99991231T235959Z",
    "00010101T000000", "16000101", "21991231T235960", ";TZID=Customized Time Zone",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:",
    "STATUS:CANCELLED\r\n", "P366000D", "-P1W", "EXDATE:20261203T090000Z,\r\n", "\u{FEFF}", "\"", "+9959",
    "FREQ=YEARLY;BYWEEKNO=53",
    "DURATION:P99999D\r\n", "RDATE;VALUE=PERIOD:16000101T000000Z/P366000D\r\n",
  ]

  @Test func `a mutated calendar is read or refused, and every component has a fate`() throws {
    let folder = Samples.fixtures.appending(path: "dialects")
    let over = try Samples.interval("20261201T000000Z", "20270115T000000Z")
    let limits = CalendarLimits(maxOccurrencesPerComponent: 2_000)
    var dice = Dice(state: 20_261_201)
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let original = [UInt8](try Data(contentsOf: folder.appending(path: file)))
      for _ in 0..<Self.count {
        var bytes = original
        for _ in 0..<Int.random(in: 1...6, using: &dice) { Self.mutate(&bytes, &dice) }
        guard let document = try? CalendarDocument(parsing: bytes, limits: limits) else { continue }
        let expansion = document.expand(over: over, zone: Samples.london, limits: limits)
        #expect(expansion.fates.count == document.components.count)
        for occurrence in expansion.occurrences {
          #expect(occurrence.interval.overlaps(over))
          #expect(expansion.fates[occurrence.componentIndex] == .expanded)
        }
        _ = document.availabilities(over: over, zone: Samples.london, limits: limits)
        var writer = try CalendarWriter(productID: "-//example//tests//EN")
        for component in document.components {
          _ = document.freeBusyPeriods(of: component, zone: Samples.london)
          try? writer.add(component, of: document)
        }
        let written = try writer.bytes()
        #expect(throws: Never.self) { try CalendarDocument(parsing: written) }
      }
    }
  }

  private static func mutate(_ bytes: inout [UInt8], _ dice: inout Dice) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &dice)
    switch Int.random(in: 0..<7, using: &dice) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
    case 1: bytes[place] = UInt8.random(in: 48...57, using: &dice)
    case 2: bytes.remove(at: place)
    case 3: bytes.insert(contentsOf: Array(words.randomElement(using: &dice)?.utf8 ?? "".utf8), at: place)
    case 4: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &dice)))
    case 5:
      let slice = Array(bytes[place..<min(bytes.count, place + Int.random(in: 1...200, using: &dice))])
      bytes.insert(contentsOf: slice, at: Int.random(in: 0...bytes.count, using: &dice))
    default:
      // A whole line of the words, where a line begins.
      let line = bytes[place...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
      bytes.insert(contentsOf: Array(words.randomElement(using: &dice)?.utf8 ?? "".utf8), at: line)
    }
  }
}

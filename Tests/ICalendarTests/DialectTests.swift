import CivilTime
import Foundation
import ICalendar
import Testing

/// The quirks of calendar programs, a fixture each.
@Suite struct DialectTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    var starts: [String] = []
    var from = "20261201T000000Z"
    var to = "20270101T000000Z"
    var testDescription: String { name }
  }

  private static let examples = [
    Example(
      name: "google-moved-instance",
      starts: ["20261207T100000Z", "20261216T150000Z", "20261221T100000Z"]),
    Example(name: "google-out-of-office", starts: ["20261221T000000Z"]),
    Example(
      name: "outlook-windows-tzid", starts: ["20261207", "20261214", "20261221", "20261228"].map { $0 + "T110000Z" }),
    Example(
      name: "outlook-customized-time-zone",
      starts: ["20261022T070000Z", "20261029T080000Z"], from: "20261001T000000Z", to: "20261101T000000Z"),
    Example(
      name: "outlook-unquoted-display-zone", starts: ["20260706T080000Z"], from: "20260701T000000Z",
      to: "20260801T000000Z"),
    Example(
      name: "microsoft365-out-of-office", starts: ["20261221T000000Z", "20270112T090000Z"], to: "20270201T000000Z"),
    Example(name: "apple-alarm-and-travel-time", starts: ["20261203T100000Z"]),
    Example(
      name: "apple-detached-future",
      starts: ["20261207T160000Z", "20261214T170000Z", "20261221T170000Z", "20261228T170000Z"]),
    Example(
      name: "thunderbird-mozilla-prefix",
      starts: ["20261202T143000Z", "20261216T143000Z", "20261223T143000Z", "20261230T143000Z"]),
    Example(
      name: "nextcloud-this-and-future",
      starts: ["20261201T080000Z", "20261208T080000Z", "20261216T100000Z", "20261223T100000Z", "20261230T100000Z"]),
    Example(name: "fastmail-utc-exceptions", starts: ["20261202T160000Z", "20261216T160000Z", "20261230T160000Z"]),
    Example(name: "practice-system-floating", starts: ["20261203T090000Z", "20261203T100000Z"]),
    Example(name: "description-with-raw-line-breaks", starts: ["20261203T090000Z"]),
    Example(name: "several-calendars-in-a-file", starts: ["20261203T090000Z", "20261203T140000Z"]),
    Example(name: "availability-and-freebusy"),
    Example(name: "byte-order-mark-and-lf", starts: ["20261203T090000Z"]),
    Example(name: "folded-inside-a-character", starts: ["20261203T090000Z"]),
    Example(
      name: "outlook-all-day-until-in-utc",
      starts: ["20260806T230000Z", "20260819T230000Z", "20260903T230000Z", "20260917T230000Z"],
      from: "20260801T000000Z", to: "20261101T000000Z"),
    Example(
      name: "thunderbird-zero-duration-beside-end",
      starts: ["20261203T090000Z", "20261210T100000Z", "20261217T090000Z", "20261224T090000Z", "20261231T090000Z"]),
    Example(name: "confluence-deleted-modification", starts: ["20261201T000000Z", "20261229T000000Z"]),
    Example(name: "holiday-list-with-empty-rule", starts: ["20261225T000000Z"]),
    Example(name: "latin-1-summary", starts: ["20261204T090000Z"]),
    Example(name: "apple-attendee-with-email-parameter", starts: ["20261215T090000Z"]),
    Example(name: "apple-decomposed-letters", starts: ["20261215T090000Z", "20261215T100000Z"]),
    Example(name: "exchange-free-busy-periods"),
    Example(name: "fastmail-duration-and-links", starts: ["20261215T090000Z"]),
    Example(name: "google-appointment-schedule", starts: ["20261215T090000Z"]),
    Example(name: "google-cancelled-instance", starts: ["20261215T100000Z", "20261229T100000Z"]),
    Example(name: "google-free-busy-only", starts: ["20261215T090000Z", "20261216T090000Z"]),
    Example(name: "google-guest-list", starts: ["20261215T090000Z"]),
    Example(
      name: "google-split-series",
      starts: ["20261201T100000Z", "20261208T100000Z", "20261215T100000Z", "20261222T140000Z", "20261229T140000Z"]),
    Example(name: "microsoft365-lower-case-mailto", starts: ["20261215T090000Z"]),
    Example(name: "microsoft365-private-appointment", starts: ["20261215T090000Z"]),
    Example(name: "nextcloud-out-of-office", starts: ["20261215T000000Z"]),
    Example(name: "nextcloud-scheduled-guests", starts: ["20261215T090000Z"]),
    Example(
      name: "outlook-availability-only",
      starts: ["20261215T090000Z", "20261215T100000Z", "20261215T110000Z", "20261216T090000Z"]),
    Example(name: "outlook-canceled-prefix", starts: ["20261215T090000Z"]),
    Example(name: "outlook-html-description", starts: ["20261215T090000Z"]),
    Example(name: "outlook-working-elsewhere", starts: ["20261215T000000Z", "20261215T090000Z"]),
    Example(
      name: "practice-system-appointment-alone", starts: ["20261215T090000Z", "20261216T090000Z", "20261216T140000Z"]),
    Example(
      name: "practice-system-appointment-with", starts: ["20261215T090000Z", "20261215T100000Z", "20261215T110000Z"]),
    Example(
      name: "practice-system-blocked-time", starts: ["20261215T130000Z", "20261216T090000Z", "20261217T000000Z"]),
    Example(name: "practice-system-cancelled-in-the-title", starts: ["20261215T090000Z", "20261215T100000Z"]),
    Example(
      name: "practice-system-client-number",
      starts: ["20261215T090000Z", "20261215T100000Z", "20261215T110000Z", "20261215T120000Z"]),
    Example(
      name: "practice-system-first-name-and-initial",
      starts: ["20261215T090000Z", "20261215T100000Z", "20261215T110000Z"]),
    Example(name: "practice-system-group-session", starts: ["20261215T170000Z", "20261216T170000Z"]),
    Example(
      name: "practice-system-initials",
      starts: ["20261215T090000Z", "20261215T100000Z", "20261215T110000Z", "20261215T120000Z"]),
    Example(name: "practice-system-name-in-description", starts: ["20261215T090000Z"]),
    Example(
      name: "practice-system-occurrences-one-by-one",
      starts: ["20261215T090000Z", "20261222T090000Z", "20261229T090000Z"]),
    Example(
      name: "practice-system-surname-first", starts: ["20261215T090000Z", "20261215T100000Z", "20261215T110000Z"]),
  ]

  private static let refused = ["login-page", "vcalendar-1", "cut-download"]

  @Test(arguments: examples) func `a dialect has these occurrences`(example: Example) throws {
    let starts = try Samples.fixture(example.name).starts(example.from, example.to)
    #expect(starts == example.starts)
  }

  @Test func `every fixture is used`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Samples.fixtures.appending(path: "dialects").path)
    let used = Self.examples.map(\.name) + Self.refused
    #expect(Set(files) == Set(used.map { $0 + ".ics" }))
  }

  @Test func `the order of components changes nothing`() throws {
    for example in Self.examples {
      let document = try Samples.fixture(example.name)
      let url = Samples.fixtures.appending(path: "dialects/\(example.name).ics")
      let text = String(decoding: try Data(contentsOf: url), as: UTF8.self).replacing("\r\n", with: "\n")
      let events = text.ranges(of: /BEGIN:VEVENT\n(?s:.)*?END:VEVENT\n/).map { String(text[$0]) }
      guard events.count > 1, example.name != "several-calendars-in-a-file", example.name != "latin-1-summary" else {
        continue
      }
      var turned = text
      for event in events { turned = turned.replacing(event, with: "") }
      turned = turned.replacing("END:VCALENDAR", with: events.reversed().joined() + "END:VCALENDAR")
      let other = try CalendarDocument(parsing: Array(turned.utf8))
      #expect(try other.times(example.from, example.to) == document.times(example.from, example.to))
    }
  }

  @Test func `what cannot be read in a dialect is named`() throws {
    #expect(
      try Samples.fixture("practice-system-floating").fates()
        == ["expanded", "expanded", "line 19: DTEND lies before DTSTART"])
    #expect(
      try Samples.fixture("latin-1-summary").fates() == ["line 7: the text of SUMMARY is not UTF-8", "expanded"])
    let broken = try Samples.fixture("description-with-raw-line-breaks")
    #expect(broken.problems.map(\.line) == [9, 11])
  }

  @Test(arguments: [
    ("login-page", 1, "this is no calendar: it is a web page or XML"),
    ("vcalendar-1", 2, "a vCalendar 1.0 file, which is not iCalendar"),
    ("cut-download", 40, "the file is cut"),
  ])
  func `what is no calendar is refused`(name: String, line: Int, message: String) throws {
    let problem = #expect(throws: CalendarProblem.self) { try Samples.fixture(name) }
    #expect(problem?.line == line)
    #expect(problem?.message.contains(message) == true)
    #expect(problem?.hint != nil)
  }

  @Test func `texts, parameters and folds are undone`() throws {
    let apple = try Samples.fixture("apple-alarm-and-travel-time")
    let event = try #require(apple.components.first)
    #expect(event.first("LOCATION")?.text == "Harbour Street\n1 Harbour Street, Quayside")
    #expect(event.first("X-APPLE-STRUCTURED-LOCATION")?.parameter("x-title") == "Harbour Street")
    #expect(event.first("X-APPLE-STRUCTURED-LOCATION")?.value == "geo:51.500000,-0.120000")
    #expect(event.children.map(\.kind) == [.alarm])
    #expect(event.uid == "5D0C1F7E-0000-4000-8000-000000000001")
    #expect(try Samples.fixture("folded-inside-a-character").components[0].first("SUMMARY")?.text == "Zoé x")
    #expect(try Samples.fixture("byte-order-mark-and-lf").components[0].first("SUMMARY")?.text == "Zoé")
    let outlook = try Samples.fixture("outlook-windows-tzid").components[0]
    #expect(outlook.uid?.utf8.count == 112)
    #expect(outlook.first("X-MICROSOFT-CDO-BUSYSTATUS")?.value == "BUSY")
  }

  @Test func `free and busy periods keep their kinds`() throws {
    let document = try Samples.fixture("availability-and-freebusy")
    let index = try #require(document.components.firstIndex { $0.kind == .freeBusy })
    let december = try Samples.interval("20261201T000000Z", "20270101T000000Z")
    let periods = try #require(document.freeBusyPeriods(over: december, zone: Samples.london)[index])
    #expect(periods.map(\.type) == [.free, .busyUnavailable, .busyUnavailable, .busy])
    #expect(
      periods.map(\.interval.start.basic) == ["20261208", "20261209", "20261210", "20261211"].map { $0 + "T090000Z" })
    #expect(periods.map(\.interval.length) == [3_600, 3_600, 10_800, 3_600])
  }

  @Test func `an availability has its period, its kind and its available times`() throws {
    let document = try Samples.fixture("availability-and-freebusy")
    let over = try Samples.interval("20261215T000000Z", "20270115T000000Z")
    let found = document.availabilities(over: over, zone: Samples.london)
    #expect(found.map(\.componentIndex) == [0, 1])
    #expect(found[0].period == (try Samples.interval("20261215T000000Z", "20270101T000000Z")))
    #expect(found[0].priority == 1)
    #expect(found[0].available.intervals.map(\.start.basic) == [15, 17, 22, 24, 29, 31].map { "202612\($0)T090000Z" })
    #expect(found[1].period == (try Samples.interval("20261221T000000Z", "20261228T000000Z")))
    #expect(found[1].busyType == .busyUnavailable)
    #expect(!found[1].hasAvailableParts)
    #expect(
      document.availabilities(over: try Samples.interval("20270201T000000Z", "20270301T000000Z"), zone: .utc).isEmpty)
  }

  @Test func `an availability or a busy time that cannot be read is not understood`() throws {
    let document = try Samples.calendar(
      "BEGIN:VFREEBUSY\nUID:a\nFREEBUSY:20261208T090000Z/-PT1H\nEND:VFREEBUSY\nBEGIN:VAVAILABILITY\nUID:b\nBEGIN:AVAILABLE\nUID:c\nDTSTART:soon\nEND:AVAILABLE\nEND:VAVAILABILITY"
    )
    #expect(
      try document.fates()
        == ["line 7: the time of FREEBUSY cannot be read", "line 13: the time of DTSTART cannot be read"])
    let december = try Samples.interval("20261201T000000Z", "20270101T000000Z")
    #expect(document.freeBusyPeriods(over: december, zone: .utc) == [0: []])
    #expect(
      document.availabilities(over: try Samples.interval("20261201T000000Z", "20270101T000000Z"), zone: .utc).isEmpty)
  }
}

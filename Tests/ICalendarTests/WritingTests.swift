import CivilTime
import Foundation
import ICalendar
import Testing

@Suite struct WritingTests {
  private static func written(_ build: (inout ComponentBuilder) throws -> Void) throws -> [UInt8] {
    var writer = try CalendarWriter(productID: "-//example//tests//EN", method: "publish")
    try writer.add("X-WR-CALNAME", text: "Cover; all, of it")
    var event = ComponentBuilder(.event)
    try event.add("UID", text: "a@b.example")
    try event.add("DTSTAMP", utc: Samples.instant("20261101T100000Z"))
    try build(&event)
    try writer.add(event)
    return try writer.bytes()
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "").components(separatedBy: "\r\n")
  }

  @Test func `a calendar is written to the byte`() throws {
    let bytes = try Self.written { event in
      try event.add("DTSTART", instant: Samples.instant("20261222T100000Z"), in: Samples.london)
      try event.add("DURATION", durationSeconds: 3_000)
      try event.add("SUMMARY", text: "Cover: AB12, CD34; \\ two\nlines")
      try event.add("CATEGORIES", texts: ["COVER", "a,b"])
      try event.add("STATUS", token: "CONFIRMED")
      try event.add("SEQUENCE", integer: 2)
      try event.add(
        "ATTENDEE", email: "ben@harbour.example",
        parameters: [
          Parameter(name: "CN", values: ["Ben Lee, \"Dr\""]), Parameter(name: "PARTSTAT", values: ["NEEDS-ACTION"]),
        ])
      try event.add(
        "CONFERENCE", uri: "https://meet.example/x?a=b;c", parameters: [Parameter(name: "VALUE", values: ["URI"])])
      try event.add("RRULE", raw: "FREQ=WEEKLY;BYDAY=TU")
      try event.add("X-DAY", day: #require(Day("2026-12-22")))
      var alarm = ComponentBuilder(.alarm)
      try alarm.add("ACTION", token: "DISPLAY")
      try alarm.add("TRIGGER", durationSeconds: -900)
      try alarm.add("DESCRIPTION", text: "soon")
      event.add(alarm)
    }
    #expect(
      Self.lines(bytes) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//tests//EN", "METHOD:PUBLISH",
        "X-WR-CALNAME:Cover\\; all\\, of it", "BEGIN:VTIMEZONE", "TZID:Europe/London", "BEGIN:STANDARD",
        "DTSTART:20250101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "BEGIN:DAYLIGHT",
        "DTSTART:20250330T010000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:20251026T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT", "UID:a@b.example",
        "DTSTAMP:20261101T100000Z", "DTSTART;TZID=Europe/London:20261222T100000", "DURATION:PT50M",
        "SUMMARY:Cover: AB12\\, CD34\\; \\\\ two\\nlines", "CATEGORIES:COVER,a\\,b", "STATUS:CONFIRMED", "SEQUENCE:2",
        "ATTENDEE;CN=\"Ben Lee, ^'Dr^'\";PARTSTAT=NEEDS-ACTION:mailto:ben@harbour.example",
        "CONFERENCE;VALUE=URI:https://meet.example/x?a=b;c", "RRULE:FREQ=WEEKLY;BYDAY=TU", "X-DAY;VALUE=DATE:20261222",
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DESCRIPTION:soon", "END:VALARM", "END:VEVENT",
        "END:VCALENDAR", "",
      ])
  }

  @Test func `a name with a backslash stands in quotes, since some programs take it for an escape of what follows`()
    throws
  {
    let bytes = try Self.written { event throws(CalendarWriteError) in
      try event.add("ATTENDEE", email: "a@b.example", parameters: [Parameter(name: "CN", values: ["C:\\"])])
    }
    #expect(Self.lines(bytes).contains("ATTENDEE;CN=\"C:\\\":mailto:a@b.example"))
  }

  @Test func `a calendar without components is written`() throws {
    let bytes = try CalendarWriter(productID: "x").bytes()
    #expect(String(decoding: bytes, as: UTF8.self) == "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n")
  }

  @Test func `lines are folded at 75 bytes between characters`() throws {
    let text = String(repeating: "é€😀", count: 100)
    let bytes = try Self.written { try $0.add("SUMMARY", text: text) }
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      #expect(line.count <= 76)
      #expect(String(validating: line, as: UTF8.self) != nil)
      #expect(line.isEmpty || line.last == 13)
    }
    #expect(try CalendarDocument(parsing: bytes).components[0].first("SUMMARY")?.text == text)
  }

  @Test(arguments: [
    "\r", "\r\nATTENDEE:mailto:x@y.example", "\0", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}", "\u{2066}",
  ])
  func `no value carries a control character into the file`(bad: String) throws {
    let value = "a\(bad)b"
    var event = ComponentBuilder(.event)
    let parameter = [Parameter(name: "CN", values: [value])]
    #expect(throws: CalendarWriteError.self) { try event.add("SUMMARY", text: value) }
    #expect(throws: CalendarWriteError.self) { try event.add("CATEGORIES", texts: ["x", value]) }
    #expect(throws: CalendarWriteError.self) { try event.add("URL", uri: "https://x.example/" + value) }
    #expect(throws: CalendarWriteError.self) { try event.add("ATTENDEE", email: value + "@x.example") }
    #expect(throws: CalendarWriteError.self) { try event.add("STATUS", token: value) }
    #expect(throws: CalendarWriteError.self) { try event.add("ATTENDEE", email: "x@y.example", parameters: parameter) }
    #expect(throws: CalendarWriteError.self) { try event.add(value, text: "x") }
    if bad != "\u{202E}", bad != "\u{2066}" {
      #expect(throws: CalendarWriteError.self) { try event.add("RRULE", raw: value) }
      #expect(throws: CalendarWriteError.self) { try event.add("DESCRIPTION", text: value) }
    }
    #expect(throws: CalendarWriteError.self) { try CalendarWriter(productID: value) }
    #expect(throws: CalendarWriteError.self) { try CalendarWriter(productID: "x", method: value) }
    var writer = try CalendarWriter(productID: "x")
    #expect(throws: CalendarWriteError.self) { try writer.add("X-WR-CALNAME", text: value) }
    event = ComponentBuilder(.other(value))
    #expect(throws: CalendarWriteError.self) { try writer.add(event) }
  }

  @Test(arguments: ["a\nb", "a\tb", "a\\nb;c,d:e\"f"]) func `a text with line feeds, tabs and marks comes back`(
    text: String
  ) throws {
    let bytes = try Self.written { try $0.add("DESCRIPTION", text: text) }
    #expect(try CalendarDocument(parsing: bytes).components[0].first("DESCRIPTION")?.text == text)
  }

  @Test(arguments: ["", "x", "a@", "@b", "a@b@c", "a b@c.example", "a,b@c.example", "a:b@c.example", "<a@c.example>"])
  func `what is no email address is refused`(address: String) throws {
    var event = ComponentBuilder(.event)
    #expect(throws: CalendarWriteError.self) { try event.add("ATTENDEE", email: address) }
  }

  @Test func `a zone is written as the tz database has it over the time`() throws {
    let zones = [
      "Europe/London", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "Africa/Casablanca", "Asia/Tehran",
      "Pacific/Apia", "Europe/Dublin",
    ]
    for name in zones {
      let zone = try #require(Zone(identifier: name))
      let bytes = try Self.written { event in
        try event.add("DTSTART", instant: Samples.instant("20100601T100000Z"), in: zone)
        try event.add("RDATE", instant: Samples.instant("20271222T100000Z"), in: zone)
      }
      // Under a name that no database has, only the VTIMEZONE tells the offsets.
      let text = String(decoding: bytes, as: UTF8.self).replacing(name, with: "Nobody/Knows").replacing(
        "RDATE;TZID", with: "X-A;TZID")
      for year in 2010...2027 {
        for month in 1...12 {
          let stamp = "\(year)\(month < 10 ? "0" : "")\(month)15T100000"
          let moved = text.replacing(/DTSTART;TZID=Nobody\/Knows:[0-9T]*/, with: "DTSTART;TZID=Nobody/Knows:\(stamp)")
          let civil = CivilDateTime(utc: try Samples.instant(stamp + "Z"))
          let document = try CalendarDocument(parsing: Array(moved.utf8))
          let found = document.expand(
            over: Interval(start: zone.instant(civil), seconds: 1).padded(by: 86_400), zone: .utc)
          #expect(found.occurrences.map(\.interval.start) == [zone.instant(civil)], "\(name) \(stamp)")
        }
      }
    }
  }

  @Test func `the second of two equal local times is written in UTC`() throws {
    let bytes = try Self.written { event in
      try event.add("DTSTART", instant: Samples.instant("20261025T013000Z"), in: Samples.london)
      try event.add("X-FIRST", instant: Samples.instant("20261025T003000Z"), in: Samples.london)
    }
    #expect(Self.lines(bytes).contains("DTSTART:20261025T013000Z"))
    #expect(Self.lines(bytes).contains("X-FIRST;TZID=Europe/London:20261025T013000"))
  }

  @Test func `what was written comes back byte for byte`() throws {
    let bytes = try Self.written { event in
      try event.add("DTSTART", instant: Samples.instant("20261222T100000Z"), in: Samples.london)
      try event.add("SUMMARY", text: String(repeating: "Grüße, ", count: 30))
      try event.add(
        "ATTENDEE", email: "ben@harbour.example", parameters: [Parameter(name: "CN", values: ["Ben; Lee", "x^y"])])
    }
    let document = try CalendarDocument(parsing: bytes)
    var writer = try CalendarWriter(productID: "-//example//tests//EN", method: "PUBLISH")
    try writer.add("X-WR-CALNAME", text: "Cover; all, of it")
    for component in document.components { try writer.add(component, of: document) }
    #expect(try writer.bytes() == bytes)
  }

  @Test func `every dialect comes back the same after it was written`() throws {
    let folder = Samples.fixtures.appending(path: "dialects")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      guard let document = try? CalendarDocument(parsing: Data(contentsOf: folder.appending(path: file))),
        !file.hasPrefix("several-calendars"), !file.hasPrefix("latin-1")
      else { continue }
      var writer = try CalendarWriter(productID: "-//example//tests//EN")
      if let zone = document.zoneName { try writer.add("X-WR-TIMEZONE", text: zone) }
      for component in document.components { try writer.add(component, of: document) }
      let again = try CalendarDocument(parsing: writer.bytes())
      #expect(again.components.count == document.components.count, "\(file)")
      for (one, other) in zip(document.components, again.components) {
        #expect(one.properties.map { [$0.name, $0.value] } == other.properties.map { [$0.name, $0.value] }, "\(file)")
        #expect(one.properties.map(\.parameters) == other.properties.map(\.parameters), "\(file)")
      }
      #expect(try document.times() == again.times(), "\(file)")
    }
  }

  @Test func `a component that was not read whole is not written`() throws {
    let document = try Samples.fixture("latin-1-summary")
    var writer = try CalendarWriter(productID: "x")
    #expect(throws: CalendarWriteError.self) { try writer.add(document.components[0], of: document) }
  }

  @Test func `a calendar that libical does not read is not given out`() throws {
    let error = #expect(throws: CalendarWriteError.self) {
      try Self.written { try $0.add("RRULE", raw: "FREQ=SOMETIMES") }
    }
    #expect(error?.message.contains("libical") == true)
  }
}

import CivilTime
import Foundation
import ICalendar
import Testing

@Suite struct ReadingTests {
  private static func problem(_ text: String, limits: CalendarLimits = .standard) throws -> CalendarProblem {
    try #require(throws: CalendarProblem.self) { try CalendarDocument(parsing: Array(text.utf8), limits: limits) }
  }

  @Test(arguments: [
    ("", nil, "the file is empty"), ("\n\n", nil, "the file is empty"),
    ("hello\n", 1, "does not begin with BEGIN:VCALENDAR"),
    ("\n<html>", 2, "a web page"), ("BEGIN:VEVENT\nEND:VEVENT\n", 1, "does not begin with BEGIN:VCALENDAR"),
    ("SUMMARY:x\n", 1, "does not begin with BEGIN:VCALENDAR"),
    ("END:VCALENDAR\n", 1, "does not begin with BEGIN:VCALENDAR"),
    ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", 2, "BEGIN:VEVENT has no END: the file is cut"),
    ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\0\nEND:VEVENT\nEND:VCALENDAR", 3, "a NUL byte"),
    ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VTODO\nEND:VCALENDAR", 3, "END does not close BEGIN:VEVENT of line 2"),
    ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", 3, "END does not close BEGIN:VEVENT of line 2"),
    ("BEGIN:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR", 2, "BEGIN:VCALENDAR within a calendar"),
  ])
  func `what is no whole calendar is refused with its line`(text: String, line: Int?, message: String) throws {
    let problem = try Self.problem(text)
    #expect(problem.line == line)
    #expect(problem.message.contains(message))
    #expect(problem.hint != nil)
  }

  @Test func `an empty calendar is a calendar`() throws {
    #expect(try CalendarDocument(parsing: Array("begin:vcalendar \r\nEND:VCALENDAR\r\n\u{1A}".utf8)).components.isEmpty)
  }

  @Test(arguments: ["<br><b>Warning</b>", "X-COMMENT:cached"]) func `text after a whole calendar is left out and told`(
    text: String
  ) throws {
    let document = try CalendarDocument(
      parsing: Array("BEGIN:VCALENDAR\nEND:VCALENDAR\n\(text)\n\(text)\nBEGIN:VCALENDAR\nEND:VCALENDAR\n".utf8))
    #expect(document.problems.map(\.line) == [3])
    #expect(try Self.problem("BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT").line == 3)
  }

  @Test func `a line of many megabytes takes no longer than its bytes`() throws {
    let text =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20261203T100000Z\nATTACH:"
      + String(repeating: "QUJD\n ", count: 1_000_000) + "\nEND:VEVENT\nEND:VCALENDAR\n"
    let document = try CalendarDocument(parsing: Array(text.utf8))
    #expect(document.components[0].first("ATTACH")?.value.utf8.count == 4_000_000)
  }

  @Test(arguments: [
    "RRULE:FREQ=DAILY;\nCOUNT=2", "DTEND\n:20261203T110000Z", "BAD NAME:x", ":x", "X-A;P:x", "X-A;P=\"q:x",
  ])
  func `a line that is no property spoils its component`(lines: String) throws {
    let fate = try Samples.event("DTSTART:20261203T100000Z\n" + lines).fates()[0]
    #expect(fate.hasSuffix("a line that is no property"))
  }

  @Test func `a broken alarm does not spoil its event`() throws {
    let document = try Samples.event("DTSTART:20261203T100000Z\nBEGIN:VALARM\nnonsense\nEND:VALARM")
    #expect(try document.fates() == ["expanded"])
  }

  @Test func `control characters are read as spaces and told`() throws {
    let document = try Samples.event("DTSTART:20261203T100000Z\nSUMMARY:a\u{0B}b\u{7F}")
    #expect(document.components[0].first("SUMMARY")?.text == "a b ")
    #expect(document.problems.map(\.message) == ["control characters in SUMMARY were read as spaces"])
  }

  @Test func `a problem holds no text of the file`() throws {
    let secret = "Zo-Zebedee"
    let documents = [
      "DTSTART;TZID=\(secret):20261203T100000", "DTSTART:\(secret)", "DTSTART:20261203T100000Z\n\(secret)",
      "DTSTART:20261203T100000Z\nRRULE:FREQ=\(secret);\(secret)=\(secret)",
      "DTSTART:20261203T100000Z\nDURATION:\(secret)",
    ]
    for lines in documents { #expect(try !Samples.event(lines).fates()[0].uppercased().contains(secret.uppercased())) }
    #expect(try !Self.problem("BEGIN:VCALENDAR\nBEGIN:\(secret) \(secret)\n").message.contains(secret.uppercased()))
  }

  @Test func `lists of texts are parted at commas that are not escaped`() {
    let property = Property(name: "CATEGORIES", value: "a\\,b,c\\;d\\\\,,e\\nf")
    #expect(property.texts == ["a,b", "c;d\\", "e\nf"])
  }

  @Test func `parameters may be quoted, listed and escaped`() throws {
    let document = try Samples.event(
      "DTSTART:20261203T100000Z\nattendee;cn=\"Lee; Ben: x\";member=\"mailto:a@b.example\",\"mailto:c@d.example\";x-a=^'q^'^n^^z:mailto:ben@x.example"
    )
    let property = try #require(document.components[0].first("ATTENDEE"))
    #expect(property.parameter("CN") == "Lee; Ben: x")
    #expect(property.parameters[1].values == ["mailto:a@b.example", "mailto:c@d.example"])
    #expect(property.parameter("X-A") == "\"q\"\n^z")
    #expect(property.value == "mailto:ben@x.example")
    #expect(property.line == 8)
  }
}

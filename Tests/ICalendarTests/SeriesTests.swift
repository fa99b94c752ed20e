import CivilTime
import ICalendar
import Testing

/// RDATE, EXDATE, RECURRENCE-ID, duplicates and cancellations.
@Suite struct SeriesTests {
  private static let weekly =
    "BEGIN:VEVENT\nUID:a\nSEQUENCE:1\nDTSTART;TZID=Europe/London:20261201T100000\nDTEND;TZID=Europe/London:20261201T105000\nRRULE:FREQ=WEEKLY\nSUMMARY:m\n"
  private static let weeks = ["01", "08", "15", "22", "29"].map { "202612\($0)T100000Z" }

  private static func override(_ lines: String) -> String { "BEGIN:VEVENT\nUID:a\n\(lines)\nEND:VEVENT\n" }

  private static func series(_ lines: String = "", and others: String = "") throws -> CalendarDocument {
    try Samples.calendar(weekly + lines + (lines.isEmpty ? "" : "\n") + "END:VEVENT\n" + others)
  }

  @Test func `an EXDATE takes one occurrence away`() throws {
    #expect(
      try Self.series("EXDATE;TZID=Europe/London:20261208T100000").starts()
        == Self.weeks.filter { $0 != "20261208T100000Z" })
  }

  @Test(arguments: [
    "EXDATE:20261208T100000Z", "EXDATE;VALUE=DATE:20261208", "EXDATE:20261208", "EXDATE:20261208T100000",
    "EXDATE;TZID=America/New_York:20261208T050000", "EXDATE;TZID=Europe/London:20261208T100000,20261209T100000",
  ])
  func `an EXDATE of another form means the same occurrence`(line: String) throws {
    #expect(try Self.series(line).starts() == Self.weeks.filter { $0 != "20261208T100000Z" })
  }

  @Test func `an EXDATE at another time takes nothing away`() throws {
    #expect(try Self.series("EXDATE:20261208T090000Z").starts() == Self.weeks)
  }

  @Test(arguments: ["00010101T000000Z", "00010101", "99991231T000000Z"])
  func `an EXDATE of a year without any series excludes nothing`(time: String) throws {
    let document = try Self.series("EXDATE:\(time),20261208T100000Z")
    #expect(try document.starts() == Self.weeks.filter { $0 != "20261208T100000Z" })
  }

  @Test func `every one of three thousand EXDATEs on a line counts`() throws {
    var days: [String] = []
    let first = try #require(Day(year: 2020, month: 1, day: 1))
    for day in first..<(first + 3_000) where day.basic != "20270106" { days.append(day.basic + "T100000Z") }
    let document = try Samples.event(
      "DTSTART:20200101T100000Z\nRRULE:FREQ=DAILY;UNTIL=20280318T100000Z\nEXDATE:" + days.joined(separator: ","))
    #expect(try document.starts("20200101T000000Z", "20300101T000000Z") == ["20270106T100000Z"])
  }

  @Test func `an RDATE adds an occurrence once, though the rule has it too`() throws {
    let document = try Self.series("RDATE;TZID=Europe/London:20261203T100000,20261208T100000")
    #expect(try document.starts() == (Self.weeks + ["20261203T100000Z"]).sorted())
  }

  @Test func `an RDATE that is a period has its own length`() throws {
    let document = try Self.series("RDATE;VALUE=PERIOD:20261203T100000Z/PT2H,20261204T100000Z/20261204T103000Z")
    #expect(
      try document.times("20261202T000000Z", "20261205T000000Z")
        == ["20261203T100000Z/20261203T120000Z", "20261204T100000Z/20261204T103000Z"])
  }

  @Test func `an RDATE that is a period of days does not go with a time`() throws {
    let timed = try Self.series("RDATE;VALUE=PERIOD:20261203/20261204")
    #expect(try timed.fates() == ["line 12: of DTSTART and RDATE, one is a day and the other a time"])
    let days = try Samples.event("DTSTART;VALUE=DATE:20261201\nRDATE;VALUE=PERIOD:20261203/20261205")
    #expect(
      try days.times() == ["20261201T000000Z/20261202T000000Z", "20261203T000000Z/20261205T000000Z"])
  }

  @Test func `an override moves an occurrence, and names the original instant`() throws {
    let document = try Self.series(
      and: Self.override(
        "RECURRENCE-ID;TZID=Europe/London:20261208T100000\nDTSTART:20261209T140000Z\nDTEND:20261209T150000Z"))
    let expansion = document.expand(
      over: try Samples.interval("20261207T000000Z", "20261214T000000Z"), zone: Samples.london)
    #expect(expansion.occurrences.map(\.interval.start.basic) == ["20261209T140000Z"])
    #expect(expansion.occurrences.map(\.recurrenceID) == [try Samples.instant("20261208T100000Z")])
    #expect(expansion.occurrences.map(\.componentIndex) == [1])
  }

  @Test func `an override may stand before its master, and in another VCALENDAR`() throws {
    let text =
      "BEGIN:VCALENDAR\n" + Self.override("RECURRENCE-ID:20261208T100000Z\nDTSTART:20261209T140000Z")
      + "END:VCALENDAR\nBEGIN:VCALENDAR\n" + Self.weekly + "END:VEVENT\nEND:VCALENDAR\n"
    let document = try CalendarDocument(parsing: Array(text.utf8))
    #expect(try document.starts("20261207T000000Z", "20261216T000000Z") == ["20261209T140000Z", "20261215T100000Z"])
  }

  @Test func `an override may move an occurrence into the time asked for, and out of it`() throws {
    let inward = try Self.series(
      and: Self.override("RECURRENCE-ID:20270518T090000Z\nDTSTART:20261203T100000Z\nDTEND:20261203T110000Z"))
    #expect(try inward.starts() == (Self.weeks + ["20261203T100000Z"]).sorted())
    let outward = try Self.series(
      and: Self.override("RECURRENCE-ID:20261208T100000Z\nDTSTART:20270803T100000Z\nDTEND:20270803T110000Z"))
    #expect(try outward.starts() == Self.weeks.filter { $0 != "20261208T100000Z" })
  }

  @Test func `a cancelled occurrence is gone`() throws {
    let document = try Self.series(
      and: Self.override("RECURRENCE-ID:20261208T100000Z\nDTSTART:20261208T100000Z\nSTATUS:CANCELLED"))
    #expect(try document.starts() == Self.weeks.filter { $0 != "20261208T100000Z" })
    #expect(try document.fates() == ["expanded", "cancelled"])
  }

  @Test func `a cancelled series is gone, one of its overrides is not`() throws {
    let document = try Self.series(
      "STATUS:CANCELLED", and: Self.override("RECURRENCE-ID:20261208T100000Z\nDTSTART:20261209T100000Z"))
    #expect(try document.starts() == ["20261209T100000Z"])
    #expect(try document.fates() == ["cancelled", "expanded"])
  }

  @Test func `everything in a calendar of METHOD CANCEL is cancelled`() throws {
    let document = try Samples.event("DTSTART:20261208T100000Z", header: "METHOD:CANCEL")
    #expect(document.method == "CANCEL")
    #expect(try document.fates() == ["cancelled"])
    #expect(try document.starts().isEmpty)
  }

  @Test func `THISANDFUTURE shifts and lengthens what follows`() throws {
    let document = try Self.series(
      and: Self.override(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261215T100000Z\nDTSTART:20261216T113000Z\nDTEND:20261216T130000Z"))
    #expect(
      try document.times() == [
        "20261201T100000Z/20261201T105000Z", "20261208T100000Z/20261208T105000Z", "20261216T113000Z/20261216T130000Z",
        "20261223T113000Z/20261223T130000Z", "20261230T113000Z/20261230T130000Z",
      ])
    let expansion = document.expand(
      over: try Samples.interval("20261222T000000Z", "20261224T000000Z"), zone: Samples.london)
    #expect(expansion.occurrences.map(\.componentIndex) == [1])
    #expect(expansion.occurrences.map(\.recurrenceID) == [try Samples.instant("20261222T100000Z")])
  }

  @Test func `a second THISANDFUTURE ends the first, and a single override stands within`() throws {
    let document = try Self.series(
      and: Self.override("RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T100000Z\nDTSTART:20261208T110000Z\nDURATION:PT1H")
        + Self.override("RECURRENCE-ID;RANGE=THISANDFUTURE:20261222T100000Z\nDTSTART:20261222T120000Z\nDURATION:PT1H")
        + Self.override("RECURRENCE-ID:20261215T100000Z\nDTSTART:20261217T100000Z\nDURATION:PT1H"))
    #expect(
      try document.starts() == [
        "20261201T100000Z", "20261208T110000Z", "20261217T100000Z", "20261222T120000Z", "20261229T120000Z",
      ])
  }

  @Test func `a cancelled THISANDFUTURE ends the series`() throws {
    let document = try Self.series(
      and: Self.override(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261215T100000Z\nDTSTART:20261215T100000Z\nSTATUS:CANCELLED"))
    #expect(try document.starts() == Array(Self.weeks.prefix(2)))
  }

  @Test(arguments: [
    "RECURRENCE-ID;VALUE=DATE:20261208", "RECURRENCE-ID;TZID=Europe/London:20261208T100000",
    "RECURRENCE-ID:20261208T100000",
  ])
  func `a RECURRENCE-ID of another form means the same occurrence`(line: String) throws {
    let document = try Self.series(and: Self.override("\(line)\nDTSTART:20261209T100000Z"))
    #expect(try document.starts("20261207T000000Z", "20261214T000000Z") == ["20261209T100000Z"])
  }

  @Test func `an orphan stands by itself`() throws {
    let document = try Samples.calendar(
      Self.override("RECURRENCE-ID;TZID=Europe/London:20261208T100000\nDTSTART;TZID=Europe/London:20261209T100000"))
    #expect(try document.starts() == ["20261209T100000Z"])
    let expansion = document.expand(
      over: try Samples.interval("20261207T000000Z", "20261214T000000Z"), zone: Samples.london)
    #expect(expansion.occurrences.map(\.recurrenceID) == [try Samples.instant("20261208T100000Z")])
  }

  @Test func `an override that repeats the master's rule is one occurrence, another rule is refused`() throws {
    let same = try Self.series(
      and: Self.override("RECURRENCE-ID:20261208T100000Z\nDTSTART:20261209T100000Z\nRRULE:FREQ=WEEKLY"))
    #expect(try same.fates() == ["expanded", "expanded"])
    let other = try Self.series(
      and: Self.override("RECURRENCE-ID:20261208T100000Z\nDTSTART:20261209T100000Z\nRRULE:FREQ=DAILY"))
    #expect(try other.fates()[1].contains("a recurrence rule of its own"))
    #expect(try other.starts() == Self.weeks)
  }

  @Test(arguments: [
    ("SEQUENCE:2", "SEQUENCE:1"), ("SEQUENCE:10", "SEQUENCE:9"),
    ("LAST-MODIFIED:20261002T000000Z", "LAST-MODIFIED:20261001T000000Z"),
    ("DTSTAMP:20261002T000000Z", "DTSTAMP:20261001T000000Z"),
    ("SEQUENCE:1\nDTSTAMP:20261001T000000Z", "SEQUENCE:0\nDTSTAMP:20261002T000000Z"),
  ])
  func `of two with one UID the newer holds, whichever comes first`(newer: String, older: String) throws {
    let one = Self.override("\(newer)\nDTSTART:20261209T100000Z")
    let other = Self.override("\(older)\nDTSTART:20261210T100000Z")
    let document = try Samples.calendar(one + other)
    #expect(try document.starts() == ["20261209T100000Z"])
    #expect(try document.fates() == ["expanded", "superseded"])
    #expect(try Samples.calendar(other + one).fates() == ["superseded", "expanded"])
  }

  @Test func `of two overrides of one occurrence the newer holds`() throws {
    let document = try Self.series(
      and: Self.override("SEQUENCE:3\nRECURRENCE-ID:20261208T100000Z\nDTSTART:20261209T100000Z")
        + Self.override("SEQUENCE:2\nRECURRENCE-ID;VALUE=DATE:20261208\nDTSTART:20261210T100000Z"))
    #expect(try document.starts("20261207T000000Z", "20261214T000000Z") == ["20261209T100000Z"])
    #expect(try document.fates() == ["expanded", "expanded", "superseded"])
  }

  @Test func `two of one UID that nothing tells apart are named, the same twice is not`() throws {
    let one = Self.override("DTSTART:20261209T100000Z")
    let other = Self.override("DTSTART:20261210T100000Z")
    #expect(try Samples.calendar(one + other).fates().filter { $0.contains("the same UID") }.count == 1)
    #expect(try Samples.calendar(one + other).starts() == Samples.calendar(other + one).starts())
    #expect(try Samples.calendar(one + one).fates().sorted() == ["expanded", "superseded"])
  }

  @Test(arguments: [(0, false), (1, true), (2, true)]) func `an EXDATE of a newer master deletes an override`(
    sequence: Int, isKept: Bool
  ) throws {
    let document = try Self.series(
      "EXDATE;TZID=Europe/London:20261208T100000",
      and: Self.override("SEQUENCE:\(sequence)\nRECURRENCE-ID:20261208T100000Z\nDTSTART:20261209T100000Z"))
    #expect(try document.starts("20261207T000000Z", "20261214T000000Z") == (isKept ? ["20261209T100000Z"] : []))
    #expect(try document.fates()[1] == (isKept ? "expanded" : "superseded"))
  }

  @Test func `a component without UID is understood, and its UID outlasts an export`() throws {
    let one = try Samples.calendar("BEGIN:VEVENT\nDTSTAMP:20260101T000000Z\nDTSTART:20261209T100000Z\nEND:VEVENT")
    let again = try Samples.calendar("BEGIN:VEVENT\nDTSTART:20261209T100000Z\nDTSTAMP:20260202T000000Z\nEND:VEVENT")
    let over = try Samples.interval("20261201T000000Z", "20270101T000000Z")
    let uid = try #require(one.expand(over: over, zone: .utc).occurrences.first?.uid)
    #expect(uid.hasPrefix("no-uid-"))
    #expect(again.expand(over: over, zone: .utc).occurrences.map(\.uid) == [uid])
    #expect(one.components[0].uid == nil)
  }

  @Test func `what is not asked for gives no occurrence and keeps its fate`() throws {
    let document = try Self.series(and: "BEGIN:VEVENT\nUID:b\nDTSTART:soon\nEND:VEVENT")
    let expansion = document.expand(
      over: try Samples.interval("20261201T000000Z", "20270101T000000Z"), zone: .utc, where: { $0.uid == "b" })
    #expect(expansion.occurrences.isEmpty)
    #expect(expansion.fates[0] == .expanded)
    if case .notUnderstood(let problem) = expansion.fates[1] { #expect(problem.line == 15) } else { Issue.record() }
  }
}

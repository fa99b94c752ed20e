import CivilTime
import ICalendar
import Testing

/// Zones, floating and whole-day values, ends and durations.
@Suite struct TimeTests {
  @Test(arguments: [
    ("Europe/London", "20260701T090000Z"), ("GMT Standard Time", "20260701T090000Z"),
    ("/mozilla.org/20050126_1/Europe/London", "20260701T090000Z"),
    ("/freeassociation.sourceforge.net/Tzfile/Europe/London", "20260701T090000Z"),
    ("Central Asia Standard Time", "20260701T040000Z"), ("Mountain Standard Time (Mexico)", "20260701T170000Z"),
    ("W. Europe Standard Time", "20260701T080000Z"), ("eastern standard time", "20260701T140000Z"),
    ("America/Argentina/Buenos_Aires", "20260701T130000Z"),
    ("/citadel.org/x/America/Argentina/Buenos_Aires", "20260701T130000Z"),
    ("UTC", "20260701T100000Z"), ("Etc/UTC", "20260701T100000Z"), ("GMT", "20260701T100000Z"),
    ("tzone://Microsoft/Utc", "20260701T100000Z"), ("\"Europe/London\"", "20260701T090000Z"),
  ])
  func `a zone is known by the names that programs give it, without a VTIMEZONE`(name: String, start: String) throws {
    let document = try Samples.event("DTSTART;TZID=\(name):20260701T100000")
    #expect(try document.starts("20260601T000000Z", "20260801T000000Z") == [start])
  }

  @Test(arguments: ["Customized Time Zone", "Europe/Lundun", "../../etc/passwd", "", "GMT+5:30"])
  func `an unknown zone without a VTIMEZONE is not understood`(name: String) throws {
    let fate = try Samples.event("DTSTART;TZID=\"\(name)\":20261201T100000").fates()[0]
    #expect(fate.hasPrefix("line 7: the time zone is neither"))
  }

  private static let custom = """
    BEGIN:VTIMEZONE
    TZID:Customized Time Zone
    BEGIN:STANDARD
    DTSTART:16010101T020000
    TZOFFSETFROM:+0230
    TZOFFSETTO:+0130
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T010000
    TZOFFSETFROM:+0130
    TZOFFSETTO:+0230
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
    END:DAYLIGHT
    END:VTIMEZONE

    """

  @Test func `an unknown name is read by its VTIMEZONE`() throws {
    let document = try Samples.calendar(
      Self.custom
        + "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Customized Time Zone:20261020T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nEND:VEVENT"
    )
    #expect(
      try document.starts("20261015T000000Z", "20261105T000000Z")
        == ["20261020T073000Z", "20261027T083000Z", "20261103T083000Z"])
  }

  @Test func `of two VTIMEZONEs of one name in two VCALENDARs each holds for its own`() throws {
    let event = "BEGIN:VEVENT\nUID:a%\nDTSTART;TZID=Customized Time Zone:20261220T100000\nEND:VEVENT\n"
    let other = Self.custom.replacing("+0130", with: "+0330").replacing("+0230", with: "+0430")
    let text =
      "BEGIN:VCALENDAR\n" + Self.custom + event + "END:VCALENDAR\nBEGIN:VCALENDAR\n" + other
      + event.replacing("%", with: "2") + "END:VCALENDAR\n"
    let document = try CalendarDocument(parsing: Array(text.utf8))
    #expect(try document.starts() == ["20261220T063000Z", "20261220T083000Z"])
  }

  @Test func `a known name wins over its VTIMEZONE`() throws {
    let wrong = Self.custom.replacing("Customized Time Zone", with: "Europe/London")
    let document = try Samples.calendar(
      wrong + "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Europe/London:20261220T100000\nEND:VEVENT")
    #expect(try document.starts() == ["20261220T100000Z"])
  }

  @Test func `times of a VTIMEZONE in UTC, and RDATEs, are read`() throws {
    let zone = """
      BEGIN:VTIMEZONE
      TZID:Ship
      BEGIN:STANDARD
      DTSTART:20200101T000000Z
      TZOFFSETFROM:+0000
      TZOFFSETTO:+0100
      RDATE:20261210T000000
      END:STANDARD
      BEGIN:STANDARD
      DTSTART:20261205T000000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0000
      END:STANDARD
      END:VTIMEZONE

      """
    let document = try Samples.calendar(
      zone + "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Ship:20261203T100000\nRRULE:FREQ=DAILY;INTERVAL=4;COUNT=3\nEND:VEVENT")
    #expect(try document.starts() == ["20261203T090000Z", "20261207T100000Z", "20261211T090000Z"])
  }

  @Test(arguments: [
    "BEGIN:VTIMEZONE\nTZID:X\nEND:VTIMEZONE\n",
    "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:soon\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n",
    "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:20200101T000000\nTZOFFSETFROM:+00\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n",
    "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:20200101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+9900\nEND:STANDARD\nEND:VTIMEZONE\n",
  ])
  func `a broken VTIMEZONE spoils what needs it, not the rest`(zone: String) throws {
    let document = try Samples.calendar(
      zone
        + "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=X:20261203T100000\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nDTSTART:20261203T100000Z\nEND:VEVENT"
    )
    #expect(try document.fates()[0].hasPrefix("line "))
    #expect(try document.starts() == ["20261203T100000Z"])
  }

  @Test func `a time that occurs twice is the first, one that is skipped has the offset before`() throws {
    let twice = try Samples.event("DTSTART;TZID=Europe/London:20261025T013000")
    #expect(try twice.starts("20261024T000000Z", "20261026T000000Z") == ["20261025T003000Z"])
    let skipped = try Samples.event("DTSTART;TZID=Europe/London:20260329T013000")
    #expect(try skipped.starts("20260328T000000Z", "20260330T000000Z") == ["20260329T013000Z"])
  }

  @Test func `an end just after a gap in which DTSTART lies is as far off as the clock shows`() throws {
    let event = "DTSTART;TZID=Europe/London:20260329T013000\nDTEND;TZID=Europe/London:20260329T020000"
    #expect(
      try Samples.event(event).times("20260328T000000Z", "20260330T000000Z") == ["20260329T013000Z/20260329T020000Z"])
  }

  @Test func `floating times are of X-WR-TIMEZONE, else of the practice`() throws {
    #expect(try Samples.event("DTSTART:20261203T100000").starts(zone: Samples.newYork) == ["20261203T150000Z"])
    let named = try Samples.event("DTSTART:20261203T100000", header: "X-WR-TIMEZONE:Europe/Paris")
    #expect(named.zoneName == "Europe/Paris")
    #expect(try named.starts(zone: Samples.newYork) == ["20261203T090000Z"])
    let unknown = try Samples.event("DTSTART:20261203T100000", header: "X-WR-TIMEZONE:Nowhere/Here")
    #expect(try unknown.fates()[0].contains("the time zone"))
  }

  @Test(arguments: [
    "DTSTART;VALUE=DATE:20261203", "DTSTART:20261203", "DTSTART;TZID=Asia/Tokyo;VALUE=DATE:20261203",
    "DTSTART;VALUE=DATE:20261203T000000",
  ])
  func `a day is a day of the practice, whatever zone stands beside it`(line: String) throws {
    let document = try Samples.event(line, header: "X-WR-TIMEZONE:UTC")
    #expect(try document.times(zone: Samples.newYork) == ["20261203T050000Z/20261204T050000Z"])
    let over = try Samples.interval("20261201T000000Z", "20270101T000000Z")
    #expect(document.expand(over: over, zone: .utc).occurrences.map(\.isAllDay) == [true])
  }

  @Test(arguments: [
    ("DTEND;VALUE=DATE:20261205", "20261205T000000Z"), ("DTEND;VALUE=DATE:20261203", "20261204T000000Z"),
    ("DURATION:P3D", "20261206T000000Z"), ("DURATION:PT48H", "20261205T000000Z"), ("X-A:b", "20261204T000000Z"),
  ])
  func `whole days end before DTEND, and never before the day is over`(line: String, end: String) throws {
    let document = try Samples.event("DTSTART;VALUE=DATE:20261203\n\(line)")
    #expect(try document.times() == ["20261203T000000Z/\(end)"])
  }

  @Test(arguments: [
    ("DTEND:20261203T110000Z", "20261203T110000Z"), ("DURATION:PT50M", "20261203T105000Z"),
    ("DURATION:P1W", "20261210T100000Z"), ("DURATION:+P1DT1H1M1S", "20261204T110101Z"),
    ("DTEND;TZID=Europe/London:20261203T110000\nDURATION:PT1H", "20261203T110000Z"), ("X-A:b", "20261203T100000Z"),
  ])
  func `a time ends by DTEND or DURATION`(line: String, end: String) throws {
    let document = try Samples.event("DTSTART;TZID=Europe/London:20261203T100000\n\(line)")
    #expect(try document.times() == ["20261203T100000Z/\(end)"])
  }

  @Test func `days of a DURATION keep the wall clock, hours do not`() throws {
    let start = "DTSTART;TZID=Europe/London:20261024T120000\n"
    #expect(
      try Samples.event(start + "DURATION:P1D").times("20261001T000000Z", "20261101T000000Z")
        == ["20261024T110000Z/20261025T120000Z"])
    #expect(
      try Samples.event(start + "DURATION:PT24H").times("20261001T000000Z", "20261101T000000Z")
        == ["20261024T110000Z/20261025T110000Z"])
  }

  @Test(arguments: [
    ("DTSTART:20261203T100000Z\nDTEND:20261203T095959Z", "line 8: DTEND lies before DTSTART"),
    ("DTSTART;VALUE=DATE:20261203\nDTEND;VALUE=DATE:20261202", "line 8: DTEND lies before DTSTART"),
    (
      "DTSTART;VALUE=DATE:20261203\nDTEND:20261204T000000Z",
      "line 8: of DTSTART and DTEND, one is a day and the other a time"
    ),
    ("DTSTART:20261203T100000Z\nDURATION:-PT1H", "line 8: DURATION is negative"),
    ("DTSTART:20261203T100000Z\nDURATION:1 hour", "line 8: DURATION cannot be read"),
    (
      "DTSTART:20261203T100000Z\nDURATION:PT1H\nDTEND:20261203T120000Z",
      "line 9: DURATION and DTEND contradict one another"
    ),
    ("DTSTART:20261203T100000Z\nDTSTART:20261204T100000Z", "line 8: DTSTART stands twice in a component"),
    ("DTSTART:20261303T100000Z", "line 7: the time of DTSTART cannot be read"),
    ("DTSTART:20261203T250000Z", "line 7: the time of DTSTART cannot be read"),
    ("DTSTART:2026-12-03", "line 7: the time of DTSTART cannot be read"),
    ("DTSTART;VALUE=DATE:20261203T100000", "line 7: the time of DTSTART cannot be read"),
    ("DTSTART:10101203T100000Z", "line 7: the year of DTSTART is 1010, not within 1600-2199"),
    ("DTSTART:98761203T100000Z", "line 7: the year of DTSTART is 9876, not within 1600-2199"),
    ("SUMMARY:x", "line 5: VEVENT has no DTSTART"),
    ("DTSTART:20261203T100000Z\nRRULE:FREQ=WEEKLY\nEXDATE:soon", "line 9: the time of EXDATE cannot be read"),
    ("DTSTART:20261203T100000Z\nRECURRENCE-ID:soon", "line 8: the time of RECURRENCE-ID cannot be read"),
    (
      "DTSTART:20261203T100000Z\nRECURRENCE-ID;RANGE=THISANDPRIOR:20261203T100000Z",
      "line 5: RANGE of RECURRENCE-ID is not THISANDFUTURE"
    ),
  ])
  func `a time that cannot be is named by its line`(lines: String, fate: String) throws {
    #expect(try Samples.event(lines).fates() == [fate])
  }

  @Test func `what overlaps the time asked for counts, what touches it does not`() throws {
    let document = try Samples.event("DTSTART:20261203T100000Z\nDURATION:PT1H")
    #expect(try document.starts("20261203T105959Z", "20261203T120000Z").count == 1)
    #expect(try document.starts("20261203T110000Z", "20261203T120000Z").isEmpty)
    #expect(try document.starts("20261203T090000Z", "20261203T100000Z").isEmpty)
    #expect(try document.starts("20261203T090000Z", "20261203T100001Z").count == 1)
  }

  @Test func `a long occurrence that began before the time asked for counts`() throws {
    let document = try Samples.event("DTSTART;VALUE=DATE:20260101\nDURATION:P200D\nRRULE:FREQ=YEARLY")
    #expect(try document.starts("20260715T000000Z", "20260716T000000Z") == ["20260101T000000Z"])
  }

  @Test func `a task has the time from DTSTART to DUE, or its DUE, or none`() throws {
    func todo(_ lines: String) throws -> CalendarDocument {
      try Samples.calendar("BEGIN:VTODO\nUID:a\n\(lines)\nEND:VTODO")
    }
    #expect(try todo("DTSTART:20261203T100000Z\nDUE:20261204T100000Z").times() == ["20261203T100000Z/20261204T100000Z"])
    #expect(try todo("DUE:20261204T100000Z").times() == ["20261204T100000Z/20261204T100000Z"])
    #expect(try todo("SUMMARY:x").times() == [])
    #expect(try todo("SUMMARY:x").fates() == ["expanded"])
    #expect(try todo("DUE:soon").fates() == ["line 7: the time of DUE cannot be read"])
  }
}

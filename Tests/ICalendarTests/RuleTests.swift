import CivilTime
import ICalendar
import Testing

/// The facts about rules that libical 3.0.16 gets wrong or loses, and the examples of RFC 5545 §3.8.5.3.
@Suite struct RuleTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let rule: String
    let days: [String]
    var start = "20261201T090000"
    var testDescription: String { rule }
  }

  private static func event(_ rule: String, start: String = "20261201T090000") throws -> CalendarDocument {
    try Samples.event("DTSTART;TZID=Europe/London:\(start)\nDURATION:PT50M\nRRULE:\(rule)")
  }

  // 1 December 2026 is a Tuesday.
  @Test(arguments: [
    Example(rule: "FREQ=WEEKLY", days: ["01", "08", "15", "22", "29"]),
    Example(rule: "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH", days: ["01", "03", "15", "17", "29", "31"]),
    // DTSTART is a Tuesday, off the rule: it counts all the same.
    Example(rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", days: ["01", "14", "28"]),
    Example(rule: "FREQ=WEEKLY;BYDAY=MO;COUNT=3", days: ["01", "07", "14", "21"]),
    Example(rule: "FREQ=WEEKLY;BYDAY=TU;COUNT=3", days: ["01", "08", "15"]),
    Example(rule: "FREQ=DAILY;INTERVAL=8;COUNT=3", days: ["01", "09", "17"]),
    // A DTSTART after its UNTIL stands alone.
    Example(rule: "FREQ=WEEKLY;UNTIL=20261101", days: ["01"]),
    Example(rule: "", days: ["01"]),
    Example(rule: "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-1", days: ["01", "04", "11", "18", "25"]),
    Example(rule: "FREQ=WEEKLY;BYDAY=TU,TH;BYSETPOS=1", days: ["01", "08", "15", "22", "29"]),
    Example(rule: "FREQ=DAILY;BYHOUR=9,10,11;BYSETPOS=2;COUNT=3", days: ["01", "01", "02", "03"]),
    Example(rule: "FREQ=DAILY;INTERVAL=10;COUNT=5", days: ["01", "11", "21", "31"]),
    Example(rule: "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=3", days: ["01", "15"]),
    Example(rule: "FREQ=MONTHLY;BYDAY=-1FR", days: ["01", "25"]),
    Example(rule: "FREQ=MONTHLY;BYMONTHDAY=-1,15", days: ["01", "15", "31"]),
    Example(rule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", days: ["01", "31"]),
    Example(rule: "FREQ=YEARLY;BYMONTHDAY=24", days: ["01", "24"]),
    Example(rule: "FREQ=YEARLY;BYWEEKNO=52", days: ["01", "22"]),
    Example(rule: "FREQ=YEARLY;BYYEARDAY=-1", days: ["01", "31"]),
    Example(rule: "FREQ=YEARLY;BYMONTH=12;BYDAY=4TH", days: ["01", "24"]),
    Example(rule: "FREQ=WEEKLY;INTERVAL=100000", days: ["01"]),
    Example(rule: "FREQ=WEEKLY;UNTIL=20261215", days: ["01", "08", "15"]),
    Example(rule: "FREQ=WEEKLY;UNTIL=20261215T090000Z", days: ["01", "08", "15"]),
    Example(rule: "FREQ=WEEKLY;UNTIL=20261215T085959Z", days: ["01", "08"]),
    Example(rule: "FREQ=WEEKLY;UNTIL=20261215T090000", days: ["01", "08", "15"]),
    Example(rule: "FREQ=WEEKLY;UNTIL=99991231T235959Z", days: ["01", "08", "15", "22", "29"]),
    Example(rule: "freq=weekly;wkst=su;", days: ["01", "08", "15", "22", "29"]),
    Example(rule: "RSCALE=GREGORIAN;FREQ=WEEKLY;SKIP=OMIT", days: ["01", "08", "15", "22", "29"]),
    Example(rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", days: ["01"]),
    Example(rule: "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", days: ["01"]),
    Example(rule: "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9", days: ["01"]),
    Example(rule: "FREQ=MINUTELY;BYDAY=TU;BYHOUR=9;BYMINUTE=0", days: ["01", "08", "15", "22", "29"]),
    // Begun decades before.
    Example(rule: "FREQ=WEEKLY", days: ["02", "09", "16", "23", "30"], start: "19700107T090000"),
    Example(
      rule: "FREQ=MINUTELY;BYHOUR=9;BYMINUTE=0;BYDAY=SU", days: ["06", "13", "20", "27"], start: "19700107T090000"),
    Example(
      rule: "FREQ=DAILY;INTERVAL=7;COUNT=100000", days: ["02", "09", "16", "23", "30"], start: "19700107T090000"),
    Example(rule: "FREQ=YEARLY", days: ["25"], start: "16041225T090000"),
    Example(rule: "FREQ=YEARLY;COUNT=57", days: ["07"], start: "19701207T090000"),
    Example(rule: "FREQ=YEARLY;COUNT=56", days: [], start: "19701207T090000"),
  ])
  func `a rule has these days of December 2026`(example: Example) throws {
    let document = try Self.event(example.rule, start: example.start)
    #expect(try document.fates() == ["expanded"])
    #expect(try document.starts().map { String($0.dropFirst(6).prefix(2)) } == example.days)
  }

  @Test(arguments: [
    "FREQ=WEEKLY;COUNT=3;UNTIL=20261231", "FREQ=WEEKLY;COUNT=-1", "FREQ=WEEKLY;COUNT=0", "FREQ=WEEKLY;INTERVAL=0",
    "FREQ=WEEKLY;FOO=1", "FREQ=FORTNIGHTLY", "BYDAY=MO", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;BYMONTHDAY=1", "FREQ=MONTHLY;BYWEEKNO=3", "FREQ=DAILY;BYYEARDAY=3", "FREQ=MONTHLY;BYMONTHDAY=0",
    "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=DAILY;BYHOUR=24", "FREQ=WEEKLY;BYDAY=MO;BYDAY=TU", "FREQ=WEEKLY;UNTIL=soon",
    "FREQ=YEARLY;RSCALE=HEBREW", "FREQ=YEARLY;SKIP=FORWARD", "FREQ=WEEKLY;INTERVAL=99999999999999999999", "FREQ",
    "FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO", "FREQ=MINUTELY", "FREQ=SECONDLY", "FREQ=SECONDLY;COUNT=999999999",
  ])
  func `a rule without a sure reading is refused by name and line`(rule: String) throws {
    let start = rule.contains("COUNT=999999999") ? "20000101T090000" : "20261201T090000"
    let document = try Self.event(rule, start: start)
    let fate = try #require(try document.fates().first)
    #expect(fate.hasPrefix("line 9: the recurrence rule is refused"))
    #expect(try document.starts().isEmpty)
  }

  @Test func `an hourly rule of a whole day is refused`() throws {
    let document = try Samples.event("DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=HOURLY")
    #expect(try document.fates()[0].contains("of a whole day"))
  }

  @Test func `a series keeps its wall clock when the clocks change`() throws {
    let document = try Self.event("FREQ=WEEKLY", start: "20261001T090000")
    #expect(
      try document.starts("20261020T000000Z", "20261106T000000Z")
        == ["20261022T080000Z", "20261029T090000Z", "20261105T090000Z"])
  }

  @Test func `UNTIL in UTC counts across a change of the clocks`() throws {
    // 09:00 in London is 08:00Z in summer and 09:00Z in winter.
    let kept = try Self.event("FREQ=WEEKLY;UNTIL=20261029T090000Z", start: "20261001T090000")
    #expect(try kept.starts("20261020T000000Z", "20261201T000000Z") == ["20261022T080000Z", "20261029T090000Z"])
    let broken = try Self.event("FREQ=WEEKLY;UNTIL=20261029T080000Z", start: "20261001T090000")
    #expect(try broken.starts("20261020T000000Z", "20261201T000000Z") == ["20261022T080000Z"])
  }

  @Test(arguments: [
    ("20261203", "America/New_York"), ("20261203T000000Z", "Europe/London"), ("20261203T235959Z", "Europe/London"),
    ("20261203T050000Z", "America/New_York"), ("20261202T130000Z", "Australia/Sydney"),
    ("20261203T235959Z", "Australia/Sydney"),
  ])
  func `UNTIL of whole days is its day, or the practice's where it is a midnight there`(until: String, zone: String)
    throws
  {
    let document = try Samples.event("DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY;UNTIL=\(until)")
    let zone = try #require(Zone(identifier: zone))
    let days = try document.expand(over: Samples.interval("20261101T000000Z", "20270101T000000Z"), zone: zone)
      .occurrences.map { zone.day(of: $0.interval.start).basic }
    #expect(days == ["20261201", "20261202", "20261203"])
  }

  @Test func `two rules are joined and an EXRULE is taken away`() throws {
    let document = try Samples.event(
      "DTSTART;TZID=Europe/London:20261201T090000\nRRULE:FREQ=WEEKLY\nRRULE:FREQ=MONTHLY;BYMONTHDAY=1,3\nEXRULE:FREQ=WEEKLY;INTERVAL=2"
    )
    #expect(
      try document.starts() == ["20261203T090000Z", "20261208T090000Z", "20261222T090000Z"])
  }
}

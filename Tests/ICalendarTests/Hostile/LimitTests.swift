import CivilTime
import ICalendar
import Testing

/// Every limit by its name: what is at the limit is read, what is one over is refused, and the message has both numbers.
@Suite struct LimitTests {
  private static func read(_ text: String, _ limits: CalendarLimits = .standard) throws -> CalendarDocument {
    try CalendarDocument(parsing: Array(text.utf8), limits: limits)
  }

  private static func problem(_ text: String, _ limits: CalendarLimits = .standard) throws -> CalendarProblem {
    try #require(throws: CalendarProblem.self) { try read(text, limits) }
  }

  private static func refusal(_ lines: String, _ limits: CalendarLimits) throws -> CalendarProblem? {
    let document = try Samples.event(lines)
    let over = try Samples.interval("20261201T000000Z", "20270101T000000Z")
    guard case .notUnderstood(let problem) = document.expand(over: over, zone: .utc, limits: limits).fates[0] else {
      return nil
    }
    return problem
  }

  @Test func `bytes of a file`() throws {
    let calendar = "BEGIN:VCALENDAR\nEND:VCALENDAR\n"
    let limits = CalendarLimits(maxFileBytes: 30)
    #expect(try Self.read(calendar, limits).components.isEmpty)
    #expect(try Self.problem(calendar + "\n", limits).message == "the file has 31 bytes; at most 30 are read")
  }

  @Test func `bytes of a line`() throws {
    func calendar(_ count: Int) -> String {
      let value = String(repeating: "a", count: count - 4 - 10) + "\n " + String(repeating: "a", count: 10)
      return "BEGIN:VCALENDAR\nX-A:\(value)\nEND:VCALENDAR\n"
    }
    let limits = CalendarLimits(maxLineBytes: 100)
    #expect(try Self.read(calendar(100), limits).components.isEmpty)
    let problem = try Self.problem(calendar(150), limits)
    #expect(problem.message == "a content line has 150 bytes; at most 100 are read")
    #expect(problem.line == 2)
    #expect(try Self.problem(calendar(101), limits).message == "a content line has 101 bytes; at most 100 are read")
  }

  @Test func `components within one another`() throws {
    func nested(_ depth: Int) -> String {
      let names = ["VCALENDAR"] + Array(repeating: "X-A", count: depth - 1)
      return names.map { "BEGIN:\($0)\n" }.joined() + names.reversed().map { "END:\($0)\n" }.joined()
    }
    #expect(try Self.read(nested(16)).components.count == 1)
    #expect(try Self.problem(nested(17)).message == "a component begins at depth 17; at most 16 are read")
    #expect(try Self.problem(nested(100_000)).line == 17)
  }

  @Test func `components of a file`() throws {
    let calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nEND:VCALENDAR\n"
    #expect(try Self.read(calendar, CalendarLimits(maxComponents: 2)).components.count == 1)
    let problem = try Self.problem(calendar, CalendarLimits(maxComponents: 1))
    #expect(problem.message == "component 2 of the file begins here; at most 1 are read")
    #expect(problem.line == 2)
  }

  @Test func `properties of a file, parameters counted`() throws {
    let calendar = "BEGIN:VCALENDAR\nX-A;P=1,2;Q=3:x\nX-B:y\nEND:VCALENDAR\n"
    #expect(try Self.read(calendar, CalendarLimits(maxProperties: 5)).components.isEmpty)
    let problem = try Self.problem(calendar, CalendarLimits(maxProperties: 4))
    #expect(problem.message == "property 5 of the file, parameters counted, begins here; at most 4 are read")
    #expect(problem.line == 3)
  }

  @Test func `odd lines that are told`() throws {
    func calendar(_ count: Int) throws -> CalendarDocument {
      try Self.read("BEGIN:VCALENDAR\n" + String(repeating: "X:\u{1}\n", count: count) + "END:VCALENDAR\n")
    }
    #expect(try calendar(1_000).problems.count == 1_000)
    let problems = try calendar(1_002).problems
    #expect(problems.count == 1_001)
    #expect(problems.last?.message == "2 more lines of the file are odd in such a way")
  }

  @Test func `occurrences of a series`() throws {
    let lines = "DTSTART:20261201T000000Z\nRRULE:FREQ=DAILY;COUNT=10"
    #expect(try Self.refusal(lines, CalendarLimits(maxOccurrencesPerComponent: 10)) == nil)
    let problem = try Self.refusal(lines, CalendarLimits(maxOccurrencesPerComponent: 9))
    #expect(problem?.message == "the recurrence rule is refused: more than 9 occurrences in the time asked for")
  }

  @Test func `occurrences of a file`() throws {
    let lines = "DTSTART:20261201T000000Z\nRRULE:FREQ=DAILY;COUNT=10"
    #expect(try Self.refusal(lines, CalendarLimits(maxOccurrences: 10)) == nil)
    let problem = try Self.refusal(lines, CalendarLimits(maxOccurrences: 9))
    #expect(
      problem?.message
        == "the recurrence rule is refused: the file has more than 9 occurrences in the time asked for")
  }

  @Test func `steps of a rule and of a file`() throws {
    // Five days, and the one that COUNT ends with.
    let lines = "DTSTART:20261127T000000Z\nRRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=5"
    #expect(try Self.refusal(lines, CalendarLimits(maxStepsPerRule: 5, maxSteps: 5)) == nil)
    #expect(
      try Self.refusal(lines, CalendarLimits(maxStepsPerRule: 4))?.message
        == "the recurrence rule is refused: finding its occurrences takes more than 4 steps")
    #expect(
      try Self.refusal(lines, CalendarLimits(maxSteps: 4))?.message
        == "the recurrence rule is refused: finding the occurrences of the file takes more than 4 steps")
  }

  @Test func `bytes of a rule`() throws {
    func rule(_ count: Int) -> String {
      let start = "FREQ=DAILY;BYHOUR=1"
      return "DTSTART:20261201T000000Z\nRRULE:" + start + String(repeating: ",1", count: (count - start.utf8.count) / 2)
    }
    // FREQ=DAILY;BYHOUR=1 has 19 bytes, and each further hour two.
    #expect(try Self.refusal(rule(16_383), .standard) == nil)
    #expect(
      try Self.refusal(rule(16_385), .standard)?.message
        == "the recurrence rule is refused: it has 16385 bytes; at most 16384 are read")
  }

  @Test(arguments: [("1600", nil), ("2199", nil), ("1599", "1599"), ("2200", "2200")] as [(String, String?)])
  func years(year: String, refused: String?) throws {
    let problem = try Self.refusal("DTSTART:\(year)1203T100000Z", .standard)
    #expect(problem?.message == refused.map { "the year of DTSTART is \($0), not within 1600-2199" })
  }

  @Test func `changes of a zone`() throws {
    func calendar(_ count: Int) throws -> CalendarDocument {
      let days = (0..<(count - 1)).map { Day(ordinal: $0).basic + "T000000" }.joined(separator: ",")
      return try Samples.event(
        "DTSTART;TZID=Here:20261203T100000",
        header: "BEGIN:VTIMEZONE\nTZID:Here\nBEGIN:STANDARD\nDTSTART:19000101T000000\nRDATE:\(days)\n"
          + "TZOFFSETFROM:+0100\nTZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE")
    }
    #expect(try calendar(2_400).fates() == ["expanded"])
    #expect(
      try calendar(2_401).fates()[0].hasSuffix(
        "a VTIMEZONE has 2401 changes of its offset; at most 2400 are read"))
  }

  @Test(arguments: ["PT99999999999H", "P99999999999W", "P1DT99999999999M"])
  func `a duration of many parts is refused before its sum is too large`(part: String) throws {
    let long = part.prefix { $0 != "9" } + String(repeating: String(part.drop { $0 != "9" }), count: 100_000)
    #expect(
      try Self.refusal("DTSTART:20261203T100000Z\nDURATION:\(long)", .standard)?.message == "DURATION cannot be read")
  }
}

import CivilTime
import Testing

@testable import ICalendar

/// Rules that are made to take long. Each ends by the work that is counted, never by a clock.
@Suite struct RuleBombTests {
  private static let limits = CalendarLimits(maxOccurrencesPerComponent: 2_000, maxStepsPerRule: 40_000)

  /// Two hundred shapes and more.
  private static let shapes: [String] = {
    let frequencies = ["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
    func list(_ range: ClosedRange<Int>) -> String {
      range.filter { $0 != 0 }.map { "\($0)" }.joined(separator: ",")
    }
    let every = "BYSECOND=\(list(1...59));BYMINUTE=\(list(1...59));BYHOUR=\(list(1...23))"
    let weekdays = (-53...53).filter { $0 != 0 }.flatMap { number in
      ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].map { "\(number)\($0)" }
    }
    let parts = [
      "", "BYMONTH=2;BYMONTHDAY=30", "BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;BYHOUR=3;BYMINUTE=7;BYSECOND=11",
      "BYSECOND=59;BYMINUTE=59;BYHOUR=23", every, every + ";BYSETPOS=\(list(-366...366))", "BYSETPOS=366",
      "BYSETPOS=-366", "BYDAY=SU;BYSETPOS=53", "BYYEARDAY=366", "BYYEARDAY=\(list(-366...366))",
      "BYMONTHDAY=\(list(-31...31))", "BYMONTHDAY=31;BYMONTH=4,6,9,11", "BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
      "BYWEEKNO=\(list(-53...53))", "BYDAY=\(weekdays.joined(separator: ","))", "BYDAY=53MO;BYMONTH=2",
      "BYHOUR=3;BYMONTH=12;BYDAY=MO", "INTERVAL=1000000", "INTERVAL=999983;BYMONTH=2;BYMONTHDAY=29",
      "INTERVAL=2;BYHOUR=1;BYMINUTE=1;BYSECOND=1",
    ]
    let ends = [
      "", "COUNT=2147483648", "COUNT=1000000000", "COUNT=1", "UNTIL=99991231T235959Z", "UNTIL=16000102T000000Z",
    ]
    return frequencies.flatMap { frequency in
      parts.flatMap { part in
        ends.map { end in ["FREQ=\(frequency)", part, end].filter { !$0.isEmpty }.joined(separator: ";") }
      }
    }
  }()

  @Test(arguments: ["16000101T000000", "19700101T235959", "20261130T120000"])
  func `every rule ends within its steps`(start: String) throws {
    #expect(Self.shapes.count > 800)
    guard case .local(let civil) = TimeValue(start) else {
      Issue.record("no time")
      return
    }
    let from = try Samples.instant("20261201T000000Z").seconds
    var most = 0
    for shape in Self.shapes {
      let budget = ExpansionBudget(Self.limits)
      do throws(CalendarProblem) {
        let rule = try RecurrenceRule(Property(name: "RRULE", value: shape, line: 1))
        let expansion = try RuleExpansion(rule, start: civil, isDate: false, limits: Self.limits, line: 1)
        let found = try expansion.occurrences(within: from...(from + 42 * 86_400), budget)
        #expect(found.count <= 2_001, "\(shape.prefix(80))")
      } catch {
        #expect(error.message.hasPrefix("the recurrence rule is refused: "), "\(shape.prefix(80))")
      }
      most = max(most, budget.stepsSpent)
    }
    // One period more than the limit, with as many times as a period can have.
    #expect(most <= 40_000 + 46 + 366 * 2_000 / 16)
  }

  @Test func `a file of rule bombs ends soon, and each is named`() throws {
    let bombs = (0..<3_000).map { number in
      "BEGIN:VEVENT\nUID:b\(number)\nDTSTART:20000101T000000Z\nRRULE:FREQ=SECONDLY;COUNT=999999999;BYSECOND=0\nEND:VEVENT\n"
    }
    let document = try Samples.calendar(bombs.joined())
    let limits = CalendarLimits(maxStepsPerRule: 1_000, maxSteps: 10_000)
    let over = try Samples.interval("20261201T000000Z", "20270101T000000Z")
    let fates = document.expand(over: over, zone: .utc, limits: limits).fates
    #expect(fates.allSatisfy { if case .notUnderstood = $0 { true } else { false } })
    guard case .notUnderstood(let problem) = fates[2_999] else { return }
    #expect(problem.message.contains("takes more than 10000 steps"))
    // What is held of them shares one budget as well.
    let stated = document.statedTimes(over: over, zone: .utc, limits: limits)
    #expect(fates.indices.allSatisfy { stated.ofComponent(at: $0).isEmpty })
    #expect(stated.stepsSpent < 20_000)
  }
}

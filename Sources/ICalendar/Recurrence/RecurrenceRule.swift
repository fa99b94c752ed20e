import CivilTime

/// A RECUR value: RFC 5545 §3.3.10.
struct RecurrenceRule: Hashable, Sendable {
  enum Frequency: String, Comparable, Sendable {
    case secondly = "SECONDLY"
    case minutely = "MINUTELY"
    case hourly = "HOURLY"
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"

    private var rank: Int {
      switch self {
      case .secondly: 0
      case .minutely: 1
      case .hourly: 2
      case .daily: 3
      case .weekly: 4
      case .monthly: 5
      case .yearly: 6
      }
    }
    static func < (left: Frequency, right: Frequency) -> Bool { left.rank < right.rank }
  }

  /// A weekday of BYDAY; `ordinal` 0 means every one, else the nth of the month or year, from its end when negative.
  struct WeekdayNumber: Hashable, Sendable {
    let ordinal: Int
    let weekday: Weekday
  }

  let frequency: Frequency
  var interval = 1
  var count: Int?
  var until: TimeValue?
  var weekStart = Weekday.monday
  var seconds: [Int] = []
  var minutes: [Int] = []
  var hours: [Int] = []
  var weekdays: [WeekdayNumber] = []
  var monthDays: [Int] = []
  var yearDays: [Int] = []
  var weekNumbers: [Int] = []
  var months: [Int] = []
  var positions: [Int] = []

  /// Reads the rule of a property; throws for what the RFC does not allow, or what has no reading that programs share.
  init(_ property: Property) throws(CalendarProblem) {
    let line = property.line
    let length = property.value.utf8.count
    guard length <= RecurrenceRule.maxBytes else {
      throw RecurrenceRule.refusal(line, "it has \(length) bytes; at most \(RecurrenceRule.maxBytes) are read")
    }
    var parts: [(name: String, value: String)] = []
    var names: Set<String> = []
    for part in property.value.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { throw RecurrenceRule.refusal(line, "a part of the rule has no '='") }
      let name = sides[0].uppercased()
      guard names.insert(name).inserted else {
        throw RecurrenceRule.refusal(line, "a part of the rule stands twice")
      }
      parts.append((name, sides[1].uppercased()))
    }
    guard let frequency = parts.first(where: { $0.name == "FREQ" }).flatMap({ Frequency(rawValue: $0.value) }) else {
      throw RecurrenceRule.refusal(line, "the rule has no FREQ that RFC 5545 knows")
    }
    self.frequency = frequency
    for (name, value) in parts where name != "FREQ" {
      do throws(Refusal) { try take(name, value) } catch { throw RecurrenceRule.refusal(line, error.reason) }
    }
    if let reason = contradiction { throw RecurrenceRule.refusal(line, reason) }
  }

  /// Bytes of a rule: every value of every part fits three times over.
  static let maxBytes = 16_384

  private struct Refusal: Error { let reason: String }

  private static func refusal(_ line: Int, _ reason: String) -> CalendarProblem {
    CalendarProblem(
      line: line, message: "the recurrence rule is refused: \(reason)",
      hint: "set the repetition of the event anew in the calendar program")
  }

  private mutating func take(_ name: String, _ value: String) throws(Refusal) {
    switch name {
    case "INTERVAL": interval = try RecurrenceRule.number(value, 1...1_000_000, name)
    case "COUNT": count = try RecurrenceRule.number(value, 1...1_000_000_000, name)
    case "UNTIL":
      guard let time = TimeValue(value) else { throw Refusal(reason: "UNTIL cannot be read") }
      until = time
    case "WKST": weekStart = try RecurrenceRule.weekday(value[...], name)
    // A leap second is second 59.
    case "BYSECOND": seconds = Set(try RecurrenceRule.numbers(value, 0...60, name).map { min($0, 59) }).sorted()
    case "BYMINUTE": minutes = try RecurrenceRule.numbers(value, 0...59, name)
    case "BYHOUR": hours = try RecurrenceRule.numbers(value, 0...23, name)
    case "BYDAY": weekdays = try RecurrenceRule.weekdayNumbers(value)
    case "BYMONTHDAY": monthDays = try RecurrenceRule.numbers(value, -31...31, name)
    case "BYYEARDAY": yearDays = try RecurrenceRule.numbers(value, -366...366, name)
    case "BYWEEKNO": weekNumbers = try RecurrenceRule.numbers(value, -53...53, name)
    case "BYMONTH": months = try RecurrenceRule.numbers(value, 1...12, name)
    case "BYSETPOS": positions = try RecurrenceRule.numbers(value, -366...366, name)
    // RFC 7529: the calendar and the omission that RFC 5545 has anyway.
    case "RSCALE" where value == "GREGORIAN", "SKIP" where value == "OMIT": break
    case "RSCALE": throw Refusal(reason: "RSCALE is not GREGORIAN")
    case "SKIP": throw Refusal(reason: "SKIP is not OMIT")
    default: throw Refusal(reason: "it has a part that RFC 5545 does not know")
    }
  }

  /// What RFC 5545 forbids between the parts.
  private var contradiction: String? {
    if count != nil, until != nil { return "COUNT and UNTIL exclude one another" }
    if !weekNumbers.isEmpty, frequency != .yearly { return "BYWEEKNO needs FREQ=YEARLY" }
    if !yearDays.isEmpty, [.daily, .weekly, .monthly].contains(frequency) {
      return "BYYEARDAY does not go with FREQ=\(frequency.rawValue)"
    }
    if !monthDays.isEmpty, frequency == .weekly { return "BYMONTHDAY does not go with FREQ=WEEKLY" }
    if weekdays.contains(where: { $0.ordinal != 0 }) {
      if frequency != .monthly, frequency != .yearly { return "a numbered BYDAY needs FREQ=MONTHLY or YEARLY" }
      if !weekNumbers.isEmpty { return "a numbered BYDAY does not go with BYWEEKNO" }
    }
    return nil
  }

  private static func number(_ text: String, _ range: ClosedRange<Int>, _ name: String) throws(Refusal) -> Int {
    guard let value = integer(text[...]), range.contains(value) else {
      throw Refusal(reason: "\(name) is not within \(range.lowerBound) and \(range.upperBound)")
    }
    return value
  }

  /// Sorted, each once; 0 is refused where negative numbers are allowed.
  private static func numbers(_ text: String, _ range: ClosedRange<Int>, _ name: String) throws(Refusal) -> [Int] {
    var values: Set<Int> = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let value = integer(item), range.contains(value), value != 0 || range.lowerBound >= 0 else {
        throw Refusal(reason: "\(name) is not within \(range.lowerBound) and \(range.upperBound)")
      }
      values.insert(value)
    }
    return values.sorted()
  }

  private static func weekdayNumbers(_ text: String) throws(Refusal) -> [WeekdayNumber] {
    var found: [WeekdayNumber] = []
    var known: Set<WeekdayNumber> = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let weekday = try weekday(item.suffix(2), "BYDAY")
      let digits = item.dropLast(2)
      guard let ordinal = digits.isEmpty ? 0 : integer(digits), digits.isEmpty || ordinal != 0,
        (-53...53).contains(ordinal)
      else { throw Refusal(reason: "BYDAY has a number that is not within 1 and 53") }
      let number = WeekdayNumber(ordinal: ordinal, weekday: weekday)
      if known.insert(number).inserted { found.append(number) }
    }
    return found
  }

  private static func weekday(_ text: Substring, _ name: String) throws(Refusal) -> Weekday {
    switch text {
    case "MO": .monday
    case "TU": .tuesday
    case "WE": .wednesday
    case "TH": .thursday
    case "FR": .friday
    case "SA": .saturday
    case "SU": .sunday
    default: throw Refusal(reason: "\(name) has a weekday that is none")
    }
  }

  private static func integer(_ text: Substring) -> Int? {
    guard text.utf8.count <= 11 else { return nil }
    return Int(text)
  }
}

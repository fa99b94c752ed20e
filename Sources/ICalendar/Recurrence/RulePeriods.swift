import CivilTime

/// The periods of a rule one after another: every INTERVALth year, month, week, day, hour, minute or second from that
/// of DTSTART.
struct RulePeriods {
  private let frequency: RecurrenceRule.Frequency
  private let interval: Int
  private let firstYear: Int
  /// Months since year 0.
  private let firstMonth: Int
  /// Local seconds at which the first period begins, for periods of a fixed length.
  private let firstBegin: Int
  /// How many periods after the first.
  private(set) var index = 0

  init(_ rule: RecurrenceRule, start: CivilDateTime) {
    frequency = rule.frequency
    interval = rule.interval
    let date = start.day.date
    firstYear = date.year
    firstMonth = date.year * 12 + date.month - 1
    let local = start.localSeconds
    switch rule.frequency {
    case .weekly:
      let back = (start.day.weekday.rawValue - rule.weekStart.rawValue).remainder(7)
      firstBegin = (start.day - back).ordinal * 86_400
    case .hourly: firstBegin = local - local.remainder(3_600)
    case .minutely: firstBegin = local - local.remainder(60)
    case .secondly: firstBegin = local
    default: firstBegin = start.day.ordinal * 86_400
    }
  }

  /// The year and month of the period, for years (month 1) and months.
  var yearAndMonth: (year: Int, month: Int) {
    if frequency == .yearly { return (firstYear + index * interval, 1) }
    let month = firstMonth + index * interval
    return (month / 12, month % 12 + 1)
  }

  /// The local seconds at which the period begins; nil after the year 9999.
  var begin: Int? {
    switch frequency {
    case .yearly, .monthly:
      let (year, month) = yearAndMonth
      return Day(year: year, month: month, day: 1).map { $0.ordinal * 86_400 }
    default: return firstBegin + index * interval * length
    }
  }

  mutating func advance() { index += 1 }

  /// Goes to the last period that begins at or before that time, if it lies ahead; gives the periods left out.
  @discardableResult
  mutating func skip(before local: Int) -> Int {
    let date = CivilDateTime(localSeconds: local).day.date
    let target: Int
    switch frequency {
    case .yearly: target = (date.year - firstYear).quotient(interval)
    case .monthly: target = (date.year * 12 + date.month - 1 - firstMonth).quotient(interval)
    default: target = (local - firstBegin).quotient(interval * length)
    }
    // One more, for what a period holds of the time after its end.
    let skipped = max(0, target - 1 - index)
    index += skipped
    return skipped
  }

  /// Goes to the first period that begins at or after that time, and at least one further; for periods of a fixed length.
  mutating func skip(to local: Int) {
    index = max(index + 1, -((firstBegin - local).quotient(interval * length)))
  }

  private var length: Int {
    switch frequency {
    case .weekly: 7 * 86_400
    case .hourly: 3_600
    case .minutely: 60
    case .secondly: 1
    default: 86_400
    }
  }
}

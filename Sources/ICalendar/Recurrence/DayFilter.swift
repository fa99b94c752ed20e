import CivilTime

/// Which days of a period meet the BY parts of a rule, and what DTSTART says where they are silent.
struct DayFilter {
  private let frequency: RecurrenceRule.Frequency
  private let weekStart: Weekday
  private let months: SignedNumbers
  private let weekNumbers: SignedNumbers
  private let yearDays: SignedNumbers
  private let monthDays: SignedNumbers
  /// Bit n for weekday n, where every one of them is meant.
  private let plainWeekdays: UInt8
  /// By weekday, the ordinals of those that have one; empty where none has.
  private let numberedWeekdays: [SignedNumbers]
  private let numbersAreOfMonth: Bool

  init(_ rule: RecurrenceRule, start: Day) {
    var months = rule.months
    var monthDays = rule.monthDays
    var weekdays = rule.weekdays
    let date = start.date
    let startWeekday = [RecurrenceRule.WeekdayNumber(ordinal: 0, weekday: start.weekday)]
    switch rule.frequency {
    case .yearly where rule.yearDays.isEmpty && monthDays.isEmpty && weekdays.isEmpty:
      if !rule.weekNumbers.isEmpty {
        weekdays = startWeekday
      } else {
        monthDays = [date.day]
        if months.isEmpty { months = [date.month] }
      }
    case .monthly where monthDays.isEmpty && weekdays.isEmpty: monthDays = [date.day]
    case .weekly where weekdays.isEmpty: weekdays = startWeekday
    default: break
    }
    frequency = rule.frequency
    weekStart = rule.weekStart
    self.months = SignedNumbers(months)
    weekNumbers = SignedNumbers(rule.weekNumbers)
    yearDays = SignedNumbers(rule.yearDays)
    self.monthDays = SignedNumbers(monthDays)
    plainWeekdays = weekdays.reduce(0) { $1.ordinal == 0 ? $0 | 1 << UInt8($1.weekday.rawValue) : $0 }
    let numbered = weekdays.filter { $0.ordinal != 0 }
    numberedWeekdays =
      numbered.isEmpty
      ? []
      : Weekday.allCases.map { weekday in
        SignedNumbers(numbered.filter { $0.weekday == weekday }.map(\.ordinal))
      }
    numbersAreOfMonth = rule.frequency == .monthly || !rule.months.isEmpty
  }

  /// Whether every period has exactly one instance, so that COUNT can be reckoned without looking at each.
  func isOpen(_ rule: RecurrenceRule) -> Bool {
    rule.frequency <= .daily && months.isEmpty && yearDays.isEmpty && monthDays.isEmpty && plainWeekdays == 0
      && rule.hours.isEmpty && rule.minutes.isEmpty && rule.seconds.isEmpty && rule.positions.isEmpty
  }

  /// Calls `body` with each day of the period that meets the rule, in order; for periods of a day or longer.
  func forEachDay(of period: RulePeriods, _ body: (Day) -> Void) {
    switch frequency {
    case .yearly:
      let year = period.yearAndMonth.year
      for month in 1...12 where months.isEmpty || months.contains(month) { forEachDay(year, month, body) }
    case .monthly:
      let (year, month) = period.yearAndMonth
      if months.isEmpty || months.contains(month) { forEachDay(year, month, body) }
    default:
      guard let begin = period.begin else { return }
      let first = CivilDateTime(localSeconds: begin).day
      for offset in 0..<(frequency == .weekly ? 7 : 1) where admits(first + offset) { body(first + offset) }
    }
  }

  private func forEachDay(_ year: Int, _ month: Int, _ body: (Day) -> Void) {
    guard let first = Day(year: year, month: month, day: 1) else { return }
    for dayOfMonth in 1...Day.daysInMonth(year: year, month: month) {
      let day = first + (dayOfMonth - 1)
      if meets(day, (year, month, dayOfMonth)) { body(day) }
    }
  }

  /// Whether the day meets every part.
  func admits(_ day: Day) -> Bool {
    if frequency == .weekly, months.isEmpty { return plainWeekdays & 1 << UInt8(day.weekday.rawValue) != 0 }
    let date = day.date
    return (months.isEmpty || months.contains(date.month)) && meets(day, date)
  }

  /// Whether it meets every part but BYMONTH.
  private func meets(_ day: Day, _ date: (year: Int, month: Int, day: Int)) -> Bool {
    if !monthDays.isEmpty {
      let last = Day.daysInMonth(year: date.year, month: date.month)
      guard monthDays.contains(date.day, of: last) else { return false }
    }
    if plainWeekdays != 0 || !numberedWeekdays.isEmpty {
      guard plainWeekdays & 1 << UInt8(day.weekday.rawValue) != 0 || isNumbered(day, date) else { return false }
    }
    if !yearDays.isEmpty {
      let ofYear = DayFilter.dayOfYear(day, date.year)
      let last = DayFilter.daysInYear(date.year)
      guard yearDays.contains(ofYear, of: last) else { return false }
    }
    if !weekNumbers.isEmpty {
      let (number, last) = week(of: day)
      guard weekNumbers.contains(number, of: last) else { return false }
    }
    return true
  }

  private func isNumbered(_ day: Day, _ date: (year: Int, month: Int, day: Int)) -> Bool {
    guard !numberedWeekdays.isEmpty else { return false }
    let ordinals = numberedWeekdays[day.weekday.rawValue]
    guard !ordinals.isEmpty else { return false }
    let position = numbersAreOfMonth ? date.day : DayFilter.dayOfYear(day, date.year)
    let last =
      numbersAreOfMonth ? Day.daysInMonth(year: date.year, month: date.month) : DayFilter.daysInYear(date.year)
    let fromBegin = (position - 1) / 7 + 1
    let fromEnd = -((last - position) / 7 + 1)
    return ordinals.contains(fromBegin) || ordinals.contains(fromEnd)
  }

  /// The number of the day's week, and that of the last week of the same year; a week belongs to the year of its fourth
  /// day.
  private func week(of day: Day) -> (number: Int, last: Int) {
    let fourth = day - (day.weekday.rawValue - weekStart.rawValue).remainder(7) + 3
    let year = fourth.date.year
    let ofYear = DayFilter.dayOfYear(fourth, year)
    let number = (ofYear - 1) / 7 + 1
    return (number, number + (DayFilter.daysInYear(year) - ofYear) / 7)
  }

  private static func daysInYear(_ year: Int) -> Int { Day.isLeap(year) ? 366 : 365 }

  /// From 1.
  private static func dayOfYear(_ day: Day, _ year: Int) -> Int {
    (Day(year: year, month: 1, day: 1).map { day - $0 } ?? 0) + 1
  }
}

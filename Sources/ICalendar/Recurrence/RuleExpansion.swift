import CivilTime

/// The instances of a rule, in local seconds of the wall clock of its DTSTART: RFC 5545 §3.3.10.
///
/// Each period of the frequency (a year, a month, a week from WKST, … ) is taken whole: its days and times that meet every
/// BY part, sorted, thinned by BYSETPOS, and what lies before DTSTART left out.
///
/// DTSTART itself is always an instance, though it be off the rule; COUNT then counts the rule's own, as dateutil and libical
/// do. The RFC leaves such a series undefined, and an occurrence too many is told to somebody, one too few is not.
///
/// Without COUNT the periods before the time asked for are skipped by arithmetic: a series that began decades ago costs
/// nothing.
struct RuleExpansion {
  private let rule: RecurrenceRule
  private let start: CivilDateTime
  private let days: DayFilter
  /// Seconds of a day, sorted, for frequencies of a day or longer.
  private let timesOfDay: [Int]
  /// Seconds after the begin of an hour or minute, for shorter ones.
  private let timesOfPeriod: [Int]
  private let maxOccurrences: Int
  private let maxSteps: Int
  /// What looking at one period costs, in steps: one for every eight days.
  private let stepsOfPeriod: Int
  private let hours: SignedNumbers
  private let minutes: SignedNumbers
  private let seconds: SignedNumbers
  private let line: Int?

  init(
    _ rule: RecurrenceRule, start: CivilDateTime, isDate: Bool, limits: CalendarLimits, line: Int? = nil
  ) throws(CalendarProblem) {
    self.rule = rule
    self.start = start
    self.line = line
    days = DayFilter(rule, start: start.day)
    maxOccurrences = limits.maxOccurrencesPerComponent
    maxSteps = limits.maxStepsPerRule
    stepsOfPeriod = RuleExpansion.steps(of: rule.frequency)
    self.hours = SignedNumbers(rule.hours)
    self.minutes = SignedNumbers(rule.minutes)
    self.seconds = SignedNumbers(rule.seconds)
    if isDate, rule.frequency < .daily {
      throw CalendarProblem(
        line: line, message: "the recurrence rule is refused: FREQ=\(rule.frequency.rawValue) of a whole day",
        hint: "set the repetition of the event anew in the calendar program")
    }
    let seconds = rule.seconds.isEmpty ? [start.second] : rule.seconds
    let minutes = rule.minutes.isEmpty ? [start.minute] : rule.minutes
    let hours = rule.hours.isEmpty ? [start.hour] : rule.hours
    if isDate {
      // BYHOUR, BYMINUTE and BYSECOND are ignored for a DATE.
      timesOfDay = [0]
      timesOfPeriod = []
    } else if rule.frequency >= .daily {
      guard hours.count * minutes.count * seconds.count <= limits.maxOccurrencesPerComponent else {
        throw CalendarProblem(line: line, message: "the recurrence rule is refused: too many times a day")
      }
      timesOfDay = hours.flatMap { hour in
        minutes.flatMap { minute in seconds.map { hour * 3_600 + minute * 60 + $0 } }
      }
      timesOfPeriod = []
    } else {
      timesOfDay = []
      switch rule.frequency {
      case .hourly: timesOfPeriod = minutes.flatMap { minute in seconds.map { minute * 60 + $0 } }
      case .minutely: timesOfPeriod = seconds
      default: timesOfPeriod = [0]
      }
    }
  }

  /// The instances from the lower to the upper bound, sorted; DTSTART among them where it lies between.
  ///
  /// Throws when there are more than the limit, when more periods would have to be looked at than is reasonable, or when the
  /// document's budget is spent.
  func occurrences(
    within bounds: ClosedRange<Int>, _ budget: ExpansionBudget
  ) throws(CalendarProblem) -> [Int] {
    // Once it is spent nothing more is tried.
    try budget.spend(occurrences: 0, steps: 0, line: line)
    var steps = 0
    let found: [Int]
    do throws(CalendarProblem) {
      found = try walk(bounds, &steps)
    } catch {
      // What was in vain was spent too.
      try budget.spend(occurrences: 0, steps: steps, line: line)
      throw error
    }
    try budget.spend(occurrences: found.count, steps: steps, line: line)
    return found
  }

  private func walk(_ bounds: ClosedRange<Int>, _ steps: inout Int) throws(CalendarProblem) -> [Int] {
    let first = start.localSeconds
    guard bounds.upperBound >= first else { return [] }
    var found: [Int] = []
    if bounds.contains(first) { found.append(first) }
    var period = RulePeriods(rule, start: start)
    var remaining = rule.count
    if remaining == nil || days.isOpen(rule) {
      let skipped = period.skip(before: bounds.lowerBound)
      remaining = rule.count.map { $0 - skipped }
    }
    var set: [Int] = []
    while remaining ?? 1 > 0, let begin = period.begin, begin <= bounds.upperBound {
      steps += stepsOfPeriod
      guard steps <= maxSteps else {
        throw tooMany("finding its occurrences takes more than \(maxSteps) steps")
      }
      set.removeAll(keepingCapacity: true)
      guard fill(&set, period: &period) else { continue }
      period.advance()
      if !rule.positions.isEmpty { choosePositions(&set) }
      for local in set where local >= first {
        if let left = remaining {
          guard left > 0 else { break }
          remaining = left - 1
        }
        guard local <= bounds.upperBound else { return found }
        if local >= bounds.lowerBound, local > first {
          found.append(local)
          guard found.count <= maxOccurrences else {
            throw tooMany("more than \(maxOccurrences) occurrences in the time asked for")
          }
        }
      }
      steps += set.count / 16
    }
    return found
  }

  private static func steps(of frequency: RecurrenceRule.Frequency) -> Int {
    switch frequency {
    case .yearly: 46
    case .monthly: 4
    default: 1
    }
  }

  private func tooMany(_ reason: String) -> CalendarProblem {
    CalendarProblem(
      line: line, message: "the recurrence rule is refused: \(reason)",
      hint: "give the repetition an end, or make it less frequent")
  }

  /// The instances of the period; false when the periods up to the next day, hour or minute that fits were skipped
  /// instead.
  private func fill(_ set: inout [Int], period: inout RulePeriods) -> Bool {
    switch rule.frequency {
    case .yearly, .monthly, .weekly, .daily:
      days.forEachDay(of: period) { day in
        for time in timesOfDay { set.append(day.ordinal * 86_400 + time) }
      }
      return true
    case .hourly, .minutely, .secondly:
      guard let begin = period.begin else { return true }
      let civil = CivilDateTime(localSeconds: begin)
      if !days.admits(civil.day) {
        period.skip(to: (civil.day + 1).ordinal * 86_400)
        return false
      }
      if !hours.isEmpty, !hours.contains(civil.hour) {
        period.skip(to: begin - begin.remainder(3_600) + 3_600)
        return false
      }
      if rule.frequency < .hourly, !minutes.isEmpty, !minutes.contains(civil.minute) {
        period.skip(to: begin - begin.remainder(60) + 60)
        return false
      }
      if rule.frequency == .secondly, !seconds.isEmpty, !seconds.contains(civil.second) {
        period.skip(to: begin + 1)
        return false
      }
      for time in timesOfPeriod { set.append(begin + time) }
      return true
    }
  }

  /// BYSETPOS: the nth instances of the period, from its end when negative.
  private func choosePositions(_ set: inout [Int]) {
    var chosen: Set<Int> = []
    for position in rule.positions {
      let index = position > 0 ? position - 1 : set.count + position
      if set.indices.contains(index) { chosen.insert(set[index]) }
    }
    set = chosen.sorted()
  }
}

extension Int {
  /// The remainder that is never negative.
  func remainder(_ divisor: Int) -> Int {
    let rest = self % divisor
    return rest < 0 ? rest + divisor : rest
  }

  /// The quotient rounded down.
  func quotient(_ divisor: Int) -> Int { (self - remainder(divisor)) / divisor }
}

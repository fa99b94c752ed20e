import CivilTime

/// One member of a recurrence set, before overrides.
struct Instance: Hashable {
  /// By the clock of DTSTART.
  let local: Int
  let instant: Instant
  /// Of an RDATE that is a period; else the series'.
  let length: Length?
}

/// The times that the EXDATEs of a series take away.
struct Exclusions {
  /// Ordinals by the clock of DTSTART.
  let days: Set<Int>
  let instants: Set<Int>

  /// Whether the occurrence that begins then is taken away.
  func contains(_ instant: Instant, local: Int) -> Bool {
    instants.contains(instant.seconds) || !days.isEmpty && days.contains(local.quotient(86_400))
  }
}

extension Series {
  /// The members of the recurrence set that begin within the bounds (instants), sorted, each once: DTSTART, RRULE and
  /// RDATE, without EXRULE and EXDATE.
  func instances(
    from lower: Instant, to upper: Instant, _ reader: TimeReader
  ) throws(CalendarProblem) -> [Instance] {
    guard let start else { return [] }
    let practice = reader.clocks.practice
    // A clock is never two days off UTC.
    let bounds = (lower.seconds - 2 * 86_400)...max(lower.seconds, upper.seconds + 2 * 86_400)
    var found: [Int: Length?] = [:]
    if bounds.contains(start.local) { found.updateValue(nil, forKey: start.local) }
    for property in rules {
      for local in try locals(of: property, start, bounds, reader) { found.updateValue(nil, forKey: local) }
    }
    for addition in additions {
      let local = self.local(of: addition.start, practice)
      if bounds.contains(local), found[local] == nil || addition.length != nil { found[local] = addition.length }
    }
    for property in exceptionRules {
      for local in try locals(of: property, start, bounds, reader) { found[local] = nil }
    }
    var instances: [Instance] = []
    instances.reserveCapacity(found.count)
    let exclusions = exclusions(practice)
    for local in found.keys.sorted() {
      let instant = start.clock.instant(local: local)
      guard instant >= lower, instant <= upper, !exclusions.contains(instant, local: local) else { continue }
      // Two local times of a gap and after it may be one instant.
      if instances.last?.instant == instant { continue }
      instances.append(Instance(local: local, instant: instant, length: found[local] ?? nil))
    }
    return instances
  }

  /// The local time, by the clock of DTSTART, that a time of RDATE or RECURRENCE-ID means.
  func local(of time: ZonedTime, _ practice: Clock) -> Int {
    guard let start else { return time.local }
    if start.isDate { return Series.day(meantBy: time, practice).ordinal * 86_400 }
    if time.isDate { return time.local + start.local.remainder(86_400) }
    return time.clock === start.clock ? time.local : start.clock.local(time.instant)
  }

  /// The day that a time means where a day is due: a time in UTC that is a midnight of the practice stands for the
  /// practice's day, any other for the day as written.
  static func day(meantBy time: ZonedTime, _ practice: Clock) -> Day {
    if time.clock === Clock.utc {
      let local = practice.local(time.instant)
      if local.remainder(86_400) == 0 { return CivilDateTime(localSeconds: local).day }
    }
    return time.day
  }

  /// What EXDATE takes away. A DATE excludes whatever begins on that day.
  func exclusions(_ practice: Clock) -> Exclusions {
    var days: Set<Int> = []
    var instants: Set<Int> = []
    guard let start else { return Exclusions(days: days, instants: instants) }
    for exception in exceptions {
      if start.isDate || exception.isDate {
        days.insert(Series.day(meantBy: exception, practice).ordinal)
      } else {
        instants.insert(exception.instant.seconds)
      }
    }
    return Exclusions(days: days, instants: instants)
  }

  private func locals(
    of property: Property, _ start: ZonedTime, _ bounds: ClosedRange<Int>, _ reader: TimeReader
  ) throws(CalendarProblem) -> [Int] {
    let rule = try RecurrenceRule(property)
    var upper = bounds.upperBound
    var lastInstant: Instant?
    switch rule.until {
    case .date(let day): upper = min(upper, day.ordinal * 86_400 + 86_399)
    case .local(let civil): upper = min(upper, civil.localSeconds)
    case .utc(let instant):
      if start.isDate {
        let time = ZonedTime(local: instant.seconds, clock: .utc, isDate: false)
        upper = min(upper, Series.day(meantBy: time, reader.clocks.practice).ordinal * 86_400)
      } else {
        // To the second by instants below; here with room for the hour that occurs twice.
        upper = min(upper, start.clock.local(instant) + 86_400)
        lastInstant = instant
      }
    case nil: break
    }
    let civil = CivilDateTime(localSeconds: start.local)
    let expansion = try RuleExpansion(
      rule, start: civil, isDate: start.isDate, limits: reader.limits, line: property.line)
    guard upper >= bounds.lowerBound else { return [] }
    let locals = try expansion.occurrences(within: bounds.lowerBound...upper, reader.clocks.budget)
    guard let lastInstant else { return locals }
    return locals.filter { start.clock.instant(local: $0) <= lastInstant }
  }
}

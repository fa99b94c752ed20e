import CivilTime

/// A time with the clock that it is read by.
struct ZonedTime {
  /// Of the clock; midnight for a DATE.
  let local: Int
  let clock: Clock
  let isDate: Bool

  var instant: Instant { clock.instant(local: local) }
  var day: Day { CivilDateTime(localSeconds: local).day }
}

/// Reads the times of components.
struct TimeReader {
  let clocks: Clocks
  let limits: CalendarLimits

  /// The one time of a property such as DTSTART.
  func time(
    _ property: Property, in header: Int, floating: Clock? = nil
  ) throws(CalendarProblem) -> ZonedTime {
    guard let value = TimeValue(property.value) else { throw unreadable(property) }
    return try time(value, property, header, floating)
  }

  /// The times of EXDATE. One of a year in which no series can be (a program that knows no date writes 1 January 0001)
  /// excludes nothing.
  func exceptions(_ property: Property, in header: Int, floating: Clock?) throws(CalendarProblem) -> [ZonedTime] {
    var times: [ZonedTime] = []
    for part in property.value.split(separator: ",") {
      guard let value = TimeValue(part) else { throw unreadable(property) }
      guard limits.years.contains(value.day.date.year) else { continue }
      times.append(try time(value, property, header, floating))
    }
    return times
  }

  /// A period of RDATE or FREEBUSY: its begin, and its length from there. RFC 5545 §3.3.9.
  func period(
    _ text: Substring, _ property: Property, in header: Int, floating: Clock?
  ) throws(CalendarProblem) -> (start: ZonedTime, length: Length) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let value = TimeValue(parts[0]) else { throw unreadable(property) }
    let start = try time(value, property, header, floating)
    if let duration = DurationValue(parts[1]) {
      guard duration.days >= 0, duration.seconds >= 0 else { throw unreadable(property) }
      return (start, .nominal(duration))
    }
    guard let last = TimeValue(parts[1]) else { throw unreadable(property) }
    let length = try time(last, property, header, floating).instant - start.instant
    guard length >= 0 else { throw unreadable(property) }
    return (start, .exact(length))
  }

  func time(
    _ value: TimeValue, _ property: Property, _ header: Int, _ floating: Clock?
  ) throws(CalendarProblem) -> ZonedTime {
    let year = value.day.date.year
    guard limits.years.contains(year) else {
      throw CalendarProblem(
        line: property.line,
        message: "the year of \(property.name) is \(year), not within \(limits.years.lowerBound)-"
          + "\(limits.years.upperBound)", hint: "correct the date in the calendar program")
    }
    switch value {
    case .date(let day): return ZonedTime(local: day.ordinal * 86_400, clock: clocks.practice, isDate: true)
    // Z wins over a TZID, which may not stand beside it.
    case .utc(let instant): return ZonedTime(local: instant.seconds, clock: .utc, isDate: false)
    case .local(let civil):
      if property.parameter("VALUE")?.uppercased() == "DATE" {
        // VALUE=DATE with a time of midnight, as some programs write it.
        guard civil.secondOfDay == 0 else { throw unreadable(property) }
        return ZonedTime(local: civil.localSeconds, clock: clocks.practice, isDate: true)
      }
      if let zone = property.parameters.first(where: { $0.name == "TZID" }) {
        let name = zone.values.joined(separator: ",")
        let clock = try clocks.clock(named: name, in: header, line: property.line)
        return ZonedTime(local: civil.localSeconds, clock: clock, isDate: false)
      }
      let clock: Clock
      if let floating { clock = floating } else { clock = try clocks.floating(in: header, line: property.line) }
      return ZonedTime(local: civil.localSeconds, clock: clock, isDate: false)
    }
  }

  private func unreadable(_ property: Property) -> CalendarProblem {
    CalendarProblem(
      line: property.line, message: "the time of \(property.name) cannot be read",
      hint: "times have the form 20261222, 20261222T100000 or 20261222T100000Z")
  }
}

/// How long an occurrence is.
enum Length: Hashable {
  /// Whole days, of a DATE.
  case days(Int)
  case exact(Int)
  case nominal(DurationValue)

  /// The end of an occurrence that begins at the local time.
  func end(fromLocal local: Int, start: Instant, clock: Clock) -> Instant {
    switch self {
    case .days(let days): max(start, clock.instant(local: local + days * 86_400))
    case .exact(let seconds): start + seconds
    case .nominal(let duration):
      duration.days == 0
        ? start + duration.seconds : max(start, clock.instant(local: local + duration.days * 86_400) + duration.seconds)
    }
  }

  /// At most so many seconds, changes of offset included.
  var bound: Int {
    switch self {
    case .days(let days): (days + 1) * 86_400
    case .exact(let seconds): seconds
    case .nominal(let duration): (duration.days + 1) * 86_400 + duration.seconds
    }
  }
}

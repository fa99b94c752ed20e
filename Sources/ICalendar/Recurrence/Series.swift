import CivilTime

/// A component's own times: when it begins, how long it is, and the sets of its recurrence. RFC 5545 §3.8.5.
struct Series {
  let line: Int
  /// Nil for a VTODO or VJOURNAL without any time.
  let start: ZonedTime?
  let length: Length
  let rules: [Property]
  let exceptionRules: [Property]
  let additions: [(start: ZonedTime, length: Length?)]
  let exceptions: [ZonedTime]

  var recurs: Bool { !rules.isEmpty || !additions.isEmpty }
  /// No occurrence is longer, in seconds.
  var maxLength: Int { additions.reduce(length.bound) { max($0, $1.length?.bound ?? 0) } }

  /// Throws for a time that cannot be read, an end before the begin, or a property that may stand once and stands twice.
  init(_ component: Component, _ reader: TimeReader) throws(CalendarProblem) {
    line = component.line
    if let problem = component.problem { throw problem }
    try Series.checkSingles(component)
    let header = component.calendarIndex
    let end = component.first(component.kind == .todo ? "DUE" : "DTEND")
    guard let property = component.first("DTSTART") else {
      guard component.kind == .todo || component.kind == .journal else {
        throw CalendarProblem(line: component.line, message: "\(component.kind.name) has no DTSTART")
      }
      guard component.first("RRULE") == nil, component.first("RDATE") == nil else {
        throw CalendarProblem(line: component.line, message: "a recurrence rule without DTSTART")
      }
      let due = end
      if let due { start = try reader.time(due, in: header) } else { start = nil }
      length = start?.isDate == true ? .days(1) : .exact(0)
      (rules, exceptionRules, additions, exceptions) = ([], [], [], [])
      return
    }
    let start = try reader.time(property, in: header)
    self.start = start
    length = try Series.length(of: component, start: start, end: end, reader)
    // Some programs write an empty rule for none.
    rules = component.all("RRULE").filter { !$0.value.isEmpty }
    exceptionRules = component.all("EXRULE").filter { !$0.value.isEmpty }
    // A time without zone beside a DTSTART that has one means the same zone.
    let floating = start.isDate || start.clock === Clock.utc ? nil : start.clock
    var additions: [(start: ZonedTime, length: Length?)] = []
    for list in component.all("RDATE") {
      for part in list.value.split(separator: ",") {
        if part.contains("/") {
          let period = try reader.period(part, list, in: header, floating: floating)
          if period.start.isDate, !start.isDate {
            throw CalendarProblem(
              line: list.line, message: "of DTSTART and RDATE, one is a day and the other a time")
          }
          additions.append((period.start, period.length))
        } else {
          let one = Property(name: list.name, parameters: list.parameters, value: String(part), line: list.line)
          additions.append((try reader.time(one, in: header, floating: floating), nil))
        }
      }
    }
    self.additions = additions
    var exceptions: [ZonedTime] = []
    for list in component.all("EXDATE") {
      exceptions += try reader.exceptions(list, in: header, floating: floating)
    }
    self.exceptions = exceptions
  }

  /// Throws for the second of two properties that may stand once.
  private static func checkSingles(_ component: Component) throws(CalendarProblem) {
    var seen: UInt8 = 0
    for property in component.properties {
      let name: String
      let bit: UInt8
      switch property.name.utf8.count {
      case 3: (name, bit) = property.name == "UID" ? ("UID", 1) : ("DUE", 2)
      case 5: (name, bit) = ("DTEND", 4)
      case 7: (name, bit) = ("DTSTART", 8)
      case 8: (name, bit) = ("DURATION", 16)
      case 13: (name, bit) = ("RECURRENCE-ID", 32)
      default: continue
      }
      guard property.name == name else { continue }
      if seen & bit != 0 {
        throw CalendarProblem(line: property.line, message: "\(name) stands twice in a component")
      }
      seen |= bit
    }
  }

  private static func length(
    of component: Component, start: ZonedTime, end: Property?, _ reader: TimeReader
  ) throws(CalendarProblem) -> Length {
    let header = component.calendarIndex
    var length: Length?
    if let property = component.first("DURATION") {
      guard let duration = DurationValue(property.value) else {
        throw CalendarProblem(
          line: property.line, message: "DURATION cannot be read", hint: "a duration has the form PT50M or P1D")
      }
      guard duration.days >= 0, duration.seconds >= 0 else {
        throw CalendarProblem(line: property.line, message: "DURATION is negative")
      }
      if start.isDate {
        guard duration.seconds % 86_400 == 0 else {
          throw CalendarProblem(line: property.line, message: "DURATION of whole days is not in days")
        }
        length = .days(max(1, duration.days + duration.seconds / 86_400))
      } else {
        length = .nominal(duration)
      }
    }
    if let property = end {
      let sameZone = start.isDate || start.clock === Clock.utc ? nil : start.clock
      let end = try reader.time(property, in: header, floating: sameZone)
      guard end.isDate == start.isDate else {
        throw CalendarProblem(
          line: property.line, message: "of DTSTART and \(property.name), one is a day and the other a time")
      }
      var seconds = start.isDate ? end.local - start.local : end.instant - start.instant
      // A DTSTART within a gap is read with the offset before it, an end right after the gap with the one after.
      if seconds < 0, end.clock === start.clock { seconds = end.local - start.local }
      guard seconds >= 0 else {
        throw CalendarProblem(
          line: property.line, message: "\(property.name) lies before DTSTART",
          hint: "correct the end of the event in the calendar program")
      }
      // A DTEND on the day of DTSTART, as some programs write it, means that day.
      let byEnd: Length = start.isDate ? .days(max(1, seconds / 86_400)) : .exact(seconds)
      // Thunderbird leaves DURATION:PT0S beside the DTEND of an occurrence that it has moved.
      if let other = length, other != .nominal(DurationValue(days: 0, seconds: 0)) {
        let agrees =
          other.end(fromLocal: start.local, start: start.instant, clock: start.clock)
          == byEnd.end(fromLocal: start.local, start: start.instant, clock: start.clock)
        guard agrees else {
          throw CalendarProblem(line: property.line, message: "DURATION and \(property.name) contradict one another")
        }
      } else {
        length = byEnd
      }
    }
    return length ?? (start.isDate ? .days(1) : .exact(0))
  }
}

import CivilTime

/// A VTIMEZONE as the file defines it: RFC 5545 §3.6.5.
enum ZoneDefinition {
  /// Changes of offset that a zone may have: three centuries of four a year, and as many again. Any more are no zone's.
  static let maxChanges = 2_400

  /// The clock that the observances define, exact up to `until`; the last offset holds from there on.
  static func clock(
    of definition: Component, until: Instant, limits: CalendarLimits, _ budget: ExpansionBudget
  ) throws(CalendarProblem) -> Clock {
    if let problem = definition.problem { throw problem }
    var onsets: [OffsetChange] = []
    let observances = definition.children.filter { ["STANDARD", "DAYLIGHT"].contains($0.kind.name) }
    guard !observances.isEmpty else {
      throw CalendarProblem(line: definition.line, message: "a VTIMEZONE without STANDARD or DAYLIGHT")
    }
    for observance in observances { onsets += try self.onsets(of: observance, until: until, limits: limits, budget) }
    guard onsets.count <= maxChanges else {
      throw CalendarProblem(
        line: definition.line,
        message: "a VTIMEZONE has \(onsets.count) changes of its offset; at most \(maxChanges) are read",
        hint: "choose a zone such as Europe/London in the calendar program, and export again")
    }
    onsets.sort { $0.at < $1.at }
    guard let first = onsets.first else { return Clock(offset: 0) }
    var offset = first.before
    var changes: [OffsetChange] = []
    for onset in onsets where onset.after != offset {
      changes.append(OffsetChange(at: onset.at, before: offset, after: onset.after))
      offset = onset.after
    }
    return Clock(initialOffset: first.before, changes: changes)
  }

  private static func onsets(
    of observance: Component, until: Instant, limits: CalendarLimits, _ budget: ExpansionBudget
  ) throws(CalendarProblem) -> [OffsetChange] {
    if let problem = observance.problem { throw problem }
    let from = try offset(observance, "TZOFFSETFROM")
    let to = try offset(observance, "TZOFFSETTO")
    let start = try local(observance.first("DTSTART"), of: observance, from: from)
    var locals: Set<Int> = [start]
    for property in observance.all("RDATE") {
      for part in property.value.split(separator: ",") {
        let value = part.split(separator: "/").first.map(String.init) ?? ""
        locals.insert(
          try local(Property(name: "RDATE", value: value, line: property.line), of: observance, from: from))
      }
    }
    for property in observance.all("RRULE") {
      let rule = try RecurrenceRule(property)
      var upper = until.seconds + from
      // UNTIL is in UTC; some programs write the local time with or without Z.
      switch rule.until {
      case .utc(let instant): upper = min(upper, instant.seconds + from)
      case .local(let civil): upper = min(upper, civil.localSeconds)
      case .date(let day): upper = min(upper, day.ordinal * 86_400 + 86_399)
      case nil: break
      }
      guard upper >= start else { continue }
      // No zone's rules of before 1900 matter to a practice; Outlook begins its rules in 1601.
      let since = Day(year: 1900, month: 1, day: 1).map { $0.ordinal * 86_400 } ?? start
      locals.formUnion(
        try RuleExpansion(rule, start: CivilDateTime(localSeconds: start), isDate: false, limits: limits)
          .occurrences(within: min(max(since, start), upper)...upper, budget))
    }
    return locals.map { OffsetChange(at: $0 - from, before: from, after: to) }
  }

  private static func local(
    _ property: Property?, of observance: Component, from: Int
  ) throws(CalendarProblem) -> Int {
    switch property.flatMap({ TimeValue($0.value) }) {
    case .local(let civil): return civil.localSeconds
    // Against the RFC, and seen: the time of the change in UTC.
    case .utc(let instant): return instant.seconds + from
    case .date(let day): return day.ordinal * 86_400
    case nil:
      throw CalendarProblem(
        line: property?.line ?? observance.line, message: "the begin of an observance of a VTIMEZONE cannot be read")
    }
  }

  /// `+0100`, `-023000`: RFC 5545 §3.3.14.
  private static func offset(_ observance: Component, _ name: String) throws(CalendarProblem) -> Int {
    let property = observance.first(name)
    var digits = Array((property?.value ?? "").utf8)[...]
    let sign = digits.popFirst()
    let numbers = digits.map { Int($0) - 48 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), numbers.count == 4 || numbers.count == 6,
      numbers.allSatisfy({ (0...9).contains($0) })
    else {
      throw CalendarProblem(
        line: property?.line ?? observance.line, message: "\(name) of a VTIMEZONE cannot be read",
        hint: "it has the form +0100")
    }
    var seconds = (numbers[0] * 10 + numbers[1]) * 3_600 + (numbers[2] * 10 + numbers[3]) * 60
    if numbers.count == 6 { seconds += numbers[4] * 10 + numbers[5] }
    guard seconds < 86_400 else {
      throw CalendarProblem(line: property?.line, message: "\(name) of a VTIMEZONE is a day or more")
    }
    return sign == UInt8(ascii: "-") ? -seconds : seconds
  }
}

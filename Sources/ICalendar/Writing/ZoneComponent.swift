import CivilTime
import Foundation

/// A VTIMEZONE out of the tz database: RFC 5545 §3.6.5.
enum ZoneComponent {
  /// The zone's offsets over the time. Changes that repeat by month, week and weekday are written as one rule, without end
  /// where they do so to the end of the time; any other is an observance of its own.
  static func component(_ zone: Zone, named name: String, covering time: Interval) -> Component {
    // Whole years, and one on either side: a reader that looks a little further finds the truth.
    let firstYear = zone.day(of: time.start).date.year - 1
    let lastYear = zone.day(of: time.end).date.year + 2
    let first = Day(year: max(1, firstYear), month: 1, day: 1) ?? zone.day(of: time.start)
    let last = Day(year: min(9999, lastYear), month: 1, day: 1) ?? zone.day(of: time.end)
    let span = Interval(start: zone.start(of: first), seconds: zone.start(of: last) - zone.start(of: first))
    let changes = zone.changes(within: span)
    var observances = [
      observance(
        isDaylight: zone.timeZone.isDaylightSavingTime(for: span.start.date), local: first.ordinal * 86_400,
        from: zone.offset(at: span.start), to: zone.offset(at: span.start), rule: nil)
    ]
    var rest = changes[...]
    while let change = rest.popFirst() {
      let isDaylight = zone.timeZone.isDaylightSavingTime(for: Instant(seconds: change.at).date)
      let local = change.at + change.before
      let followers = followers(of: change, in: rest)
      // What holds to the end of the span and was seen three times goes on.
      let goesOn = followers.count > 1 && followers.last.map { Place($0).year } == lastYear - 1
      let rule = followers.isEmpty ? nil : yearly(change, until: goesOn ? nil : followers.last)
      rest.removeAll { followers.contains($0) }
      observances.append(
        observance(isDaylight: isDaylight, local: local, from: change.before, to: change.after, rule: rule))
    }
    return Component(
      kind: .other("VTIMEZONE"), line: 0, properties: [Property(name: "TZID", value: TextValue.escaped(name))],
      children: observances)
  }

  /// The changes of the later years on the same weekday of the same week of the month, for as long as no year is missing.
  private static func followers(of change: OffsetChange, in rest: ArraySlice<OffsetChange>) -> [OffsetChange] {
    var found: [OffsetChange] = []
    let place = Place(change)
    for other in rest where other.before == change.before && other.after == change.after {
      let candidate = Place(other)
      if candidate.year == place.year + found.count + 1, candidate.isSame(as: place) { found.append(other) }
    }
    return found
  }

  private static func yearly(_ change: OffsetChange, until last: OffsetChange?) -> String {
    let place = Place(change)
    let day = place.isLastWeek ? "-1" : "\(place.week)"
    let until = last.map { ";UNTIL=\(Instant(seconds: $0.at).basic)" } ?? ""
    return "FREQ=YEARLY;BYMONTH=\(place.month);BYDAY=\(day)\(place.weekday.abbreviation.prefix(2).uppercased())\(until)"
  }

  private static func observance(isDaylight: Bool, local: Int, from: Int, to: Int, rule: String?) -> Component {
    var properties = [
      Property(name: "DTSTART", value: String(Instant(seconds: local).basic.dropLast())),
      Property(name: "TZOFFSETFROM", value: offset(from)),
      Property(name: "TZOFFSETTO", value: offset(to)),
    ]
    if let rule { properties.append(Property(name: "RRULE", value: rule)) }
    return Component(
      kind: .other(isDaylight ? "DAYLIGHT" : "STANDARD"), line: 0, properties: properties, children: [])
  }

  /// `+0100`: RFC 5545 §3.3.14.
  private static func offset(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let absolute = abs(seconds)
    let text = two(absolute / 3_600) + two(absolute / 60 % 60)
    return (seconds < 0 ? "-" : "+") + text + (absolute % 60 == 0 ? "" : two(absolute % 60))
  }

  /// Where in its year a change lies, by the wall clock before it.
  private struct Place {
    let year: Int
    let month: Int
    let week: Int
    let isLastWeek: Bool
    let weekday: Weekday
    let secondOfDay: Int

    init(_ change: OffsetChange) {
      let civil = CivilDateTime(localSeconds: change.at + change.before)
      let date = civil.day.date
      (year, month) = (date.year, date.month)
      week = (date.day - 1) / 7 + 1
      isLastWeek = date.day + 7 > Day.daysInMonth(year: date.year, month: date.month)
      weekday = civil.day.weekday
      secondOfDay = civil.secondOfDay
    }

    func isSame(as other: Place) -> Bool {
      month == other.month && weekday == other.weekday && secondOfDay == other.secondOfDay
        && (isLastWeek && other.isLastWeek || !isLastWeek && !other.isLastWeek && week == other.week)
    }
  }
}

extension Instant {
  fileprivate var date: Date { Date(timeIntervalSince1970: TimeInterval(seconds)) }
}

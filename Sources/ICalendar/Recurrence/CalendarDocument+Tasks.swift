public import CivilTime

/// Between when a VTODO is to be done: RFC 5545 §3.6.2.
public struct TaskTime: Hashable, Sendable {
  public let start: Instant?
  /// A DUE that is a DATE means the end of that day.
  public let due: Instant?
}

extension CalendarDocument {
  /// When the VTODO may begin and has to be done; nil where it does not say. Throws for a time that cannot be read.
  public func taskTime(ofComponentAt index: Int, over: Interval, zone: Zone) throws(CalendarProblem) -> TaskTime {
    let component = components[index]
    let reader = reader(over: over, zone: zone, limits: .standard)
    let header = component.calendarIndex
    var start: ZonedTime?
    if let property = component.first("DTSTART") { start = try reader.time(property, in: header) }
    if let property = component.first("DUE") {
      let due = try reader.time(property, in: header)
      let end = due.isDate ? due.clock.instant(local: due.local + 86_400) : due.instant
      return TaskTime(start: start?.instant, due: end)
    }
    if let start, let property = component.first("DURATION"), let duration = DurationValue(property.value) {
      let end = Length.nominal(duration).end(fromLocal: start.local, start: start.instant, clock: start.clock)
      return TaskTime(start: start.instant, due: end)
    }
    return TaskTime(start: start?.instant, due: nil)
  }
}

extension Component {
  /// Seconds of a property that holds a duration (RFC 5545 §3.3.6), a day taken as 24 hours; nil where the property is
  /// missing, cannot be read, or is not above nothing.
  public func seconds(of name: String) -> Int? {
    guard let duration = first(name).flatMap({ DurationValue($0.value) }) else { return nil }
    let seconds = duration.days * 86_400 + duration.seconds
    return seconds > 0 ? seconds : nil
  }
}

public import CivilTime

/// What a VAVAILABILITY says of a time: RFC 7953.
public struct Availability: Hashable, Sendable {
  /// Into the document's components.
  public let componentIndex: Int
  /// Within the time asked for; a VAVAILABILITY without DTSTART or DTEND has no bound there.
  public let period: Interval
  /// 1 is the highest, 9 the lowest; 0 (the default) is below all others.
  public let priority: Int
  /// What holds within the period outside the available times: BUSYTYPE, by default BUSY-UNAVAILABLE.
  public let busyType: BusyType
  /// Whether it has AVAILABLE parts at all.
  public let hasAvailableParts: Bool
  /// The occurrences of its AVAILABLE parts within the period.
  public let available: IntervalSet
}

extension CalendarDocument {
  /// The VAVAILABILITY components that touch the time, in file order; those that are cancelled or cannot be read are left
  /// out (the latter's fate in an expansion is then `notUnderstood`).
  public func availabilities(over: Interval, zone: Zone, limits: CalendarLimits = .standard) -> [Availability] {
    let reader = reader(over: over, zone: zone, limits: limits)
    return components.indices.compactMap { index in
      guard components[index].kind == .availability, !components[index].isCancelled else { return nil }
      do throws(CalendarProblem) { return try availability(index, over: over, reader) } catch { return nil }
    }
  }

  /// Nil when its period does not touch the time.
  func availability(_ index: Int, over: Interval, _ reader: TimeReader) throws(CalendarProblem) -> Availability? {
    let component = components[index]
    let header = component.calendarIndex
    if let problem = component.problem { throw problem }
    var from = over.start
    var until = over.end
    if let property = component.first("DTSTART") {
      let series = try Series(component, reader)
      let start = try reader.time(property, in: header)
      from = start.instant
      if component.first("DTEND") != nil || component.first("DURATION") != nil {
        until = series.length.end(fromLocal: start.local, start: from, clock: start.clock)
      }
    } else if let property = component.first("DTEND") {
      until = try reader.time(property, in: header).instant
    }
    let children = component.children.filter { $0.kind == .available }
    var expander = SeriesExpander(children, reader: reader, over: over, cancels: [], include: { _ in true })
    let expansion = expander.expand(kinds: [.available])
    for case .notUnderstood(let problem) in expansion.fates { throw problem }
    let priority = component.first("PRIORITY").flatMap { Int($0.value) } ?? 0
    guard let period = Interval(max(from, over.start), max(max(from, over.start), min(until, over.end))),
      !period.isEmpty
    else { return nil }
    return Availability(
      componentIndex: index, period: period, priority: (0...9).contains(priority) ? priority : 0,
      busyType: BusyType(component.first("BUSYTYPE")?.value, default: .busyUnavailable),
      hasAvailableParts: !children.isEmpty,
      available: IntervalSet(expansion.occurrences.map(\.interval)).clipped(to: period))
  }
}

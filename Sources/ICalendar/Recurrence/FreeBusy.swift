public import CivilTime

/// The kind of a busy time: RFC 5545 §3.2.9 (FBTYPE), RFC 7953 §3.2 (BUSYTYPE).
public enum BusyType: Hashable, Sendable {
  case free, busy, busyTentative, busyUnavailable

  /// What is not known counts as busy, as the RFC has it.
  init(_ word: String?, default absent: BusyType) {
    switch word?.uppercased() {
    case nil: self = absent
    case "FREE": self = .free
    case "BUSY-TENTATIVE": self = .busyTentative
    case "BUSY-UNAVAILABLE": self = .busyUnavailable
    default: self = .busy
    }
  }
}

/// A period of a VFREEBUSY.
public struct FreeBusyPeriod: Hashable, Sendable {
  public let type: BusyType
  public let interval: Interval
}

extension CalendarDocument {
  /// The periods of the FREEBUSY properties of each VFREEBUSY, sorted; by the position of the component. RFC 5545 §3.6.4.
  ///
  /// A component of which one period cannot be read has none: its fate in an expansion is then `notUnderstood`.
  ///
  /// - Parameters:
  ///   - over: The time asked for; periods outside it are given too, by the offsets that a VTIMEZONE has by its end.
  ///   - zone: The practice's.
  public func freeBusyPeriods(
    over: Interval, zone: Zone, limits: CalendarLimits = .standard
  ) -> [Int: [FreeBusyPeriod]] {
    let reader = reader(over: over, zone: zone, limits: limits)
    var found: [Int: [FreeBusyPeriod]] = [:]
    for (index, component) in components.enumerated() where component.kind == .freeBusy {
      do throws(CalendarProblem) { found[index] = try periods(of: component, reader) } catch { found[index] = [] }
    }
    return found
  }

  func periods(of component: Component, _ reader: TimeReader) throws(CalendarProblem) -> [FreeBusyPeriod] {
    if let problem = component.problem { throw problem }
    var found: [FreeBusyPeriod] = []
    for property in component.all("FREEBUSY") {
      let type = BusyType(property.parameter("FBTYPE"), default: .busy)
      for part in property.value.split(separator: ",") {
        let (start, length) = try reader.period(part, property, in: component.calendarIndex, floating: nil)
        let end = length.end(fromLocal: start.local, start: start.instant, clock: start.clock)
        found.append(FreeBusyPeriod(type: type, interval: Interval(start: start.instant, seconds: end - start.instant)))
      }
    }
    return found.sorted { $0.interval < $1.interval }
  }
}

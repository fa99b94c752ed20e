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
  /// The periods of the FREEBUSY properties of a VFREEBUSY, sorted. RFC 5545 §3.6.4.
  ///
  /// Empty when one of them cannot be read: the component's fate in an expansion is then `notUnderstood`.
  public func freeBusyPeriods(of component: Component, zone: Zone) -> [FreeBusyPeriod] {
    let time = Interval(start: Instant(seconds: 0), seconds: 0)
    do throws(CalendarProblem) {
      return try periods(of: component, reader(over: time, zone: zone, limits: .standard))
    } catch {
      return []
    }
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

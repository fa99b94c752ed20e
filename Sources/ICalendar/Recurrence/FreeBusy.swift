public import CivilTime

/// The kind of a busy time: RFC 5545 §3.2.9 (FBTYPE), RFC 7953 §3.2 (BUSYTYPE).
public enum BusyType: Hashable, Sendable {
  case free, busy, busyTentative, busyUnavailable
}

/// A period of a VFREEBUSY.
public struct FreeBusyPeriod: Hashable, Sendable {
  public let type: BusyType
  public let interval: Interval
}

extension CalendarDocument {
  /// The periods of the FREEBUSY properties of a VFREEBUSY, sorted; those that cannot be read are left out (its fate
  /// in an expansion is then `notUnderstood`).
  public func freeBusyPeriods(of component: Component, zone: Zone) -> [FreeBusyPeriod] { [] }
}

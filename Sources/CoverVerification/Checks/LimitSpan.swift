import CivilTime

/// The days and ISO weeks in which sessions are counted: a session counts where it starts, on the practice's clock.
extension Facts {
  func spanOfDay(_ instant: Instant) -> Interval { zone.interval(of: zone.day(of: instant)) }

  func spanOfWeek(_ instant: Instant) -> Interval {
    let monday = zone.day(of: instant).week.monday
    let start = zone.start(of: monday)
    return Interval(start: start, seconds: zone.start(of: monday + 7) - start)
  }
}

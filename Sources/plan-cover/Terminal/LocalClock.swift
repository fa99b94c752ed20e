import CivilTime
import CoverPublishing

/// Times as the terminal shows them: as the summary does.
struct LocalClock {
  let zone: Zone

  private var times: LocalTimes { LocalTimes(zone: zone) }

  /// `Tue 22 Dec 10:00`, on the wall clock of the zone.
  func text(_ instant: Instant) -> String { times.short(instant) }

  /// `Mon 14 Dec 2026 to Sun 24 Jan 2027`, both in it.
  func days(_ first: Day, _ last: Day) -> String {
    first == last ? times.shortDayOfYear(first) : "\(times.shortDayOfYear(first)) to \(times.shortDayOfYear(last))"
  }

  /// `Mon 21 Dec to Wed 23 Dec 2026`; with clock times where it is not of whole days.
  func span(_ interval: Interval) -> String { times.shortSpan(interval) }
}

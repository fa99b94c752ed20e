import CivilTime

/// Times as the terminal shows them.
struct LocalClock {
  let zone: Zone

  /// `Tue 2026-12-22 10:00`, on the wall clock of the zone.
  func text(_ instant: Instant) -> String {
    let civil = zone.civil(instant)
    return "\(civil.day.weekday.abbreviation.capitalized) \(civil.day.iso8601) \(two(civil.hour)):\(two(civil.minute))"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

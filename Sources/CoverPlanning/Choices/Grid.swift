import CivilTime

extension Zone {
  /// The instants at which the day's wall clock shows a multiple of so many minutes, counted from midnight, by time. A time
  /// that the clock skips is none, and of one that it shows twice the first counts.
  func grid(of day: Day, minutes: Int) -> [Instant] {
    stride(from: 0, to: 86_400, by: minutes * 60).compactMap { second in
      let start = instant(secondOfDay: second, of: day)
      let shown = civil(start)
      return shown.day == day && shown.secondOfDay == second ? start : nil
    }
  }
}

import CivilTime

/// From one clock to another, after a day was named.
struct ClockSpan: Sendable {
  let start: CivilDateTime
  let end: CivilDateTime
  /// The day that was named.
  let day: Day

  /// The hours of an appointment on the practice's clock, after its day.
  init(_ time: AppointmentTime) {
    start = time.start
    end = time.end
    day = time.start.day
  }

  /// The same on the client's clock.
  init(_ there: AppointmentTime.Elsewhere, of time: AppointmentTime) {
    start = there.start
    end = there.end
    day = time.start.day
  }

  /// The day on which it starts, where that is not the one that was named.
  var startDay: Day? { start.day == day ? nil : start.day }

  /// Whether it ends where the day ends on which it starts: at 24:00, not at 0:00 of a day that is no longer its own.
  var endsWithDay: Bool { end.secondOfDay == 0 && end.day == start.day + 1 }

  /// The day on which it ends, where that is not the one on which it starts.
  var endDay: Day? { end.day == start.day || endsWithDay ? nil : end.day }
}

extension AwayTime {
  /// How much of a date the first day needs to be said in full when the last day follows.
  enum Overlap: Sendable { case month, year, none }

  /// What both days share; a clock between them keeps their dates apart, so that they share the year at most.
  var shared: Overlap {
    let (first, last) = (first.date, last.date)
    guard first.year == last.year else { return .none }
    return first.month == last.month && from == nil && until == nil ? .month : .year
  }
}

extension ClosedRange<Day> {
  /// Whether both ends lie in one month.
  var isInOneMonth: Bool {
    let (first, last) = (lowerBound.date, upperBound.date)
    return first.year == last.year && first.month == last.month
  }
}

extension CivilDateTime {
  /// `10:05`, without a zero before the hour.
  var digits: String { "\(hour):\(paddedMinute)" }

  /// `05`.
  var paddedMinute: String { minute < 10 ? "0\(minute)" : "\(minute)" }
}

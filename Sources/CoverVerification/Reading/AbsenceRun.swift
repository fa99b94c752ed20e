import CivilTime
import CoverDomain

/// An absence as the diary shows it: a maximal run of leave between which the clinician has no working hours.
struct AbsenceRun: Hashable, Sendable {
  let clinician: ClinicianID
  let interval: Interval
  let firstDay: Day
  let lastDay: Day

  /// The local dates that it touches.
  var dayCount: Int { lastDay - firstDay + 1 }

  /// Whether a value of the plan means this absence.
  func isMeant(by absence: Absence) -> Bool {
    absence.clinician == clinician && absence.interval == interval && absence.days == firstDay...lastDay
  }

  /// The absences of one clinician, in order.
  static func all(of clinician: ClinicianID, leave: [Leave], hours: IntervalSet, zone: Zone) -> [AbsenceRun] {
    var runs: [(start: Instant, end: Instant)] = []
    for piece in leave.map(\.interval).filter({ $0.length > 0 }).sorted() {
      if let last = runs.last,
        piece.start <= last.end || !hours.intervals.contains(where: { $0.start < piece.start && last.end < $0.end })
      {
        runs[runs.count - 1].end = max(last.end, piece.end)
      } else {
        runs.append((piece.start, piece.end))
      }
    }
    return runs.map { run in
      AbsenceRun(
        clinician: clinician, interval: Interval(start: run.start, seconds: run.end - run.start),
        firstDay: zone.day(of: run.start), lastDay: zone.day(of: run.end - 1))
    }
  }
}

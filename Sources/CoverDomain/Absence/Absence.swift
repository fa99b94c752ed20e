public import CivilTime

/// A maximal run of one clinician's leave between which that clinician has no working hours.
public struct Absence: Hashable, Comparable, Sendable {
  public let clinician: ClinicianID
  /// From the start of the first leave to the end of the last.
  public let interval: Interval
  /// The local dates that the absence touches.
  public let days: ClosedRange<Day>

  public init(clinician: ClinicianID, interval: Interval, zone: Zone) {
    self.clinician = clinician
    self.interval = interval
    days = zone.days(of: interval)
  }

  /// Its length: the number of local dates it touches.
  public var dayCount: Int { days.upperBound - days.lowerBound + 1 }

  public static func < (left: Absence, right: Absence) -> Bool {
    left.interval != right.interval ? left.interval < right.interval : left.clinician < right.clinician
  }

  /// The absences that the leave makes up, in order; empty leave makes none.
  ///
  /// - Parameter workingTime: the clinician's working hours, less closures, over the whole of the leave.
  public static func derived(
    for clinician: ClinicianID, leave: [Leave], workingTime: IntervalSet, zone: Zone
  ) -> [Absence] {
    var runs: [Interval] = []
    for interval in IntervalSet(leave.map(\.interval)).intervals {
      if let last = runs.last, let gap = Interval(last.end, interval.start), !workingTime.overlaps(gap),
        let joined = Interval(last.start, interval.end)
      {
        runs[runs.count - 1] = joined
      } else {
        runs.append(interval)
      }
    }
    return runs.map { Absence(clinician: clinician, interval: $0, zone: zone) }
  }
}

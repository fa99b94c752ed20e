public import CivilTime

extension Situation {
  /// Whether the practice is open on the day: its own hours or some clinician's, less closures, leave time on it.
  public func isOpen(on day: Day) -> Bool {
    let zone = practice.zone
    let interval = zone.interval(of: day)
    return workingTime.values.contains { $0.overlaps(interval) }
      || !practice.hours.expanded(over: [day], in: zone).subtracting(closedTime).isEmpty
  }

  /// The days on which an absence calls for a contact: in the window, and the practice is open.
  public func contactDays(of absence: Absence) -> [Day] {
    absence.days.filter { window.days.contains($0) && isOpen(on: $0) }
  }

  /// Whether the clinician works on the day and has no leave on it.
  public func isThere(_ clinician: ClinicianID, on day: Day) -> Bool {
    let interval = practice.zone.interval(of: day)
    return workingTime[clinician]?.overlaps(interval) ?? false && !(leaveTime[clinician]?.overlaps(interval) ?? false)
  }
}

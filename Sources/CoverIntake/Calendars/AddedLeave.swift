import CivilTime
import CoverDomain

/// Leave that no calendar holds; both days are in it.
struct AddedLeave {
  let clinician: ClinicianID
  let days: ClosedRange<Day>
  let source: Source

  func leave(_ zone: Zone) -> Leave {
    let start = zone.start(of: days.lowerBound)
    return Leave(
      interval: Interval(start: start, seconds: zone.start(of: days.upperBound + 1) - start), source: source)
  }
}

extension DecisionsFile {
  /// The leave that people have decided on.
  var leave: [AddedLeave] {
    entries.compactMap { entry in
      guard case .leave(let clinician, let days) = entry.value.kind else { return nil }
      return AddedLeave(
        clinician: clinician, days: days, source: Source(file: DecisionsFile.name, line: entry.line))
    }
  }
}

import CivilTime
import CoverDomain
import ICalendar

/// The leave, the closures and the stated hours of one file, over a long time.
struct AwayTimes: Sendable {
  struct Piece: Sendable {
    let componentIndex: Int
    let kind: LedgerKind
    let interval: Interval
    let clinician: ClinicianID?
    let source: Source
  }

  /// Leave, closures, and the periods of VFREEBUSY and VAVAILABILITY.
  private(set) var pieces: [Piece] = []
  /// The VAVAILABILITY components that say when somebody works.
  private(set) var hours: [Availability] = []
  /// One a component.
  let fates: [Fate]

  init(_ file: CalendarFile, over horizon: Interval, zone: Zone) {
    let document = file.document
    let keys = file.keys { meaning in
      switch meaning {
      case .leave, .closure: true
      default: false
      }
    }
    let expansion = document.expand(over: horizon, zone: zone) { keys.contains(ComponentKey($0)) }
    fates = expansion.fates
    for occurrence in expansion.occurrences {
      let index = occurrence.componentIndex
      let source = file.source(index, uid: occurrence.uid)
      switch file.meanings[index] {
      case .leave(let people):
        pieces += people.map {
          Piece(componentIndex: index, kind: .leave, interval: occurrence.interval, clinician: $0, source: source)
        }
      case .closure:
        pieces.append(
          Piece(componentIndex: index, kind: .closure, interval: occurrence.interval, clinician: nil, source: source))
      default: continue
      }
    }
    guard case .clinician(let clinician) = file.owner else { return }
    addPeriods(file, clinician, horizon, zone)
    addAvailability(file, clinician, horizon, zone)
  }

  private mutating func addPeriods(
    _ file: CalendarFile, _ clinician: ClinicianID, _ horizon: Interval, _ zone: Zone
  ) {
    guard file.meanings.contains(.periods) else { return }
    let periods = file.document.freeBusyPeriods(over: horizon, zone: zone)
    for (index, meaning) in file.meanings.enumerated() where meaning == .periods && fates[index] == .expanded {
      let component = file.document.components[index]
      guard !component.isCancelled else { continue }
      for period in periods[index] ?? [] {
        pieces.append(
          Piece(
            componentIndex: index, kind: AwayTimes.kind(period.type), interval: period.interval, clinician: clinician,
            source: file.source(index)))
      }
    }
  }

  private mutating func addAvailability(
    _ file: CalendarFile, _ clinician: ClinicianID, _ horizon: Interval, _ zone: Zone
  ) {
    guard file.meanings.contains(.availability) else { return }
    for availability in file.document.availabilities(over: horizon, zone: zone) {
      guard file.meanings[availability.componentIndex] == .availability else { continue }
      if availability.hasAvailableParts {
        hours.append(availability)
      } else {
        pieces.append(
          Piece(
            componentIndex: availability.componentIndex, kind: AwayTimes.kind(availability.busyType),
            interval: availability.period, clinician: clinician, source: file.source(availability.componentIndex)))
      }
    }
  }

  private static func kind(_ type: BusyType) -> LedgerKind {
    switch type {
    case .free: .free
    case .busy, .busyTentative: .busy
    case .busyUnavailable: .leave
    }
  }
}

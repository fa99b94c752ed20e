import CivilTime
import CoverDomain
import ICalendar

/// When a practice's people are away and when they work, from all its calendars.
struct PracticeAway {
  /// By time; every clinician who has any.
  let leave: [ClinicianID: [Leave]]
  /// By time.
  let closures: [Closure]
  private let practice: Practice
  private let stated: [ClinicianID: [Availability]]
  private let table: DayTable
  private let closed: IntervalSet

  init(
    _ practice: Practice, calendars: [CalendarFile], away: [AwayTimes], extra: [ClinicianID: [Leave]], table: DayTable
  ) {
    var leave = extra
    var closures: [Closure] = []
    var stated: [ClinicianID: [Availability]] = [:]
    for (calendar, times) in zip(calendars, away) {
      for piece in times.pieces where !piece.interval.isEmpty {
        if piece.kind == .closure { closures.append(Closure(interval: piece.interval, source: piece.source)) }
        if piece.kind == .leave, let clinician = piece.clinician {
          leave[clinician, default: []].append(Leave(interval: piece.interval, source: piece.source))
        }
      }
      if case .clinician(let id) = calendar.owner, !times.hours.isEmpty { stated[id, default: []] += times.hours }
    }
    self.practice = practice
    self.leave = leave.mapValues { $0.sorted { ($0.interval, $0.source) < ($1.interval, $1.source) } }
    self.closures = closures.sorted { ($0.interval, $0.source) < ($1.interval, $1.source) }
    self.stated = stated
    self.table = table
    closed = IntervalSet(closures.map(\.interval))
  }

  /// The clinicians of whom no hours are stated anywhere.
  var withoutHours: [ClinicianID] { practice.clinicians.filter { !hours(of: $0).isKnown }.map(\.id) }

  /// Everybody's hours on the days, and wherever they tell whether two leaves are one absence.
  func workingHours(on days: Range<Day>) -> [ClinicianID: IntervalSet] {
    Dictionary(
      uniqueKeysWithValues: practice.clinicians.map { clinician in
        let leave = (leave[clinician.id] ?? []).map(\.interval)
        return (clinician.id, hours(of: clinician).hours(on: days, around: leave, zone: practice.zone))
      })
  }

  /// Everybody's absences, from the hours that `workingHours` gave.
  func absences(_ hours: [ClinicianID: IntervalSet]) -> [Absence] {
    leave.flatMap { id, leave in
      Absence.derived(
        for: id, leave: leave, workingTime: (hours[id] ?? .empty).subtracting(closed), zone: practice.zone)
    }
  }

  func isAway(_ clinician: ClinicianID) -> IntervalSet { IntervalSet((leave[clinician] ?? []).map(\.interval)) }

  private func hours(of clinician: Clinician) -> WorkingHours {
    WorkingHours(
      practice: practice.hours, own: clinician.hours, availabilities: stated[clinician.id] ?? [], table: table)
  }
}

import CivilTime
import CoverDomain

/// From when to when is planned, and how far around that calendars are read.
struct WindowChoice {
  /// Leave and closures are read this far around the first day.
  static let horizonBefore = 400
  static let horizonAfter = 800
  /// A window that nobody has named ends at the latest so many days after its first.
  static let longestDefault = 366
  static let longest = 1_100

  let from: Day
  /// Nil where nobody has named the end.
  private let namedEnd: Day?
  /// Leave of the command line: it is planned for.
  private let extraLeave: [IntakeOptions.ExtraLeave]
  private let reaching: Day?
  private let zone: Zone

  /// Throws when the days named make no window.
  init(_ options: IntakeOptions, zone: Zone) throws(IntakeFailure) {
    let today = zone.day(of: options.now)
    switch options.days {
    case .planned:
      from = options.from ?? today
      namedEnd = options.to
    case .around(let before, let after):
      from = options.from ?? today - before
      namedEnd = options.to ?? today + after
    case .weeks(let count):
      from = options.from ?? today.week.monday + 7
      namedEnd = options.to ?? from + 7 * count
    }
    // Leave around the present is read with everything else.
    extraLeave = options.days == .planned ? options.extraLeave : []
    reaching = options.reaching
    self.zone = zone
    guard let earliest = Day(year: 1970, month: 1, day: 1), let latest = Day(year: 2190, month: 1, day: 1) else {
      return
    }
    guard (earliest...latest).contains(from) else {
      throw .option(message: "the first day lies outside the years 1970 to 2189", hint: nil)
    }
    guard let to = namedEnd else { return }
    guard from < to else {
      throw .option(
        message: "the planning window would end on \(to.iso8601), before it begins on \(from.iso8601)",
        hint: "--to is the first day that is not planned")
    }
    guard to - from <= WindowChoice.longest else {
      throw .option(message: "the planning window is longer than \(WindowChoice.longest) days", hint: nil)
    }
  }

  /// The days over which leave and closures are read.
  var horizon: Range<Day> {
    let last = max(from + WindowChoice.horizonAfter, (namedEnd ?? from) + WindowChoice.horizonBefore)
    return (from - WindowChoice.horizonBefore)..<last
  }

  /// The end before any absence is known: named, or six weeks after the first day and all leave of the command
  /// line.
  var firstEnd: Day {
    if let namedEnd { return namedEnd }
    let last = (extraLeave.map(\.days.upperBound) + [reaching].compactMap(\.self)).max().map { $0 + 1 } ?? from
    return max(from + PlanningWindow.defaultDays, min(last, from + Self.longestDefault))
  }

  /// The end: named, or the last day of an absence that has begun by `firstEnd`.
  func end(absences: [Absence], log: ProblemLog) -> Day {
    if let namedEnd {
      noteUnplanned(until: namedEnd, log: log)
      return namedEnd
    }
    let first = zone.start(of: from)
    let limit = zone.start(of: firstEnd)
    let ends = absences.filter { $0.interval.start < limit && $0.interval.end > first }.map { $0.days.upperBound + 1 }
    let end = max(firstEnd, ends.max() ?? firstEnd)
    guard end - from > WindowChoice.longestDefault else { return end }
    let cut = from + WindowChoice.longestDefault
    log.note(
      Problem(
        .remark, file: PracticeFile.name,
        message: "an absence lasts until \((end - 1).iso8601); the planning window ends before \(cut.iso8601)",
        hint: "name another end with --to"))
    noteUnplanned(until: cut, log: log)
    return cut
  }

  /// Leave of the command line on days that are not planned.
  private func noteUnplanned(until end: Day, log: ProblemLog) {
    for leave in extraLeave where leave.days.lowerBound >= end || leave.days.upperBound < from {
      log.note(
        Problem(
          .remark, file: "--leave",
          message:
            "the leave of \(leave.clinician) from \(leave.days.lowerBound.iso8601) lies outside the days that are "
            + "planned, \(from.iso8601) to \((end - 1).iso8601)", hint: "name other days with --from and --to"))
    }
  }
}

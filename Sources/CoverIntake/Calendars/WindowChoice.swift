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
  private let zone: Zone

  /// Throws when the days named make no window.
  init(_ options: IntakeOptions, zone: Zone) throws(IntakeFailure) {
    from = options.from ?? zone.day(of: options.now)
    namedEnd = options.to
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

  /// The end before any absence is known.
  var firstEnd: Day { namedEnd ?? from + PlanningWindow.defaultDays }

  /// The end: named, or the last day of an absence that has begun within six weeks.
  func end(absences: [Absence], log: ProblemLog) -> Day {
    if let namedEnd { return namedEnd }
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
    return cut
  }
}

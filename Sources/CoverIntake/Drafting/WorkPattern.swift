import CivilTime
import CoverDomain

/// When and how much somebody works, by the sessions that were seen.
struct WorkPattern {
  /// Empty where too little was seen.
  let hours: WeeklyHours
  /// The weeks that have sessions.
  let weeks: Int
  let mostInADay: Int
  let mostInAWeek: Int

  /// A weekday counts where it has sessions in at least one of so many weeks: a series every four weeks is the rarest.
  private static let rarest = 5
  private static let grid = 1_800

  init(_ sessions: [Interval], zone: Zone) {
    var begins: [Day: [Int]] = [:]
    var ends: [Day: Int] = [:]
    for session in Set(sessions) {
      let start = zone.civil(session.start)
      let end = zone.civil(session.end)
      begins[start.day, default: []].append(start.secondOfDay)
      let last = end.day == start.day ? end.secondOfDay : 86_400
      ends[start.day] = max(ends[start.day] ?? 0, last)
    }
    mostInADay = begins.values.map(\.count).max() ?? 0
    let byWeek = Dictionary(grouping: begins.keys, by: \.week)
    weeks = byWeek.count
    mostInAWeek = byWeek.values.map { days in days.reduce(0) { $0 + (begins[$1]?.count ?? 0) } }.max() ?? 0
    var ranges: [Weekday: [WeeklyHours.Range]] = [:]
    for (weekday, days) in Dictionary(grouping: begins.keys, by: \.weekday) {
      guard days.count > 1, days.count * Self.rarest >= byWeek.count else { continue }
      // What came once is an exception: of the begins and ends the second.
      let first = days.compactMap { begins[$0]?.min() }.sorted()[1]
      let last = days.compactMap { ends[$0] }.sorted(by: >)[1]
      let start = first / Self.grid * Self.grid
      let end = min(86_400, (last + Self.grid - 1) / Self.grid * Self.grid)
      if let range = WeeklyHours.Range(start: start, end: end) { ranges[weekday] = [range] }
    }
    hours = WeeklyHours(ranges)
  }
}

extension WeeklyHours {
  /// From the first begin to the last end of all of them, for each weekday on which anybody works.
  static func spanning(_ all: [WeeklyHours]) -> WeeklyHours {
    let days = Weekday.allCases.compactMap { weekday -> (Weekday, [WeeklyHours.Range])? in
      let ranges = all.flatMap { $0.ranges[weekday] ?? [] }
      guard let start = ranges.map(\.start).min(), let end = ranges.map(\.end).max() else { return nil }
      return WeeklyHours.Range(start: start, end: end).map { (weekday, [$0]) }
    }
    return WeeklyHours(Dictionary(uniqueKeysWithValues: days))
  }
}

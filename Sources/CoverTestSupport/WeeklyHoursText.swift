import CivilTime
public import CoverDomain

/// Weekly hours as a test writes them: `mon-fri 09:00-12:00 13:00-17:00; sat 10:00-12:00`.
public struct WeeklyHoursText: Sendable {
  public let hours: WeeklyHours

  public init(_ text: String) {
    var ranges: [Weekday: [WeeklyHours.Range]] = [:]
    for part in text.split(separator: ";") {
      let words = part.split(separator: " ")
      let days = words[0].split(separator: "-").map { word in
        Weekday.allCases.first { $0.abbreviation == word }!
      }
      for weekday in Weekday.allCases where days[0] <= weekday && weekday <= days.last! {
        ranges[weekday, default: []] += words.dropFirst().map { word in
          let ends = word.split(separator: "-").map { clock -> Int in
            let parts = clock.split(separator: ":")
            return Int(parts[0])! * 3_600 + Int(parts[1])! * 60
          }
          return WeeklyHours.Range(start: ends[0], end: ends[1])!
        }
      }
    }
    hours = WeeklyHours(ranges)
  }
}

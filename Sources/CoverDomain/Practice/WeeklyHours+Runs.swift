import CivilTime

extension WeeklyHours {
  /// The hours as people write them, days after one another with the same hours together: `mon-thu` and
  /// `09:00-13:00 14:00-17:30`.
  public var runs: [(days: String, hours: String)] {
    var runs: [(first: Weekday, last: Weekday, ranges: [Range])] = []
    for weekday in Weekday.allCases {
      guard let ranges = ranges[weekday] else { continue }
      if let run = runs.last, run.last.rawValue + 1 == weekday.rawValue, run.ranges == ranges {
        runs[runs.count - 1].last = weekday
      } else {
        runs.append((weekday, weekday, ranges))
      }
    }
    return runs.map { run in
      let days = run.first == run.last ? run.first.abbreviation : "\(run.first.abbreviation)-\(run.last.abbreviation)"
      return (days, run.ranges.map { "\(Self.clock($0.start))-\(Self.clock($0.end))" }.joined(separator: " "))
    }
  }

  /// `mon-thu 09:00-17:30, fri 09:00-12:00`.
  public var line: String { runs.map { "\($0.days) \($0.hours)" }.joined(separator: ", ") }

  private static func clock(_ seconds: Int) -> String {
    let (hour, minute) = (seconds / 3_600, seconds / 60 % 60)
    return (hour < 10 ? "0\(hour)" : "\(hour)") + ":" + (minute < 10 ? "0\(minute)" : "\(minute)")
  }
}

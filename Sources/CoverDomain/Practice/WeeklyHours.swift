public import CivilTime

/// Hours that recur every week, on the wall clock of a zone.
public struct WeeklyHours: Hashable, Sendable {
  /// A part of a day: seconds of the day, `0 <= start < end <= 86,400`.
  public struct Range: Hashable, Comparable, Sendable {
    public let start: Int
    public let end: Int

    /// Nil unless `0 <= start < end <= 86,400`.
    public init?(start: Int, end: Int) {
      guard 0 <= start, start < end, end <= 86_400 else { return nil }
      self.start = start
      self.end = end
    }

    public static func < (left: Range, right: Range) -> Bool {
      left.start != right.start ? left.start < right.start : left.end < right.end
    }
  }

  /// The ranges of each weekday, sorted; a weekday without any is absent.
  public let ranges: [Weekday: [Range]]

  public init(_ ranges: [Weekday: [Range]]) {
    self.ranges = ranges.filter { !$0.value.isEmpty }.mapValues { $0.sorted() }
  }

  public var isEmpty: Bool { ranges.isEmpty }

  /// The hours on those days, as instants of the zone.
  public func expanded(over days: some Sequence<Day>, in zone: Zone) -> IntervalSet {
    IntervalSet(
      days.flatMap { day in
        (ranges[day.weekday] ?? []).compactMap { range in
          Interval(zone.instant(secondOfDay: range.start, of: day), zone.instant(secondOfDay: range.end, of: day))
        }
      })
  }
}

extension Zone {
  /// The instant at which the wall clock of that day shows that second (86,400: the start of the next day).
  public func instant(secondOfDay: Int, of day: Day) -> Instant {
    instant(CivilDateTime(localSeconds: day.ordinal * 86_400 + secondOfDay))
  }
}

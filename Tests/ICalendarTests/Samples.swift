import CivilTime
import Foundation
import ICalendar
import Testing

/// Calendars out of a few lines, for tests.
enum Samples {
  /// A VCALENDAR around the lines.
  static func calendar(_ lines: String, header: String = "") throws -> CalendarDocument {
    let text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//tests//EN\n\(header)\n\(lines)\nEND:VCALENDAR\n"
    return try CalendarDocument(parsing: Array(text.utf8))
  }

  /// A VEVENT with UID `a` around the lines.
  static func event(_ lines: String, header: String = "") throws -> CalendarDocument {
    try calendar("BEGIN:VEVENT\nUID:a\n\(lines)\nEND:VEVENT", header: header)
  }

  static func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  static func interval(_ from: String, _ to: String) throws -> Interval {
    try #require(Interval(instant(from), instant(to)))
  }

  static let london = Zone(identifier: "Europe/London") ?? .utc
  static let newYork = Zone(identifier: "America/New_York") ?? .utc

  /// `fixtures/` of the repository.
  static var fixtures: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "fixtures")
  }

  static func fixture(_ name: String) throws -> CalendarDocument {
    try CalendarDocument(parsing: Data(contentsOf: fixtures.appending(path: "dialects/\(name).ics")))
  }
}

extension CalendarDocument {
  /// The occurrences as `start/end` in UTC; by default of December 2026 in London.
  func times(
    _ from: String = "20261201T000000Z", _ to: String = "20270101T000000Z", zone: Zone = Samples.london
  ) throws -> [String] {
    try expand(over: Samples.interval(from, to), zone: zone).occurrences.map {
      "\($0.interval.start.basic)/\($0.interval.end.basic)"
    }
  }

  /// The begins alone.
  func starts(
    _ from: String = "20261201T000000Z", _ to: String = "20270101T000000Z", zone: Zone = Samples.london
  ) throws -> [String] {
    try expand(over: Samples.interval(from, to), zone: zone).occurrences.map(\.interval.start.basic)
  }

  /// The fates, with no more of a problem than its message.
  func fates(zone: Zone = Samples.london) throws -> [String] {
    try expand(over: Samples.interval("20261201T000000Z", "20270101T000000Z"), zone: zone).fates.map {
      switch $0 {
      case .expanded: "expanded"
      case .cancelled: "cancelled"
      case .superseded: "superseded"
      case .notUnderstood(let problem): "line \(problem.line ?? 0): \(problem.message)"
      }
    }
  }
}

import CivilTime
import CoverDomain

/// Weekly hours as people write them: days (`mon`, `mon-thu`) and ranges (`09:00-13:00 14:00-18:00`).
struct HoursText {
  /// Why a piece of text is no part of weekly hours.
  struct Fault: Error {
    let message: String
    let hint: String?
    init(_ message: String, hint: String? = nil) {
      self.message = message
      self.hint = hint
    }
  }

  private var ranges: [Weekday: [WeeklyHours.Range]] = [:]

  var hours: WeeklyHours { WeeklyHours(ranges) }

  /// Adds ranges on days. The text found stands in a fault only where `shows` is true.
  mutating func add(days: String, ranges text: String, shows: Bool) throws(Fault) {
    let weekdays = try HoursText.weekdays(days, shows: shows)
    var found: [WeeklyHours.Range] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      found.append(try HoursText.range(word, shows: shows))
    }
    for weekday in weekdays {
      for range in found {
        let sameDay = ranges[weekday, default: []]
        if sameDay.contains(where: { $0.start < range.end && range.start < $0.end }) {
          throw Fault(
            "the hours of \(weekday.abbreviation) overlap one another", hint: "join them to one range, or correct one")
        }
        ranges[weekday] = sameDay + [range]
      }
    }
  }

  /// Reads `mon-fri 09:00-12:00; sat 10:00-12:00`. Nothing of the text stands in a fault.
  static func parse(_ text: String) throws(Fault) -> WeeklyHours {
    var hours = HoursText()
    for part in text.split(separator: ";") where !part.allSatisfy(\.isWhitespace) {
      let words = part.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      guard words.count == 2 else {
        throw Fault("days without hours", hint: "the form is: mon-fri 09:00-12:00; sat 10:00-12:00")
      }
      try hours.add(days: String(words[0]), ranges: String(words[1]), shows: false)
    }
    guard !hours.ranges.isEmpty else {
      throw Fault("no hours", hint: "the form is: mon-fri 09:00-12:00; sat 10:00-12:00")
    }
    return hours.hours
  }

  private static let daysHint = "days are mon, tue, wed, thu, fri, sat, sun, or from one to another: mon-thu"

  private static func weekdays(_ text: String, shows: Bool) throws(Fault) -> [Weekday] {
    let names = text.lowercased().split(separator: "-", omittingEmptySubsequences: false).map(\.trimmed)
    var ends: [Weekday] = []
    for name in names {
      guard let weekday = Weekday.allCases.first(where: { $0.abbreviation == name }) else {
        let question = question(name)
        throw Fault("unknown day\(shows ? " " + ShownText.quoted(text) : "")" + question, hint: daysHint)
      }
      ends.append(weekday)
    }
    guard let first = ends.first, let last = ends.last, ends.count <= 2 else {
      throw Fault("unknown days\(shows ? " " + ShownText.quoted(text) : "")", hint: daysHint)
    }
    guard first <= last else {
      throw Fault(
        "\(first.abbreviation)-\(last.abbreviation) runs over the end of the week",
        hint:
          "write \(first == .sunday ? "" : "\(first.abbreviation)-")sun and mon\(last == .monday ? "" : "-\(last.abbreviation)") apart"
      )
    }
    return Weekday.allCases.filter { (first...last).contains($0) }
  }

  private static func question(_ name: String) -> String {
    let abbreviations = Weekday.allCases.map(\.abbreviation)
    // A day written out.
    if let begun = abbreviations.first(where: { name.hasPrefix($0) }) { return ": did you mean '\(begun)'?" }
    return Suggestion.question(name, among: abbreviations)
  }

  private static func range(_ word: Substring, shows: Bool) throws(Fault) -> WeeklyHours.Range {
    let found = shows ? " " + ShownText.quoted(String(word)) : ""
    let ends = word.split(whereSeparator: { $0 == "-" || $0 == "\u{2013}" })
    guard ends.count == 2, let start = seconds(ends[0]), let end = seconds(ends[1]) else {
      throw Fault("hours cannot be read:\(shows ? found : " a range")", hint: "the form is 09:00-13:00, up to 24:00")
    }
    guard let range = WeeklyHours.Range(start: start, end: end) else {
      throw Fault(
        "the hours\(found) end before they begin",
        hint: "hours over midnight are two: up to 24:00, and from 00:00 on the next day")
    }
    return range
  }

  /// Seconds of `9:00`, `09:00`, up to `24:00`.
  private static func seconds(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour < 24 || hour == 24 && minute == 0
    else { return nil }
    return hour * 3_600 + minute * 60
  }
}

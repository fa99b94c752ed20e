import ArgumentParser

/// When the timer runs, on the machine's clock: `Mon 06:00`, `Mon,Thu 06:00`, `Mon-Fri 06:00`, `daily 06:00`.
struct WeeklyTime: ExpressibleByArgument {
  static let monday = WeeklyTime(days: [1], hour: 6, minute: 0)

  /// 1 is Monday, 7 is Sunday; ascending, at least one.
  let days: [Int]
  let hour: Int
  let minute: Int

  private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private init(days: [Int], hour: Int, minute: Int) {
    self.days = days
    self.hour = hour
    self.minute = minute
  }

  init?(argument: String) {
    let words = argument.lowercased().split(separator: " ")
    guard words.count == 2, let days = Self.days(words[0]), let (hour, minute) = Self.clock(words[1]) else {
      return nil
    }
    self.init(days: days, hour: hour, minute: minute)
  }

  /// `mon`, `mon,thu`, `mon-fri`, `daily`; nil for anything else.
  private static func days(_ text: Substring) -> [Int]? {
    if text == "daily" { return Array(1...7) }
    var days: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { day($0) }
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last else {
        return nil
      }
      days.formUnion(first...last)
    }
    return days.sorted()
  }

  private static func day(_ text: Substring) -> Int? { names.firstIndex { $0 == text }.map { $0 + 1 } }

  /// `06:00`.
  private static func clock(_ text: Substring) -> (Int, Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy { "0"..."9" ~= $0 } }),
      parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return (hour, minute)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private var dayNames: String { days.map { Self.names[$0 - 1].capitalized }.joined(separator: ",") }

  /// For OnCalendar= of a timer unit: systemd.time(7).
  var calendarEvent: String {
    (days.count == 7 ? "" : dayNames + " ") + "*-*-* \(Self.two(hour)):\(Self.two(minute)):00"
  }

  /// The five fields of a crontab line.
  var crontabFields: String {
    "\(minute) \(hour) * * " + (days.count == 7 ? "*" : days.map { String($0 % 7) }.joined(separator: ","))
  }

  var words: String { "\(days.count == 7 ? "every day" : dayNames) at \(Self.two(hour)):\(Self.two(minute))" }

  var defaultValueDescription: String { "Mon 06:00" }
}

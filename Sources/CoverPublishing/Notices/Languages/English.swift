import CivilTime
import CoverDomain

/// Letters in English.
struct English: LetterLanguage {
  enum Customs: Sendable { case british, american }

  let customs: Customs

  var tag: LanguageTag { customs == .american ? .americanEnglish : .english }
  var name: String { customs == .american ? "American English" : "English" }
  let isRightToLeft = false

  init(customs: Customs) { self.customs = customs }

  // MARK: Customs

  func longDay(_ day: Day) -> String {
    customs == .american ? "\(weekday(day)), \(date(day))" : "\(weekday(day)) \(date(day))"
  }

  /// As `longDay`, without the year.
  private func longDayOfYear(_ day: Day) -> String {
    let number = day.date.day
    return customs == .american
      ? "\(weekday(day)), \(month(day)) \(number)" : "\(weekday(day)) \(number) \(month(day))"
  }

  func date(_ day: Day) -> String {
    let date = day.date
    return customs == .american
      ? "\(month(day)) \(date.day), \(date.year)" : "\(date.day) \(month(day)) \(date.year)"
  }

  func shortDays(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return shortDay(first) }
    return "\(shortDay(first)) to \(shortDay(last))"
  }

  func time(_ time: AppointmentTime) -> String {
    let here = "\(longDay(time.start.day)), \(span(time.start, time.end, on: time.start.day))"
    guard let there = time.elsewhere else { return here }
    return "\(here) (\(span(there.start, there.end, on: time.start.day)) in \(there.city))"
  }

  func away(_ time: AwayTime) -> String {
    if time.first == time.last {
      let hours =
        switch (time.from, time.until) {
        case (nil, nil): ""
        case (let from?, nil): ", from \(clock(from))"
        case (nil, let until?): ", until \(clock(until))"
        case (let from?, let until?): ", from \(clock(from)) to \(clock(until))"
        }
      return "on \(longDay(time.first))\(hours)"
    }
    let from = time.from.map { " at \(clock($0))" } ?? ""
    let until = time.until.map { " at \(clock($0))" } ?? ""
    let isOneYear = time.first.date.year == time.last.date.year
    return "from \(isOneYear ? longDayOfYear(time.first) : longDay(time.first))\(from) to \(longDay(time.last))\(until)"
  }

  func back(_ day: Day) -> String { "on \(longDay(day))" }

  func list(_ items: [String]) -> String { PlainText.list(items) }

  private func shortDay(_ day: Day) -> String {
    let number = day.date.day
    let month = month(day).prefix(3)
    return customs == .american
      ? "\(weekday(day).prefix(3)), \(month) \(number)" : "\(weekday(day).prefix(3)) \(number) \(month)"
  }

  private func clock(_ time: CivilDateTime) -> String {
    let minutes = time.minute < 10 ? "0\(time.minute)" : "\(time.minute)"
    if customs == .british { return "\(time.hour):\(minutes)" }
    return "\((time.hour + 11) % 12 + 1):\(minutes) \(time.hour < 12 ? "a.m." : "p.m.")"
  }

  /// `10:00 to 10:50`; a day is named where it is not the one that was named before.
  private func span(_ start: CivilDateTime, _ end: CivilDateTime, on day: Day) -> String {
    let from = start.day == day ? clock(start) : "\(longDay(start.day)), \(clock(start))"
    let to = end.day == start.day ? clock(end) : "\(longDay(end.day)), \(clock(end))"
    return "\(from) to \(to)"
  }

  private func weekday(_ day: Day) -> String { Self.weekdays[day.weekday.rawValue] }
  private func month(_ day: Day) -> String { Self.months[day.date.month - 1] }

  private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

import CivilTime
import CoverDomain

/// Letters in German.
///
/// The client is addressed with *Sie*, and greeted by name without *Frau* or *Herr*. Dates are declined: *am Montag, dem
/// 21. Dezember*, *bis Dienstag, den 22. Dezember*; the comma after such a date is free, and left out.
struct German: LetterLanguage {
  let tag = LanguageTag.german
  let name = "German"
  let isRightToLeft = false

  func longDay(_ day: Day) -> String { "\(weekday(day)), \(date(day))" }

  func date(_ day: Day) -> String { "\(dayAndMonth(day)) \(day.date.year)" }

  func shortDays(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return shortDay(first) }
    let from = days.isInOneMonth ? "\(shortWeekday(first)), \(first.date.day)." : shortDay(first)
    return "\(from) bis \(shortDay(last))"
  }

  func time(_ time: AppointmentTime) -> String {
    let here = "\(longDay(time.start.day)), \(span(ClockSpan(time)))"
    guard let there = time.elsewhere else { return here }
    return "\(here) (Ortszeit \(there.city): \(span(ClockSpan(there, of: time))))"
  }

  func away(_ time: AwayTime) -> String {
    if time.first == time.last {
      let hours =
        switch (time.from, time.until) {
        case (nil, nil): ""
        case (let from?, nil): " ab \(clock(from))"
        case (nil, let until?): " bis \(clock(until))"
        case (let from?, let until?): " von \(from.digits) bis \(clock(until))"
        }
      return "am \(dative(time.first)) \(time.first.date.year)\(hours)"
    }
    let first =
      switch time.shared {
      case .month: "\(weekday(time.first)), dem \(time.first.date.day)."
      case .year: dative(time.first)
      case .none: "\(dative(time.first)) \(time.first.date.year)"
      }
    let from = time.from.map { " um \(clock($0))" } ?? ""
    let until = time.until.map { " um \(clock($0))" } ?? ""
    return "von \(first)\(from), bis \(weekday(time.last)), den \(date(time.last))\(until)"
  }

  func back(_ day: Day) -> String { "ab \(dative(day)) \(day.date.year)" }

  func list(_ items: [String]) -> String { list(items, "und") }

  /// `a, b oder c` with that word.
  func list(_ items: [String], _ word: String) -> String {
    guard let last = items.last else { return "" }
    return items.count == 1 ? last : "\(items.dropLast().joined(separator: ", ")) \(word) \(last)"
  }

  private func span(_ span: ClockSpan) -> String {
    let start =
      span.startDay.map { "\(clock(span.start)) (\(longDay($0)))" }
      ?? (span.endDay == nil ? span.start.digits : clock(span.start))
    let end = span.endsWithDay ? "24:00\u{A0}Uhr" : clock(span.end) + (span.endDay.map { " (\(longDay($0)))" } ?? "")
    return "\(start) bis \(end)"
  }

  private func clock(_ time: CivilDateTime) -> String { "\(time.digits)\u{A0}Uhr" }

  /// `Montag, dem 21. Dezember`.
  private func dative(_ day: Day) -> String { "\(weekday(day)), dem \(dayAndMonth(day))" }

  private func dayAndMonth(_ day: Day) -> String { "\(day.date.day). \(Self.months[day.date.month - 1])" }

  private func shortDay(_ day: Day) -> String { "\(shortWeekday(day)), \(dayAndMonth(day))" }
  private func shortWeekday(_ day: Day) -> String { "\(weekday(day).prefix(2))." }
  private func weekday(_ day: Day) -> String { Self.weekdays[day.weekday.rawValue] }

  private static let weekdays = [
    "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
  ]
  private static let months = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
  ]
}

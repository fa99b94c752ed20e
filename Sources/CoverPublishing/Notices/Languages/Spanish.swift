import CivilTime
import CoverDomain

/// Letters in Spanish.
///
/// The client is addressed with *usted*. No adjective or pronoun shows anybody's gender: *disponible*, *tener cita con*.
/// The clock has 24 hours, as letters of authorities and practices have it on both sides of the ocean.
struct Spanish: LetterLanguage {
  let tag = LanguageTag.spanish
  let name = "Spanish"
  let isRightToLeft = false

  func longDay(_ day: Day) -> String { "\(weekday(day)) \(date(day))" }

  func date(_ day: Day) -> String { "\(dayAndMonth(day)) de \(day.date.year)" }

  func shortDays(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return shortDay(first) }
    return
      "del \(days.isInOneMonth ? "\(shortWeekday(first)) \(first.date.day)" : shortDay(first)) al \(shortDay(last))"
  }

  func time(_ time: AppointmentTime) -> String {
    let here = "\(longDay(time.start.day)), \(span(ClockSpan(time)))"
    guard let there = time.elsewhere else { return here }
    return "\(here) (hora de \(there.city): \(span(ClockSpan(there, of: time))))"
  }

  func away(_ time: AwayTime) -> String {
    if time.first == time.last {
      let hours =
        switch (time.from, time.until) {
        case (nil, nil): ""
        case (let from?, nil): " a partir de \(article(from)) \(clock(from))"
        case (nil, let until?): " hasta \(article(until)) \(clock(until))"
        case (let from?, let until?): " de \(from.digits) a \(clock(until))"
        }
      return "el \(longDay(time.first))\(hours)"
    }
    let first =
      switch time.shared {
      case .month: "\(weekday(time.first)) \(time.first.date.day)"
      case .year: "\(weekday(time.first)) \(dayAndMonth(time.first))"
      case .none: longDay(time.first)
      }
    let from = time.from.map { " a \(article($0)) \(clock($0))" } ?? ""
    let until = time.until.map { " a \(article($0)) \(clock($0))" } ?? ""
    return "del \(first)\(from) al \(longDay(time.last))\(until)"
  }

  func back(_ day: Day) -> String { "el \(longDay(day))" }

  /// `a, b y c`; `e` instead of `y` before the sound of an i.
  func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    return items.count == 1
      ? last : "\(items.dropLast().joined(separator: ", ")) \(Self.beginsWithI(last) ? "e" : "y") \(last)"
  }

  /// `i…`, `hi…`, but not where it glides into another vowel (`hielo`, `Iago`).
  private static func beginsWithI(_ text: String) -> Bool {
    let letters = Array(text.lowercased().filter(\.isLetter).prefix(3))
    let rest = letters.first == "h" ? letters.dropFirst() : letters[...]
    guard let first = rest.first, first == "i" || first == "í" || first == "y" else { return false }
    guard let next = rest.dropFirst().first else { return true }
    return !"aeouáéóú".contains(next)
  }

  private func span(_ span: ClockSpan) -> String {
    let start =
      span.startDay.map { "\(clock(span.start)) (\(longDay($0)))" }
      ?? (span.endDay == nil ? span.start.digits : clock(span.start))
    let end = span.endsWithDay ? "24:00\u{A0}h" : clock(span.end) + (span.endDay.map { " (\(longDay($0)))" } ?? "")
    return "de \(start) a \(end)"
  }

  private func clock(_ time: CivilDateTime) -> String { "\(time.digits)\u{A0}h" }

  /// `la 1:30`, `las 2:00`.
  private func article(_ time: CivilDateTime) -> String { time.hour == 1 ? "la" : "las" }

  private func dayAndMonth(_ day: Day) -> String { "\(day.date.day) de \(Self.months[day.date.month - 1])" }

  private func shortDay(_ day: Day) -> String { "\(shortWeekday(day)) \(dayAndMonth(day))" }
  private func shortWeekday(_ day: Day) -> String { "\(weekday(day).prefix(3))." }
  private func weekday(_ day: Day) -> String { Self.weekdays[day.weekday.rawValue] }

  private static let weekdays = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"]
  private static let months = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
  ]
}

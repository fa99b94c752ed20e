import CivilTime
import CoverDomain

/// Letters in French.
///
/// The client is addressed with *vous*. Nobody's gender is needed: people are *là* or not, and no participle or adjective
/// agrees with a name. A name stands neither after *de* nor after *que*, which its first letter or a title would change.
///
/// A no-break space stands before `:`, `;`, `!`, `?` and on both sides of the `h` of a clock, U+00A0 throughout: the
/// narrow one (U+202F) that printers prefer is missing from fonts that mail is read in.
struct French: LetterLanguage {
  let tag = LanguageTag.french
  let name = "French"
  let isRightToLeft = false

  func longDay(_ day: Day) -> String { "\(weekday(day)) \(date(day))" }

  func date(_ day: Day) -> String { "\(dayAndMonth(day)) \(day.date.year)" }

  func shortDays(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return shortDay(first) }
    return "du \(days.isInOneMonth ? "\(shortWeekday(first)) \(number(first))" : shortDay(first)) au \(shortDay(last))"
  }

  func time(_ time: AppointmentTime) -> String {
    let here = "\(longDay(time.start.day)), \(span(ClockSpan(time)))"
    guard let there = time.elsewhere else { return here }
    return "\(here) (à \(there.city)\u{A0}: \(span(ClockSpan(there, of: time))))"
  }

  func away(_ time: AwayTime) -> String {
    if time.first == time.last {
      let hours =
        switch (time.from, time.until) {
        case (nil, nil): ""
        case (let from?, nil): " à partir de \(clock(from))"
        case (nil, let until?): " jusqu’à \(clock(until))"
        case (let from?, let until?): " de \(clock(from)) à \(clock(until))"
        }
      return "le \(longDay(time.first))\(hours)"
    }
    let first =
      switch time.shared {
      case .month: "\(weekday(time.first)) \(number(time.first))"
      case .year: "\(weekday(time.first)) \(dayAndMonth(time.first))"
      case .none: longDay(time.first)
      }
    let from = time.from.map { " à \(clock($0))" } ?? ""
    let until = time.until.map { " à \(clock($0))" } ?? ""
    return "du \(first)\(from) au \(longDay(time.last))\(until)"
  }

  func back(_ day: Day) -> String { "à partir du \(longDay(day))" }

  func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " et " + last
  }

  /// `10 h`, `10 h 05`: as the Imprimerie nationale writes it.
  private func clock(_ time: CivilDateTime) -> String {
    "\(time.hour)\u{A0}h" + (time.minute == 0 ? "" : "\u{A0}\(time.paddedMinute)")
  }

  private func span(_ span: ClockSpan) -> String {
    let start = clock(span.start) + (span.startDay.map { " (\(longDay($0)))" } ?? "")
    let end = span.endsWithDay ? "minuit" : clock(span.end) + (span.endDay.map { " (\(longDay($0)))" } ?? "")
    return "de \(start) à \(end)"
  }

  private func dayAndMonth(_ day: Day) -> String { "\(number(day)) \(Self.months[day.date.month - 1])" }

  /// The first of a month alone is an ordinal.
  private func number(_ day: Day) -> String { day.date.day == 1 ? "1er" : "\(day.date.day)" }

  private func shortDay(_ day: Day) -> String { "\(shortWeekday(day)) \(dayAndMonth(day))" }
  private func shortWeekday(_ day: Day) -> String { "\(weekday(day).prefix(3))." }
  private func weekday(_ day: Day) -> String { Self.weekdays[day.weekday.rawValue] }

  private static let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]
}

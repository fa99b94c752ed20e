import CivilTime
import CoverDomain

/// Letters in Polish.
///
/// Nobody's gender is known, so that neither *Pan* nor *Pani* can be written, and *Państwo* speaks to more than one: the
/// client is asked without a pronoun (*można*, *prosimy*, *wystarczy*), and their name stands above the greeting, where
/// it needs no vocative. Names are not declined: each is the subject of its sentence (*gdy … nie przyjmuje*, *pomoże …*)
/// or stands after a colon, and verbs are in a tense that shows no gender.
struct Polish: LetterLanguage {
  let tag = LanguageTag.polish
  let name = "Polish"
  let isRightToLeft = false

  func longDay(_ day: Day) -> String { "\(Self.weekdays[day.weekday.rawValue].nominative) \(dateInSentence(day))" }

  func date(_ day: Day) -> String { "\(dayAndMonth(day)) \(day.date.year) r." }

  func shortDays(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return shortDay(first) }
    return
      "od \(days.isInOneMonth ? "\(shortWeekday(first)) \(first.date.day)" : shortDay(first)) do \(shortDay(last))"
  }

  func time(_ time: AppointmentTime) -> String {
    let here = "\(longDay(time.start.day)), \(span(ClockSpan(time)))"
    guard let there = time.elsewhere else { return here }
    return "\(here) (\(there.city): \(span(ClockSpan(there, of: time))))"
  }

  func away(_ time: AwayTime) -> String {
    if time.first == time.last {
      let hours =
        switch (time.from, time.until) {
        case (nil, nil): ""
        case (let from?, nil): " od godziny \(from.digits)"
        case (nil, let until?): " do godziny \(until.digits)"
        case (let from?, let until?): " od godziny \(from.digits) do \(until.digits)"
        }
      return "\(onDay(time.first))\(hours)"
    }
    let weekday = Self.weekdays[time.first.weekday.rawValue].genitive
    let first =
      switch time.shared {
      case .month: "\(weekday) \(time.first.date.day)"
      case .year: "\(weekday) \(dayAndMonth(time.first))"
      case .none: "\(weekday) \(dateInSentence(time.first))"
      }
    let from = time.from.map { " od godziny \($0.digits)" } ?? ""
    let until = time.until.map { " do godziny \($0.digits)" } ?? ""
    let last = "\(Self.weekdays[time.last.weekday.rawValue].genitive) \(dateInSentence(time.last))"
    return "od \(first)\(from) do \(last)\(until)"
  }

  func back(_ day: Day) -> String { onDay(day) }

  func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " i " + last
  }

  private func span(_ span: ClockSpan) -> String {
    let start = span.start.digits + (span.startDay.map { " (\(longDay($0)))" } ?? "")
    let end = span.endsWithDay ? "24:00" : span.end.digits + (span.endDay.map { " (\(longDay($0)))" } ?? "")
    return "od \(start) do \(end)"
  }

  /// `w poniedziałek 21 grudnia 2026 roku`.
  private func onDay(_ day: Day) -> String {
    "\(day.weekday == .tuesday ? "we" : "w") \(Self.weekdays[day.weekday.rawValue].accusative) \(dateInSentence(day))"
  }

  /// With a word in full at its end: an abbreviation's full stop would run into that of the sentence.
  private func dateInSentence(_ day: Day) -> String { "\(dayAndMonth(day)) \(day.date.year) roku" }

  private func dayAndMonth(_ day: Day) -> String { "\(day.date.day) \(Self.months[day.date.month - 1])" }

  private func shortDay(_ day: Day) -> String { "\(shortWeekday(day)) \(dayAndMonth(day))" }
  private func shortWeekday(_ day: Day) -> String { Self.weekdays[day.weekday.rawValue].short }

  private struct WeekdayName: Sendable {
    let nominative: String
    let genitive: String
    let accusative: String
    let short: String
  }

  private static let weekdays = [
    WeekdayName(nominative: "poniedziałek", genitive: "poniedziałku", accusative: "poniedziałek", short: "pon."),
    WeekdayName(nominative: "wtorek", genitive: "wtorku", accusative: "wtorek", short: "wt."),
    WeekdayName(nominative: "środa", genitive: "środy", accusative: "środę", short: "śr."),
    WeekdayName(nominative: "czwartek", genitive: "czwartku", accusative: "czwartek", short: "czw."),
    WeekdayName(nominative: "piątek", genitive: "piątku", accusative: "piątek", short: "pt."),
    WeekdayName(nominative: "sobota", genitive: "soboty", accusative: "sobotę", short: "sob."),
    WeekdayName(nominative: "niedziela", genitive: "niedzieli", accusative: "niedzielę", short: "niedz."),
  ]
  /// In the genitive, as dates have them.
  private static let months = [
    "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października",
    "listopada", "grudnia",
  ]
}

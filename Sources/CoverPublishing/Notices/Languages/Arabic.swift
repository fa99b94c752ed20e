import CivilTime
import CoverDomain

/// Letters in Arabic, in the standard language that is read everywhere.
///
/// - The client is addressed in the plural of courtesy, which shows no gender; of people of the practice the letter
///   speaks by nouns (*the absence of*, *it is possible for*), whose verbs would show theirs.
/// - Digits are 0 to 9: read everywhere, those of the clock and of the telephone where clients live, and the only ones in
///   use from Morocco to Libya.
/// - A month has both its names, as newspapers for all Arab countries write it: the one of Egypt and the Gulf, and the one
///   of Syria, Iraq and Lebanon. A date in digits alone would be read from either side.
/// - The clock has twelve hours and the part of the day, in the parts that CLDR gives for Arabic.
/// - Every line begins with a word of the language, so that any program shows it from the right; names and numbers come
///   in isolates.
struct Arabic: LetterLanguage {
  let tag = LanguageTag.arabic
  let name = "Arabic"
  let isRightToLeft = true

  func longDay(_ day: Day) -> String { "\(weekday(day)) \(date(day))" }

  func date(_ day: Day) -> String { "\(dayAndMonth(day)) \(day.date.year)" }

  func shortDays(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return shortDay(first) }
    return "من \(days.isInOneMonth ? "\(weekday(first)) \(first.date.day)" : shortDay(first)) إلى \(shortDay(last))"
  }

  func time(_ time: AppointmentTime) -> String {
    let here = "\(longDay(time.start.day))، \(span(ClockSpan(time)))"
    guard let there = time.elsewhere else { return here }
    return "\(here) (بتوقيت \(there.city): \(span(ClockSpan(there, of: time))))"
  }

  func away(_ time: AwayTime) -> String {
    if time.first == time.last {
      let hours =
        switch (time.from, time.until) {
        case (nil, nil): ""
        case (let from?, nil): " من الساعة \(clock(from))"
        case (nil, let until?): " حتى الساعة \(clock(until))"
        case (let from?, let until?): " من الساعة \(clock(from)) إلى الساعة \(clock(until))"
        }
      return "يوم \(longDay(time.first))\(hours)"
    }
    let first =
      switch time.shared {
      case .month: "\(weekday(time.first)) \(time.first.date.day)"
      case .year: shortDay(time.first)
      case .none: longDay(time.first)
      }
    let from = time.from.map { " الساعة \(clock($0))" } ?? ""
    let until = time.until.map { " الساعة \(clock($0))" } ?? ""
    return "من \(first)\(from) إلى \(longDay(time.last))\(until)"
  }

  func back(_ day: Day) -> String { "يوم \(longDay(day))" }

  func list(_ items: [String]) -> String { items.joined(separator: " و") }

  private func span(_ span: ClockSpan) -> String {
    let isOnePart =
      span.startDay == nil && span.endDay == nil && !span.endsWithDay
      && partOfDay(span.start) == partOfDay(span.end)
    let start = (isOnePart ? hour(span.start) : clock(span.start)) + (span.startDay.map { " (\(longDay($0)))" } ?? "")
    let end =
      span.endsWithDay ? "منتصف الليل" : "الساعة \(clock(span.end))" + (span.endDay.map { " (\(longDay($0)))" } ?? "")
    return "من الساعة \(start) إلى \(end)"
  }

  /// `10:00 صباحًا`.
  private func clock(_ time: CivilDateTime) -> String { "\(hour(time)) \(partOfDay(time))" }

  private func hour(_ time: CivilDateTime) -> String { "\((time.hour + 11) % 12 + 1):\(time.paddedMinute)" }

  private func partOfDay(_ time: CivilDateTime) -> String {
    switch time.hour {
    case 0: "بعد منتصف الليل"
    case 1...2: "ليلًا"
    case 3...5: "فجرًا"
    case 6...11: "صباحًا"
    case 12: "ظهرًا"
    case 13...17: "بعد الظهر"
    default: "مساءً"
    }
  }

  private func shortDay(_ day: Day) -> String { "\(weekday(day)) \(dayAndMonth(day))" }

  private func dayAndMonth(_ day: Day) -> String { "\(day.date.day) \(Self.months[day.date.month - 1])" }

  private func weekday(_ day: Day) -> String { Self.weekdays[day.weekday.rawValue] }

  private static let weekdays = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
  private static let months = [
    "يناير/كانون الثاني", "فبراير/شباط", "مارس/آذار", "أبريل/نيسان", "مايو/أيار", "يونيو/حزيران", "يوليو/تموز",
    "أغسطس/آب", "سبتمبر/أيلول", "أكتوبر/تشرين الأول", "نوفمبر/تشرين الثاني", "ديسمبر/كانون الأول",
  ]
}

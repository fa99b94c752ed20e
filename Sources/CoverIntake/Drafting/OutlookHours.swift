import CivilTime
import CoverDomain
import ICalendar

/// The working hours that are set in Outlook: X-MS-OLK-WKHRSTART, -WKHREND and -WKHRDAYS (MS-OXCICAL). Many have never
/// been set, so they count only where nothing was seen.
enum OutlookHours {
  static func hours(_ documents: [CalendarDocument]) -> WeeklyHours? {
    func value(_ name: String) -> String? { documents.lazy.flatMap { $0.headerProperties(name) }.first?.value.trimmed }
    guard let start = value("X-MS-OLK-WKHRSTART").flatMap(seconds),
      let end = value("X-MS-OLK-WKHREND").flatMap(seconds),
      let range = WeeklyHours.Range(start: start, end: end), let days = value("X-MS-OLK-WKHRDAYS")
    else { return nil }
    let names = days.split(separator: ",").map { $0.trimmed.lowercased() }
    let weekdays = Weekday.allCases.filter { day in names.contains { $0 == day.abbreviation.prefix(2) } }
    return weekdays.isEmpty ? nil : WeeklyHours(Dictionary(uniqueKeysWithValues: weekdays.map { ($0, [range]) }))
  }

  /// `090000`.
  private static func seconds(_ text: String) -> Int? {
    guard text.utf8.count == 6, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text) else {
      return nil
    }
    return number / 10_000 * 3_600 + number / 100 % 100 * 60
  }
}

import CoverDomain
import Foundation
import ICalendar

/// Who keeps a calendar, as far as it and its name say.
struct OwnerClues {
  /// Addresses, lower case, the likeliest first.
  let emails: [String]
  /// On one line.
  let name: String?
  let nameOrigin: DraftClinician.NameOrigin

  /// Names of files that say nothing of whose they are.
  private static let plainWords: Set<Substring> = [
    "calendar", "calendars", "calendrier", "kalender", "calendario", "ical", "icalendar", "ics", "basic", "export",
    "exported",
    "feed", "private", "public", "work", "practice", "praxis", "default", "personal", "home", "my", "the", "of", "copy",
  ]

  init(_ group: DraftCalendars.Group, _ documents: [CalendarDocument]) {
    let named = OwnerClues.organizers(documents)
    let stemAddress = EmailAddress.ofCalendarUser(group.stem)
    let headers = ["X-WR-CALNAME", "X-OWNER"].flatMap { name in
      documents.flatMap { $0.headerProperties(name) }.compactMap { EmailAddress.ofCalendarUser($0.text) }
    }
    var emails: [String] = []
    for email in headers + [named?.email, stemAddress].compactMap(\.self) where !emails.contains(email) {
      emails.append(email)
    }
    self.emails = emails
    let titles = documents.flatMap { document in
      document.headerProperties("X-OWNER").compactMap { $0.parameter("CN") }
        + document.headerProperties("X-WR-CALNAME").map(\.text)
    }
    let fileName = OwnerClues.name(fromStem: stemAddress ?? group.stem)
    if let name = titles.lazy.compactMap({ DraftName.person($0) }).first {
      // "A Osei" in a file amara-osei.ics is Amara Osei.
      let isShort = PersonName(name).words.contains { $0.count < 2 }
      if isShort, let fileName, PersonName(fileName).words.last == PersonName(name).words.last {
        (self.name, nameOrigin) = (fileName, .file)
      } else {
        (self.name, nameOrigin) = (name, .calendar)
      }
    } else if let name = named?.name.flatMap({ DraftName.person($0) }) {
      (self.name, nameOrigin) = (name, .organizer)
    } else if let name = fileName {
      (self.name, nameOrigin) = (name, .file)
    } else if let name = emails.first.flatMap({ OwnerClues.name(fromStem: $0) }) {
      (self.name, nameOrigin) = (name, .address)
    } else {
      (name, nameOrigin) = (nil, .none)
    }
  }

  /// The organiser of at least half of the events that have one.
  private static func organizers(_ documents: [CalendarDocument]) -> (email: String, name: String?)? {
    var counts: [String: Int] = [:]
    var names: [String: String] = [:]
    for component in documents.flatMap(\.components) where component.kind == .event {
      guard let property = component.first("ORGANIZER"), let email = EmailAddress.all(of: property).last else {
        continue
      }
      counts[email, default: 0] += 1
      if names[email] == nil, let name = property.parameter("CN") { names[email] = name }
    }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value * 2 >= counts.values.reduce(0, +)
    else { return nil }
    return (most.key, names[most.key])
  }

  /// `amara-osei`, `Amara Osei Calendar`, `amara.osei@x.example`: Amara Osei.
  private static func name(fromStem stem: String) -> String? {
    let local = stem.split(separator: "@").first.map(String.init) ?? stem
    let words = DraftName.plain(local).split { " -_.+()[]".contains($0) }
      .map { word in ["'s", "’s"].contains { word.hasSuffix($0) } ? word.dropLast(2) : word }
      .filter { word in
        word.contains(where: \.isLetter) && !word.contains(where: \.isNumber)
          && !plainWords.contains(Words(String(word)).parts.first ?? "")
      }
    guard !words.isEmpty, words.count <= 5 else { return nil }
    return words.map { word in
      word == word.lowercased()[...] ? word.prefix(1).uppercased() + word.dropFirst() : String(word)
    }.joined(separator: " ")
  }
}

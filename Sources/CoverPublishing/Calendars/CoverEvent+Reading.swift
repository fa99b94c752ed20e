import CivilTime
import CoverDomain
import CoverIdentity
import ICalendar

extension CoverEvent {
  /// An event of ours as `practice.ics` holds it; nil for anything else.
  init?(_ component: Component) {
    guard component.kind == .event, let uid = component.uid, EventIdentity.isOurs(uid),
      let kind = Self.text("X-PLAN-COVER-KIND", of: component).flatMap(Kind.init(rawValue:)),
      let absent = Self.text("X-PLAN-COVER-FOR", of: component), let by = Self.text("X-PLAN-COVER-BY", of: component),
      let time = Self.time(of: component),
      let modified = component.first("LAST-MODIFIED").flatMap({ Instant($0.value) })
        ?? component.first("DTSTAMP").flatMap({ Instant($0.value) })
    else { return nil }
    self.uid = uid
    self.kind = kind
    self.time = time
    self.absent = ClinicianID(absent)
    self.by = ClinicianID(by)
    supervisee = Self.text("X-PLAN-COVER-SUPERVISEE", of: component).map { ClinicianID($0) }
    reason = Self.text("X-PLAN-COVER-REASON", of: component).flatMap(Referral.Reason.init(rawValue:))
    clients = Self.clients("X-PLAN-COVER-CLIENT", of: component)
    withheld = Self.clients("X-PLAN-COVER-WITHHELD", of: component)
    session = Self.text("X-PLAN-COVER-SESSION", of: component)
    original = Self.text("RELATED-TO", of: component)
    place = Self.text("LOCATION", of: component) ?? ""
    organizer = component.first("ORGANIZER").flatMap(Self.email)
    attendees = component.all("ATTENDEE").compactMap { property in
      Self.email(property).map {
        Attendee(
          email: $0, name: property.parameter("CN") ?? "",
          answer: property.parameter("PARTSTAT")?.uppercased() ?? "NEEDS-ACTION")
      }
    }
    let since = component.first("X-PLAN-COVER-SINCE").flatMap { Instant($0.value) }
    stamps = Stamps(
      sequence: component.sequence, modified: modified, since: since ?? modified,
      before: Self.text("X-PLAN-COVER-BEFORE", of: component).flatMap(Self.before))
  }

  private static func text(_ name: String, of component: Component) -> String? {
    component.first(name).map(\.text).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func clients(_ name: String, of component: Component) -> [ClientID] {
    text(name, of: component)?.split(separator: ";").map { ClientID(String($0)) } ?? []
  }

  private static func email(_ property: Property) -> String? {
    guard property.value.lowercased().hasPrefix("mailto:") else { return nil }
    return String(property.value.dropFirst("mailto:".count))
  }

  /// `ben-lee/20261222T100000Z`.
  private static func before(_ text: String) -> Before? {
    guard let slash = text.lastIndex(of: "/"), let start = Instant(text[text.index(after: slash)...]) else {
      return nil
    }
    return Before(by: ClinicianID(String(text[..<slash])), start: start)
  }

  private static func time(of component: Component) -> EventTime? {
    guard let start = component.first("DTSTART") else { return nil }
    if start.parameter("VALUE")?.uppercased() == "DATE" { return day(start.value).map { .day($0) } }
    guard let first = instant(start), let end = component.first("DTEND").flatMap(instant) else { return nil }
    return Interval(first, end).map { .timed($0) }
  }

  /// `20261222`.
  private static func day(_ value: String) -> Day? {
    let digits = Array(value)
    guard digits.count == 8 else { return nil }
    return Day("\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))")
  }

  /// A time in UTC, or in the zone of the tz database that TZID names.
  private static func instant(_ property: Property) -> Instant? {
    if let utc = Instant(property.value) { return utc }
    guard let zone = property.parameter("TZID").flatMap({ Zone(identifier: $0) }),
      let wall = Instant(property.value + "Z")
    else { return nil }
    return zone.instant(CivilDateTime(utc: wall))
  }
}

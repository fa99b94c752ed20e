import CivilTime
import CoverDomain
import ICalendar

extension CoverEvent {
  /// The event as the reader gets it: RFC 5545 §3.6.1.
  ///
  /// - Parameter attendees: whom an invitation names; nil for all.
  func component(
    for reader: EventReader, in zone: Zone, attendees named: [Attendee]? = nil, isCancelled: Bool = false
  ) throws(CalendarWriteError) -> ComponentBuilder {
    var event = ComponentBuilder(.event)
    try event.add("UID", text: uid)
    try event.add("SEQUENCE", integer: stamps.sequence)
    try event.add("DTSTAMP", utc: stamps.modified)
    try event.add("LAST-MODIFIED", utc: stamps.modified)
    try addTime(to: &event, zone: zone)
    try event.add("SUMMARY", text: reader.summary(of: self))
    if !place.isEmpty { try event.add("LOCATION", text: place) }
    try event.add("STATUS", token: isCancelled ? "CANCELLED" : "CONFIRMED")
    try event.add("TRANSP", token: reader.isTransparent(self) ? "TRANSPARENT" : "OPAQUE")
    try event.add("CLASS", token: "PRIVATE")
    try addPeople(to: &event, attendees: named ?? attendees, isCancelled: isCancelled)
    if let original { try event.add("RELATED-TO", text: original) }
    try event.add("X-PLAN-COVER-KIND", token: kind.rawValue)
    try event.add("X-PLAN-COVER-FOR", text: absent.text)
    try event.add("X-PLAN-COVER-BY", text: by.text)
    if let supervisee { try event.add("X-PLAN-COVER-SUPERVISEE", text: supervisee.text) }
    if let reason { try event.add("X-PLAN-COVER-REASON", token: reason.rawValue) }
    let clients = reader.clients(of: self)
    if !clients.isEmpty { try event.add("X-PLAN-COVER-CLIENT", text: Self.list(clients)) }
    if let session { try event.add("X-PLAN-COVER-SESSION", text: session) }
    if reader == .practice {
      if !withheld.isEmpty { try event.add("X-PLAN-COVER-WITHHELD", text: Self.list(withheld)) }
      try event.add("X-PLAN-COVER-SINCE", utc: stamps.since)
      if let before = stamps.before {
        try event.add("X-PLAN-COVER-BEFORE", text: "\(before.by.text)/\(before.start.basic)")
      }
    }
    return event
  }

  private func addTime(to event: inout ComponentBuilder, zone: Zone) throws(CalendarWriteError) {
    switch time {
    case .day(let day):
      try event.add("DTSTART", day: day)
      try event.add("DTEND", day: day + 1)
    case .timed(let interval):
      try Self.add("DTSTART", interval.start, in: zone, to: &event)
      try Self.add("DTEND", interval.end, in: zone, to: &event)
    }
  }

  /// A local time, save for the second of two equal readings of the clock, which only UTC can tell.
  private static func add(
    _ name: String, _ instant: Instant, in zone: Zone, to event: inout ComponentBuilder
  ) throws(CalendarWriteError) {
    if zone == .utc || zone.instant(zone.civil(instant)) != instant {
      try event.add(name, utc: instant)
    } else {
      try event.add(name, instant: instant, in: zone)
    }
  }

  private func addPeople(
    to event: inout ComponentBuilder, attendees: [Attendee], isCancelled: Bool
  ) throws(CalendarWriteError) {
    guard let organizer else { return }
    try event.add("ORGANIZER", email: organizer)
    for attendee in attendees {
      var parameters = [Parameter(name: "CN", values: [attendee.name])]
      parameters.append(Parameter(name: "ROLE", values: ["REQ-PARTICIPANT"]))
      parameters.append(Parameter(name: "PARTSTAT", values: [attendee.answer]))
      // A contact's day is told, not asked, and so is a cancellation.
      if attendee.answer == "NEEDS-ACTION", kind != .contact, !isCancelled {
        parameters.append(Parameter(name: "RSVP", values: ["TRUE"]))
      }
      try event.add("ATTENDEE", email: attendee.email, parameters: parameters)
    }
  }

  private static func list(_ clients: [ClientID]) -> String { clients.map(\.text).joined(separator: ";") }
}

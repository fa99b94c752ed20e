import CivilTime
import CoverDomain
import ICalendar

/// The time zone that most calendars of a practice are in.
struct ZoneVote {
  private var votes: [String: Int] = [:]
  private let count: Int

  init(_ calendars: [[CalendarDocument]]) {
    count = calendars.count
    for documents in calendars {
      if let name = ZoneVote.name(documents) { votes[name, default: 0] += 1 }
    }
  }

  /// Of equally many the first of the alphabet; UTC where no calendar names one.
  var zone: DraftZone {
    guard let most = votes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), let zone = Zone(identifier: most.key)
    else { return DraftZone(.utc, .assumed) }
    return DraftZone(zone, .calendars(most.value, of: count))
  }

  /// That of most events of one clinician, else what the calendar says of itself.
  private static func name(_ documents: [CalendarDocument]) -> String? {
    var counts: [String: Int] = [:]
    for component in documents.flatMap(\.components) where component.kind == .event {
      guard let name = component.first("DTSTART")?.parameter("TZID"), let zone = ZoneName.tzName(for: name),
        zone != "UTC"
      else { continue }
      counts[zone, default: 0] += 1
    }
    if let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) { return most.key }
    return documents.lazy.compactMap(\.zoneName).compactMap { ZoneName.tzName(for: $0) }.first { $0 != "UTC" }
  }
}

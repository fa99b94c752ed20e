import CivilTime
import CoverDomain
import CoverIdentity
import Foundation

/// A withdrawn event in plan.json: practice.ics no longer has it, and its cancellation must be known until it is over.
struct WithdrawnRecord: Codable, Sendable {
  struct Person: Codable, Sendable {
    let email: String
    let name: String
  }

  let uid: String
  let kind: String
  let `for`: String
  let by: String
  let supervisee: String?
  let reason: String?
  let date: String?
  let start: String?
  let end: String?
  let clients: [String]
  let withheld: [String]
  let session: String?
  let original: String?
  let place: String
  let organizer: String?
  let attendees: [Person]
  let sequence: Int
  let modified: String
  /// Since when the colleague had stood for it, and who before: older records do not say.
  let since: String?
  let before: Former?

  struct Former: Codable, Sendable {
    let by: String
    let start: String
  }

  private struct PlanFile: Codable { let withdrawn: [WithdrawnRecord]? }

  /// The withdrawn events that a plan.json holds; none where it cannot be read.
  static func events(inPlan bytes: [UInt8]) -> [CoverEvent] {
    let plan = try? JSONDecoder().decode(PlanFile.self, from: Data(bytes))
    return (plan?.withdrawn ?? []).compactMap(\.event).sorted()
  }

  /// Nil where it is none of ours.
  private var event: CoverEvent? {
    guard EventIdentity.isOurs(uid), let kind = CoverEvent.Kind(rawValue: kind), let modified = Instant(modified),
      let time
    else { return nil }
    return CoverEvent(
      uid: uid, kind: kind, time: time, absent: ClinicianID(`for`), by: ClinicianID(by),
      supervisee: supervisee.map { ClinicianID($0) }, reason: reason.flatMap(Referral.Reason.init(rawValue:)),
      clients: clients.map { ClientID($0) },
      withheld: withheld.map { ClientID($0) }, session: session, original: original, place: place,
      organizer: organizer,
      attendees: attendees.map { CoverEvent.Attendee(email: $0.email, name: $0.name, answer: "NEEDS-ACTION") },
      stamps: CoverEvent.Stamps(
        sequence: sequence, modified: modified, since: since.flatMap { Instant($0) } ?? Instant(seconds: 0),
        before: before.flatMap { former in
          Instant(former.start).map { CoverEvent.Before(by: ClinicianID(former.by), start: $0) }
        }))
  }

  private var time: EventTime? {
    if let date { return Day(date).map { .day($0) } }
    guard let start = start.flatMap({ Instant($0) }), let end = end.flatMap({ Instant($0) }) else { return nil }
    return Interval(start, end).map { .timed($0) }
  }

  /// The event as plan.json holds it.
  static func json(_ event: CoverEvent) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("uid", .string(event.uid)), .init("kind", .string(event.kind.rawValue)),
      .init("for", .string(event.absent.text)), .init("by", .string(event.by.text)),
    ]
    if let supervisee = event.supervisee { members.append(.init("supervisee", .string(supervisee.text))) }
    if let reason = event.reason { members.append(.init("reason", .string(reason.rawValue))) }
    switch event.time {
    case .day(let day): members.append(.init("date", .string(day.iso8601)))
    case .timed(let interval):
      members.append(.init("start", .string(interval.start.iso8601)))
      members.append(.init("end", .string(interval.end.iso8601)))
    }
    members += [
      .init("clients", .array(event.clients.map { .string($0.text) })),
      .init("withheld", .array(event.withheld.map { .string($0.text) })),
      .init("session", .optional(event.session)), .init("original", .optional(event.original)),
      .init("place", .string(event.place)), .init("organizer", .optional(event.organizer)),
      .init(
        "attendees",
        .array(event.attendees.map { .members(["email": .string($0.email), "name": .string($0.name)]) })),
      .init("sequence", .integer(event.stamps.sequence)),
      .init("modified", .string(event.stamps.modified.iso8601)),
      .init("since", .string(event.stamps.since.iso8601)),
    ]
    if let before = event.stamps.before {
      members.append(
        .init("before", .members(["by": .string(before.by.text), "start": .string(before.start.iso8601)])))
    }
    return .object(members)
  }
}

public import CoverDomain

/// What `init --json` prints: the draft of a practice, and what each part of it was seen by.
public struct DraftDocument: Sendable {
  private let draft: PracticeDraft

  public init(_ draft: PracticeDraft) { self.draft = draft }

  /// The document, indented, with a line feed at its end.
  public var text: String {
    JSONValue.members([
      "schema": "plan-cover-init/1",
      "name": .string(draft.name),
      "timezone": .string(draft.zone.zone.identifier),
      "seen": .members(["from": .day(draft.days.lowerBound), "to": .day(draft.days.upperBound)]),
      "hours": .string(draft.hours.line),
      "sites": .array(
        draft.sites.map { .members(["id": .string($0.id.text), "sessions": .integer($0.sessions)]) }),
      "clinicians": .array(draft.clinicians.map(clinician)),
      "clients": .array(draft.clients.map(client)),
      "leave-words": .array(draft.leaveWords.map { .string($0) }),
      "events": .array(draft.entries.map(entry)),
      "not-taken": .array(draft.titles.map(title)),
    ]).pretty
  }

  private func clinician(_ one: DraftClinician) -> JSONValue {
    .members([
      "id": .id(one.id), "name": .string(one.name), "name-from": .string(one.nameOrigin.rawValue),
      "email": .optional(one.email), "calendars": one.calendars.map { .array($0.map { .string($0) }) } ?? .null,
      "hours": .optional(hours(one)), "weeks": .integer(one.weeks), "most-in-a-day": .integer(one.mostInADay),
      "most-in-a-week": .integer(one.mostInAWeek),
      "sites": one.sites.map { .array($0.map { .string($0.text) }) } ?? .null, "online": .integer(one.online),
      "supervision-with": .array(one.supervisionWith.map(JSONValue.id)),
    ])
  }

  private func hours(_ one: DraftClinician) -> String? {
    switch one.hours {
    case .seen(let hours), .set(let hours): hours.line
    case .stated: "VAVAILABILITY"
    case .unknown: nil
    }
  }

  private func client(_ one: DraftClient) -> JSONValue {
    .members([
      "id": .string(one.id.text), "name": .string(one.name), "clinician": .id(one.clinician),
      "email": .optional(one.email), "found-by": .string(one.origin.rawValue), "sessions": .integer(one.sessions),
      "look-at": .array(one.doubts.map { .string($0.sentence) }),
    ])
  }

  private func entry(_ entry: DraftEventEntry) -> JSONValue {
    .members([
      "summary": .string(entry.summary), "clinician": .id(entry.clinician), "clients": .clients(entry.clients),
    ])
  }

  private func title(_ title: DraftTitle) -> JSONValue {
    .members([
      "clinician": .id(title.clinician), "title": .string(title.title), "why": .string(title.kind.rawValue),
      "may-be-client": .bool(title.kind.mayBeClient), "count": .integer(title.count),
      "file": .string(title.source.file), "line": title.source.line.map { .integer($0) } ?? .null,
      "first": .time(title.first.start),
    ])
  }
}

import CivilTime
import CoverDomain

extension JSONValue: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .string(value) }

  static func id(_ id: ClinicianID) -> JSONValue { .string(id.text) }
  static func day(_ day: Day) -> JSONValue { .string(day.iso8601) }
  static func time(_ instant: Instant) -> JSONValue { .string(instant.iso8601) }
  static func clients(_ ids: [ClientID]) -> JSONValue { .array(ids.map { .string($0.text) }) }
  static func rules(_ rules: [Rule]) -> JSONValue { .array(rules.map { .string($0.rawValue) }) }

  /// An entry of the ledger: the counts in the order of the contract.
  static func ledger(_ entry: LedgerEntry) -> JSONValue {
    let order: [LedgerKind] = [
      .session, .leave, .busy, .free, .cancelled, .outside, .referral, .closure, .notUnderstood,
    ]
    return .object(
      [Member("file", .string(entry.file)), Member("components", .integer(entry.components))]
        + order.map { Member(ledgerName($0), .integer(entry.count($0))) })
  }

  /// The key of a count of the ledger.
  static func ledgerName(_ kind: LedgerKind) -> String {
    switch kind {
    case .session, .referral, .closure: kind.rawValue + "s"
    case .leave, .busy, .free, .cancelled, .outside, .notUnderstood: kind.rawValue
    }
  }

  /// A set of changes, who takes the session then, when, and which other sessions change colleague for it.
  static func remedy(_ remedy: Gap.Remedy, of session: SessionID) -> JSONValue {
    let others = remedy.covers.filter { $0.key != session }.sorted { $0.key < $1.key }
    return .members([
      "colleague": .id(remedy.colleague), "rules": .rules(remedy.rules),
      "changes": .array(remedy.changes.map { .string($0) }),
      "at": .optional(remedy.covers[session]?.interval.start.iso8601),
      "others": .array(
        others.map { id, cover in
          .members([
            "session": .string(id.key), "clinician": .id(id.clinician), "by": .id(cover.by),
            "at": .time(cover.interval.start),
          ])
        }),
    ])
  }

  static func unrecognised(_ event: UnrecognisedEvent) -> JSONValue {
    .members([
      "uid": .optional(event.source.uid), "clinician": .id(event.clinician), "start": .time(event.interval.start),
      "end": .time(event.interval.end), "summary": .string(event.summary), "file": .string(event.source.file),
      "line": event.source.line.map { .integer($0) } ?? .null, "candidates": .clients(event.candidates),
      "near": .array(event.near.map(near)), "occasion": .string(event.occasion.rawValue),
    ])
  }

  static func near(_ client: NearClient) -> JSONValue {
    .members(["client": .string(client.client.text), "why": .string(client.reason.rawValue)])
  }

  static func question(_ question: EventQuestion) -> JSONValue {
    .members([
      "kind": .string(question.kind.rawValue), "clinician": .id(question.clinician),
      "summary": .string(question.summary), "file": .string(question.source.file),
      "line": question.source.line.map { .integer($0) } ?? .null, "uid": .optional(question.source.uid),
      "start": .time(question.first.start), "count": .integer(question.count), "clients": .clients(question.clients),
      "near": .array(question.near.map(near)),
    ])
  }

  static func notUnderstood(_ component: NotUnderstood) -> JSONValue {
    .members([
      "file": .string(component.source.file), "line": component.source.line.map { .integer($0) } ?? .null,
      "uid": .optional(component.source.uid), "reason": .string(component.reason), "hint": .optional(component.hint),
      "may-matter": .bool(component.mayMatter),
    ])
  }
}

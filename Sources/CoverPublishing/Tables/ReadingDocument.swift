public import CoverDomain

/// What `check --json` prints: every interval of the window as it was read, and what was not understood.
public struct ReadingDocument: Sendable {
  private let situation: Situation
  private let reading: Reading

  public init(situation: Situation, reading: Reading) {
    self.situation = situation
    self.reading = reading
  }

  /// The document, indented, with a line feed at its end.
  public var text: String {
    JSONValue.members([
      "schema": "plan-cover-check/1",
      "practice": .string(situation.practice.name),
      "timezone": .string(situation.practice.zone.identifier),
      "window": .members(["from": .day(situation.window.from), "to": .day(situation.window.to)]),
      "ledger": .array(reading.ledger.map(JSONValue.ledger)),
      "intervals": .array(reading.intervals.map(interval)),
      "not-recognised": .array(reading.unrecognised.map(JSONValue.unrecognised)),
      "not-understood": .array(reading.notUnderstood.map(JSONValue.notUnderstood)),
      "questions": .array(reading.questions.map(JSONValue.question)),
      "remarks": .array(reading.remarks.map { .string($0) }),
    ]).pretty
  }

  private func interval(_ read: ReadInterval) -> JSONValue {
    .members([
      "file": .string(read.source.file), "uid": .optional(read.source.uid), "kind": .string(read.kind.rawValue),
      "start": .time(read.interval.start), "end": .time(read.interval.end), "clients": .clients(read.clients),
    ])
  }
}

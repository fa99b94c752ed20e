public import CoverDomain

/// What `verify --json` prints: each promise of the publication that no longer stands.
public struct VerificationDocument: Sendable {
  /// A promise that no longer stands, or a session for which none was made.
  public struct Finding: Hashable, Sendable {
    public let kind: String
    public let session: SessionID
    public let by: ClinicianID?
    public let rules: [Rule]
    public let sentence: String

    public init(kind: String, session: SessionID, by: ClinicianID?, rules: [Rule], sentence: String) {
      self.kind = kind
      self.session = session
      self.by = by
      self.rules = rules
      self.sentence = sentence
    }
  }

  private let situation: Situation
  private let findings: [Finding]
  private let contacts: [String]
  private let meetings: [String]
  private let open: [Session]
  private let reading: Reading

  /// - Parameters:
  ///   - contacts: what no longer holds of the named contacts, a sentence each.
  ///   - meetings: what no longer holds of the handovers and handbacks, likewise.
  ///   - open: sessions for which the published plan had found nobody, and that still want cover.
  public init(
    situation: Situation, findings: [Finding], contacts: [String], meetings: [String], open: [Session],
    reading: Reading
  ) {
    self.situation = situation
    self.findings = findings
    self.contacts = contacts
    self.meetings = meetings
    self.open = open
    self.reading = reading
  }

  /// The document, indented, with a line feed at its end.
  public var text: String {
    JSONValue.members([
      "schema": "plan-cover-verify/1",
      "practice": .string(situation.practice.name),
      "window": .members(["from": .day(situation.window.from), "to": .day(situation.window.to)]),
      "broken": .array(findings.map(finding)),
      "contacts": .array(contacts.map { .string($0) }),
      "meetings": .array(meetings.map { .string($0) }),
      "open": .array(open.map { .members(["session": .string($0.id.key), "clinician": .id($0.clinician)]) }),
      "not-recognised": .array(reading.unrecognised.map(JSONValue.unrecognised)),
      "not-understood": .array(reading.notUnderstood.map(JSONValue.notUnderstood)),
    ]).pretty
  }

  private func finding(_ finding: Finding) -> JSONValue {
    .members([
      "kind": .string(finding.kind), "session": .string(finding.session.key),
      "clinician": .id(finding.session.clinician),
      "by": .optional(finding.by?.text), "rules": .rules(finding.rules), "sentence": .string(finding.sentence),
    ])
  }
}

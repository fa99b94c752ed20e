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
  private let open: [Session]

  /// - Parameter open: sessions for which the published plan had found nobody, and that still want cover.
  public init(situation: Situation, findings: [Finding], open: [Session]) {
    self.situation = situation
    self.findings = findings
    self.open = open
  }

  /// The document, indented, with a line feed at its end.
  public var text: String {
    JSONValue.members([
      "schema": "plan-cover-verify/1",
      "practice": .string(situation.practice.name),
      "window": .members(["from": .day(situation.window.from), "to": .day(situation.window.to)]),
      "broken": .array(findings.map(finding)),
      "open": .array(open.map { .members(["session": .string($0.id.key), "clinician": .id($0.clinician)]) }),
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

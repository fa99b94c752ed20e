public import CivilTime
public import CoverDomain

/// What `decide --list --json` prints: every decision and what becomes of it.
public struct DecisionsDocumentText: Sendable {
  public struct Item: Sendable {
    public let number: Int
    public let tag: String
    /// `assign`, `forbid`, `wait`, `told`, `sent`, `consented`, `leave`.
    public let verb: String
    /// The letter that was sent.
    public let letter: Decision.Letter?
    /// The colleague, or who is away.
    public let person: ClinicianID?
    public let days: ClosedRange<Day>?
    public let client: ClientID?
    public let session: String?
    public let clinician: ClinicianID?
    public let absence: Decision.AbsenceDay?
    public let by: String?
    public let at: Instant?
    public let why: String?
    /// `kept`, `rests`, `broken`, `over`.
    public let state: String
    public let reason: String?
    public let obstacles: [(session: SessionID, colleague: ClinicianID, rules: [Rule])]

    public init(
      number: Int, tag: String, verb: String, letter: Decision.Letter? = nil, person: ClinicianID?,
      days: ClosedRange<Day>?,
      client: ClientID?, session: String?, clinician: ClinicianID?, absence: Decision.AbsenceDay?, by: String?,
      at: Instant?, why: String?,
      state: String, reason: String?, obstacles: [(session: SessionID, colleague: ClinicianID, rules: [Rule])]
    ) {
      self.number = number
      self.tag = tag
      self.verb = verb
      self.letter = letter
      self.person = person
      self.days = days
      self.client = client
      self.session = session
      self.clinician = clinician
      self.absence = absence
      self.by = by
      self.at = at
      self.why = why
      self.state = state
      self.reason = reason
      self.obstacles = obstacles
    }
  }

  private let practice: String
  private let items: [Item]

  public init(practice: String, items: [Item]) {
    self.practice = practice
    self.items = items
  }

  /// The document, indented, with a line feed at its end.
  public var text: String {
    JSONValue.members([
      "schema": "plan-cover-decisions/1", "practice": .string(practice), "decisions": .array(items.map(item)),
    ]).pretty
  }

  private func item(_ item: Item) -> JSONValue {
    .members([
      "number": .integer(item.number), "tag": .string(item.tag), "kind": .string(item.verb),
      "letter": .optional(item.letter?.rawValue),
      "person": .optional(item.person?.text), "from": .optional(item.days?.lowerBound.iso8601),
      "to": .optional(item.days?.upperBound.iso8601), "client": .optional(item.client?.text),
      "session": .optional(item.session), "clinician": .optional(item.clinician?.text),
      "absence": item.absence.map { .members(["clinician": .id($0.clinician), "date": .day($0.day)]) } ?? .null,
      "by": .optional(item.by), "at": .optional(item.at?.iso8601), "why": .optional(item.why),
      "state": .string(item.state), "reason": .optional(item.reason),
      "obstacles": .array(
        item.obstacles.map {
          .members([
            "session": .string($0.session.key), "clinician": .id($0.session.clinician), "colleague": .id($0.colleague),
            "rules": .rules($0.rules),
          ])
        }),
    ])
  }
}

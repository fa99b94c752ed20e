public import CivilTime

/// An interval of the window as it was read.
public struct ReadInterval: Hashable, Sendable {
  public let source: Source
  public let kind: LedgerKind
  public let interval: Interval
  /// Empty unless a session or a referral.
  public let clients: [ClientID]

  public init(source: Source, kind: LedgerKind, interval: Interval, clients: [ClientID] = []) {
    self.source = source
    self.kind = kind
    self.interval = interval
    self.clients = clients
  }
}

/// An opaque event in a clinician's leave that matches no client: it may be a session of somebody nobody tells.
public struct UnrecognisedEvent: Hashable, Sendable {
  public let clinician: ClinicianID
  public let interval: Interval
  /// For the manager's eyes: plan.json, `check`, and the summary; never a message or a log.
  public let summary: String
  public let source: Source
  /// Clients whom the summary might mean, none if nobody comes near.
  public let candidates: [ClientID]

  public init(clinician: ClinicianID, interval: Interval, summary: String, source: Source, candidates: [ClientID] = [])
  {
    self.clinician = clinician
    self.interval = interval
    self.summary = summary
    self.source = source
    self.candidates = candidates
  }
}

/// A component that could not be understood.
public struct NotUnderstood: Hashable, Sendable {
  public let source: Source
  /// Why, without a word of the event's text.
  public let reason: String
  public let hint: String?
  /// Whether it could lie in the window.
  public let mayMatter: Bool

  public init(source: Source, reason: String, hint: String?, mayMatter: Bool) {
    self.source = source
    self.reason = reason
    self.hint = hint
    self.mayMatter = mayMatter
  }
}

/// What reading the calendars of a practice came to.
public struct Reading: Hashable, Sendable {
  /// By file.
  public var ledger: [LedgerEntry]
  /// Every interval that overlaps the window, by file, start and UID.
  public var intervals: [ReadInterval]
  public var unrecognised: [UnrecognisedEvent]
  public var notUnderstood: [NotUnderstood]
  /// What is odd and does no harm: `file:line: …`.
  public var remarks: [String]

  public init(
    ledger: [LedgerEntry] = [], intervals: [ReadInterval] = [], unrecognised: [UnrecognisedEvent] = [],
    notUnderstood: [NotUnderstood] = [], remarks: [String] = []
  ) {
    self.ledger = ledger
    self.intervals = intervals
    self.unrecognised = unrecognised
    self.notUnderstood = notUnderstood
    self.remarks = remarks
  }

  /// Whether the reading leaves something to a person.
  public var needsPerson: Bool { !unrecognised.isEmpty || notUnderstood.contains(where: \.mayMatter) }
}

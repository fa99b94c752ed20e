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

/// A component that could not be understood.
public struct NotUnderstood: Hashable, Sendable {
  public let source: Source
  /// Why, without a word of the event's text.
  public let reason: String
  public let hint: String?
  /// Whether it could lie in the window.
  public let mayMatter: Bool
  /// Whether it is marked as leave: somebody may be away whom the plan takes to be there.
  public let isLeave: Bool

  public init(source: Source, reason: String, hint: String?, mayMatter: Bool, isLeave: Bool = false) {
    self.source = source
    self.reason = reason
    self.hint = hint
    self.mayMatter = mayMatter
    self.isLeave = isLeave
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
  /// What was read one way and may mean another, by calendar and time.
  public var questions: [EventQuestion]
  /// What is odd and does no harm: `file:line: …`.
  public var remarks: [String]
  /// Answers to what is published that only a person can settle; each is one of the remarks as well.
  public var openReplies: [String]

  public init(
    ledger: [LedgerEntry] = [], intervals: [ReadInterval] = [], unrecognised: [UnrecognisedEvent] = [],
    notUnderstood: [NotUnderstood] = [], questions: [EventQuestion] = [], remarks: [String] = [],
    openReplies: [String] = []
  ) {
    self.ledger = ledger
    self.intervals = intervals
    self.unrecognised = unrecognised
    self.notUnderstood = notUnderstood
    self.questions = questions
    self.remarks = remarks
    self.openReplies = openReplies
  }

  /// Whether the reading leaves something to a person.
  public var needsPerson: Bool {
    !unrecognised.isEmpty || notUnderstood.contains(where: \.mayMatter) || !openReplies.isEmpty
  }
}

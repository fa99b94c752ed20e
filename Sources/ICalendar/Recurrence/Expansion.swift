public import CivilTime

/// One time at which a component takes place.
public struct Occurrence: Hashable, Sendable {
  /// Into the document's components: the one that describes this occurrence, a master or an override.
  public let componentIndex: Int
  /// The component's UID, or the one derived from its content where it has none.
  public let uid: String
  public let interval: Interval
  /// The original instant within the series; nil when the component does not recur.
  public let recurrenceID: Instant?
  public let isAllDay: Bool
}

/// What became of a component in an expansion.
public enum Fate: Hashable, Sendable {
  /// Understood: its occurrences within the time asked for, if any, are in the expansion.
  case expanded
  /// Withdrawn: STATUS:CANCELLED, or a calendar with METHOD:CANCEL.
  case cancelled
  /// A newer component of the same UID and RECURRENCE-ID stands in its place.
  case superseded
  case notUnderstood(CalendarProblem)

  public var isNotUnderstood: Bool { if case .notUnderstood = self { true } else { false } }
}

/// Every occurrence of a document within a time.
public struct Expansion: Hashable, Sendable {
  /// By start, end, component and original instant.
  public let occurrences: [Occurrence]
  /// One a component of the document, in its order.
  public let fates: [Fate]
}

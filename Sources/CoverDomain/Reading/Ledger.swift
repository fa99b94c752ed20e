/// Where a component of a calendar ended.
public enum LedgerKind: String, CaseIterable, Sendable {
  case session, leave, busy, free, cancelled, outside, referral, closure
  case notUnderstood = "not-understood"
}

/// Where the components of one file ended: the counts add up to `components`.
public struct LedgerEntry: Hashable, Sendable {
  /// Path relative to the practice folder, as it may be shown.
  public let file: String
  /// Every component of the file, time zones and alarms left out.
  public let components: Int
  public let counts: [LedgerKind: Int]

  public init(file: String, components: Int, counts: [LedgerKind: Int]) {
    self.file = ShownPath.shown(file)
    self.components = components
    self.counts = counts
  }

  public func count(_ kind: LedgerKind) -> Int { counts[kind] ?? 0 }
  /// Whether every component ended in exactly one place.
  public var addsUp: Bool { counts.values.reduce(0, +) == components }
}

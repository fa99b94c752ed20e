/// Two plans side by side: today's, and what it would be with some changes.
public struct Comparison: Hashable, Sendable {
  /// What becomes of a session in both; nil where it takes place as usual.
  public struct Entry: Hashable, Sendable {
    public let session: Session
    public let need: Need
    public let before: Outcome?
    public let after: Outcome?

    /// What the change means for the session.
    public var kind: Kind {
      switch (before, after) {
      case (_, .uncovered): isOpen(before) ? .same : .lost
      case (.uncovered, _): .helped
      case (.covered(let old), .covered(let new)): old == new ? .same : .moved
      case (_, .covered): .covered
      case (.covered, _): .released
      case (_, .waiting): before == nil ? .waits : .same
      default: before == nil || after == nil ? .rests : .same
      }
    }

    private func isOpen(_ outcome: Outcome?) -> Bool { if case .uncovered = outcome { true } else { false } }
  }

  public enum Kind: String, CaseIterable, Sendable {
    /// It has somebody, or takes place as usual, and would have nobody.
    case lost
    /// Another colleague, or another time.
    case moved
    /// It takes place as usual, and would be covered.
    case covered
    /// It has nobody, and would have somebody or take place.
    case helped
    /// It is covered, and would need no cover.
    case released
    /// It takes place as usual, and would wait.
    case waits
    /// Nothing is to be done for it in one of the two.
    case rests
    case same
  }

  /// In the order in which they are minimised.
  public let tiers: [TierChange]
  /// Every session that either plan speaks of, by time.
  public let entries: [Entry]
  /// What people have settled, and only the second plan does not keep.
  public let broken: [BrokenPromise]
  /// Days of absences on which nobody can be named as contact.
  public let contactless: (before: Int, after: Int)
  /// Whether both plans are proven best.
  public let isProven: Bool

  public init(before: Plan, after: Plan) {
    let old = Dictionary(before.tiers.map { ($0.tier, $0.value) }, uniquingKeysWith: { first, _ in first })
    tiers = after.tiers.map { TierChange(tier: $0.tier, before: old[$0.tier] ?? 0, after: $0.value) }
    let first = Dictionary(before.assignments.map { ($0.session.id, $0) }, uniquingKeysWith: { first, _ in first })
    let second = Dictionary(after.assignments.map { ($0.session.id, $0) }, uniquingKeysWith: { first, _ in first })
    entries = Set(first.keys).union(second.keys).compactMap { id -> Entry? in
      guard let any = second[id] ?? first[id] else { return nil }
      return Entry(
        session: any.session, need: any.demand.need, before: first[id]?.outcome, after: second[id]?.outcome)
    }.sorted { $0.session < $1.session }
    let known = Set(before.brokenPromises.map(\.pin))
    broken = after.brokenPromises.filter { !known.contains($0.pin) }
    contactless = (before.daysWithoutContact, after.daysWithoutContact)
    isProven = before.status == .optimal && after.status == .optimal
  }

  public func entries(_ kind: Kind) -> [Entry] { entries.filter { $0.kind == kind } }

  public func change(_ tier: Tier) -> TierChange {
    tiers.first { $0.tier == tier } ?? TierChange(tier: tier, before: 0, after: 0)
  }

  public static func == (left: Comparison, right: Comparison) -> Bool {
    left.tiers == right.tiers && left.entries == right.entries && left.broken == right.broken
      && left.contactless == right.contactless && left.isProven == right.isProven
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(tiers)
    hasher.combine(entries)
  }
}

extension Plan {
  fileprivate var daysWithoutContact: Int { absences.reduce(0) { $0 + $1.contacts.count { $0.by == nil } } }
}

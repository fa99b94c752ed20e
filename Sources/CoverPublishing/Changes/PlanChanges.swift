/// How a publication differs from the one before, event by event.
public struct PlanChanges: Hashable, Sendable {
  /// An event with what it was before.
  public struct Change: Hashable, Sendable {
    public let event: CoverEvent
    public let before: CoverEvent
  }

  /// Whether there was no publication before.
  public let isFirst: Bool
  public internal(set) var new: [CoverEvent] = []
  /// Another colleague, or another time.
  public internal(set) var changed: [Change] = []
  /// The same colleague at the same time, and something else: an answer came in, a client's consent was recorded.
  public internal(set) var updated: [Change] = []
  public internal(set) var withdrawn: [CoverEvent] = []

  init(isFirst: Bool) { self.isFirst = isFirst }

  public var isEmpty: Bool { new.isEmpty && changed.isEmpty && updated.isEmpty && withdrawn.isEmpty }
}

/// A change of a clock's offset.
public struct OffsetChange: Hashable, Sendable {
  /// The first second that has the new offset, since 1970.
  public let at: Int
  /// Seconds to add to UTC before it.
  public let before: Int
  /// Seconds to add to UTC from it on.
  public let after: Int

  public init(at: Int, before: Int, after: Int) {
    self.at = at
    self.before = before
    self.after = after
  }
}

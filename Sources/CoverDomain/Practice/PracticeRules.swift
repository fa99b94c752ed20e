/// The numbers of practice.yaml's `rules`, with their defaults.
public struct PracticeRules: Hashable, Sendable {
  /// Moving a session: how far, in days, and on which grid, in minutes from local midnight.
  public struct Retime: Hashable, Sendable {
    public var withinDays = 0
    public var gridMinutes = 30
    /// Whether a session may be moved with its own clinician to a time before or after the absence.
    public var ownClinician = false
    public init() {}
  }

  public struct Handover: Hashable, Sendable {
    public var withinDays = 5
    public var minutesPerClient = 5
    public var atLeastMinutes = 15
    public init() {}

    /// Length of a handover for that many clients, in minutes, rounded up to 5.
    public func minutes(clients: Int) -> Int {
      (max(atLeastMinutes, clients * minutesPerClient) + 4) / 5 * 5
    }
  }

  public struct Notice: Hashable, Sendable {
    /// From the length of an absence in days to the lead in days; the entry with the greatest length not above the
    /// absence's counts, else the least entry.
    public var leadDays: [Int: Int] = [1: 7, 7: 28, 28: 70]
    public var reminderDays = 2
    public init() {}

    public func lead(absenceDays: Int) -> Int {
      let lengths = leadDays.keys.sorted()
      guard let length = lengths.last(where: { $0 <= absenceDays }) ?? lengths.first else { return 0 }
      return leadDays[length] ?? 0
    }
  }

  public var breakMinutes = 0
  public var waitIfShorterThanDays = 0
  public var fairnessLookBackDays = 0
  /// How many days records are kept when what they are about is over.
  public var keepDays = 90
  /// The order in which tiers are minimised; the first two are always `required` and `preferred`.
  public var priorities: [Tier] = Tier.defaultOrder
  public var retime = Retime()
  public var handover = Handover()
  public var notice = Notice()

  public init() {}
}

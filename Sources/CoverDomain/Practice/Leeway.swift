public import CivilTime

/// What a clinician would do beyond the rules for once: on some days, in some weeks. Nothing in practice.yaml grants
/// any; it is supposed, to see what it would help.
public struct Leeway: Hashable, Sendable {
  /// Sessions beyond the limits of a day.
  public var sessionsOn: [Day: Int] = [:]
  /// Sessions beyond the limits of an ISO week.
  public var sessionsIn: [Week: Int] = [:]
  /// Minutes that are enough between two sessions, of which the later starts on that day.
  public var breakMinutes: [Day: Int] = [:]

  public init() {}
}

extension Clinician {
  /// `max-sessions-per-day`, and what leeway there is on that day; nil is no limit.
  public func mostSessions(on day: Day) -> Int? { limits.sessionsPerDay.map { $0 + (leeway.sessionsOn[day] ?? 0) } }
  /// `max-sessions-per-week`, and what leeway there is in that week; nil is no limit.
  public func mostSessions(in week: Week) -> Int? {
    limits.sessionsPerWeek.map { $0 + (leeway.sessionsIn[week] ?? 0) }
  }
  /// `max-cover-per-day`, and what leeway there is on that day; nil is no limit.
  public func mostCover(on day: Day) -> Int? { limits.coverPerDay.map { $0 + (leeway.sessionsOn[day] ?? 0) } }
  /// `max-cover-per-week`, and what leeway there is in that week; nil is no limit.
  public func mostCover(in week: Week) -> Int? { limits.coverPerWeek.map { $0 + (leeway.sessionsIn[week] ?? 0) } }

  /// The minutes that must lie before a session that starts on the day.
  public func breakMinutes(on day: Day, _ rules: PracticeRules) -> Int {
    min(rules.breakMinutes, leeway.breakMinutes[day] ?? rules.breakMinutes)
  }
}

import CivilTime
import CoverDomain

/// One clinician's own sessions that take place as usual, by time.
struct Timeline: Sendable {
  let sessions: [Session]
  /// Seconds of the longest.
  private let longest: Int

  static let empty = Timeline([])

  init(_ sessions: [Session]) {
    self.sessions = sessions.sorted()
    longest = sessions.map(\.interval.length).max() ?? 0
  }

  /// Every session that lies less than so many seconds from the interval, and perhaps some that lie further away.
  func near(_ interval: Interval, within seconds: Int = 0) -> ArraySlice<Session> {
    let first = position(of: interval.start - seconds - longest)
    return sessions[first..<max(first, position(of: interval.end + seconds + 1))]
  }

  /// The session that overlaps the interval, the first of several.
  func overlapping(_ interval: Interval) -> Session? { near(interval).first { $0.interval.overlaps(interval) } }

  /// How many start in the span.
  func count(startingIn span: Interval) -> Int { position(of: span.end) - position(of: span.start) }

  /// How many sessions start before the instant.
  private func position(of instant: Instant) -> Int { sessions.partitioningIndex { $0.interval.start >= instant } }
}

import CivilTime

/// A week of somebody's.
struct ColleagueWeek: Hashable, Sendable {
  /// Position in `Facts.people`.
  let colleague: Int
  let week: Week
}

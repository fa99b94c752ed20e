public import CivilTime

extension CalendarDocument {
  /// The occurrences that overlap the time, and what became of each component.
  ///
  /// - Parameters:
  ///   - over: The time asked for; an occurrence that overlaps it counts.
  ///   - zone: The practice's: DATE values, and floating times where the calendar has no X-WR-TIMEZONE.
  ///   - include: Components for which it is false are not expanded; their fate is told all the same.
  public func expand(
    over: Interval, zone: Zone, limits: CalendarLimits = .standard,
    where include: (Component) -> Bool = { _ in true }
  ) -> Expansion {
    Expansion(occurrences: [], fates: components.map { _ in .expanded })
  }
}

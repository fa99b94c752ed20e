public import CivilTime

extension CalendarDocument {
  /// The occurrences of VEVENT, VTODO and VJOURNAL that overlap the time, and what became of each component.
  ///
  /// DATE values are days of the practice's zone; floating times are of X-WR-TIMEZONE, else of the practice's zone. A
  /// VTODO with neither DTSTART nor DUE has no occurrence. VFREEBUSY and VAVAILABILITY have a fate here and functions of
  /// their own. A component that is not understood has no occurrence; it may lie in the time asked for.
  ///
  /// - Parameters:
  ///   - over: The time asked for; an occurrence that overlaps it counts.
  ///   - zone: The practice's.
  ///   - include: Components for which it is false give no occurrence; their fate is told all the same.
  public func expand(
    over: Interval, zone: Zone, limits: CalendarLimits = .standard,
    where include: (Component) -> Bool = { _ in true }
  ) -> Expansion {
    withoutActuallyEscaping(include) { include in
      let reader = reader(over: over, zone: zone, limits: limits)
      var expander = SeriesExpander(
        components, reader: reader, over: over, cancels: headers.map { $0.method == "CANCEL" }, include: include)
      let expansion = expander.expand(kinds: [.event, .todo, .journal])
      var fates = expansion.fates
      for (index, component) in components.enumerated() where component.problem == nil {
        do throws(CalendarProblem) {
          switch component.kind {
          case .freeBusy: _ = try periods(of: component, reader)
          case .availability: _ = try availability(index, over: over, reader)
          default: break
          }
        } catch {
          fates[index] = .notUnderstood(error)
        }
      }
      return Expansion(occurrences: expansion.occurrences, fates: fates)
    }
  }

  func reader(over: Interval, zone: Zone, limits: CalendarLimits) -> TimeReader {
    TimeReader(clocks: Clocks(headers: headers, practice: zone, time: over, limits: limits), limits: limits)
  }
}

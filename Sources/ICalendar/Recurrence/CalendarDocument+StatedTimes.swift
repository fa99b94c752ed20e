public import CivilTime

extension CalendarDocument {
  /// When a component that is not understood takes place, as far as it says so itself: with its recurrence where that can
  /// be read, else by its DTSTART and end alone; nothing where not even these can be read.
  ///
  /// A calendar that is not understood is not taken for a free one: these times are better held than given away.
  ///
  /// - Parameters:
  ///   - index: The component, by its position in `components`.
  ///   - over: The time asked for.
  ///   - zone: The practice's.
  public func statedTimes(
    ofComponentAt index: Int, over: Interval, zone: Zone, limits: CalendarLimits = .standard
  ) -> [Interval] {
    let once: Set<String> = ["DTSTART", "DTEND", "DURATION"]
    let recurring = once.union(["RRULE", "RDATE", "EXDATE", "EXRULE"])
    let reader = reader(over: over, zone: zone, limits: limits)
    for kept in [recurring, once] {
      let original = components[index]
      let bare = Component(
        kind: .event, line: original.line, properties: original.properties.filter { kept.contains($0.name) },
        children: [],
        calendarIndex: original.calendarIndex)
      var expander = SeriesExpander(
        [bare], reader: reader, over: over, cancels: headers.map { _ in false }, include: { _ in true })
      let expansion = expander.expand(kinds: [.event])
      if expansion.fates == [.expanded] { return expansion.occurrences.map(\.interval) }
    }
    return []
  }
}

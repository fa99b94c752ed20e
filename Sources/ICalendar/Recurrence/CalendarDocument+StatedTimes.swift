public import CivilTime

/// When components that are not understood take place, as far as they say so themselves.
///
/// A calendar that is not understood is not taken for a free one: these times are better held than given away.
public struct StatedTimes {
  private let document: CalendarDocument
  private let over: Interval
  private let reader: TimeReader

  init(_ document: CalendarDocument, over: Interval, _ reader: TimeReader) {
    self.document = document
    self.over = over
    self.reader = reader
  }

  var stepsSpent: Int { reader.clocks.budget.stepsSpent }

  /// The times of a component, by its position in the document: with its recurrence where that can be read, else by its
  /// DTSTART and end alone, by the practice's clock where nobody knows theirs; nothing where not even these can be read.
  public func ofComponent(at index: Int) -> [Interval] {
    let once: Set<String> = ["DTSTART", "DTEND", "DURATION"]
    let recurring = once.union(["RRULE", "RDATE", "EXDATE", "EXRULE"])
    let original = document.components[index]
    func properties(_ kept: Set<String>) -> [Property] { original.properties.filter { kept.contains($0.name) } }
    for properties in [properties(recurring), properties(once), properties(recurring).map(unzoned)] {
      let bare = Component(
        kind: .event, line: original.line, properties: properties, children: [], calendarIndex: original.calendarIndex)
      var expander = SeriesExpander(
        [bare], reader: reader, over: over, cancels: document.headers.map { _ in false }, include: { _ in true })
      let expansion = expander.expand(kinds: [.event])
      if expansion.fates == [.expanded] { return expansion.occurrences.map(\.interval) }
    }
    return []
  }

  /// The property on a clock of no zone: that of the calendar, else the practice's.
  private func unzoned(_ property: Property) -> Property {
    Property(
      name: property.name, parameters: property.parameters.filter { $0.name != "TZID" }, value: property.value,
      line: property.line)
  }
}

extension CalendarDocument {
  /// What the document's components that are not understood say of their times; all of them share one budget of steps.
  ///
  /// - Parameters:
  ///   - over: The time asked for.
  ///   - zone: The practice's.
  public func statedTimes(over: Interval, zone: Zone, limits: CalendarLimits = .standard) -> StatedTimes {
    StatedTimes(self, over: over, reader(over: over, zone: zone, limits: limits))
  }
}

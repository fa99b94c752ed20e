import CivilTime
import ICalendar

/// One input: any bytes as a calendar, read, expanded over six weeks, and written again. Returns for every input; what must
/// not be ends the process.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let document = try? CalendarDocument(parsing: bytes, limits: Reading.limits) else { return 0 }
  Reading.check(document)
  return 0
}

/// What holds of every calendar that was read.
enum Reading {
  static let limits = CalendarLimits(
    maxOccurrencesPerComponent: 2_000, maxOccurrences: 20_000, maxStepsPerRule: 40_000, maxSteps: 400_000)
  static let zone = Zone(identifier: "Europe/London") ?? .utc
  static let over = Interval(start: Instant(seconds: 1_796_083_200), seconds: 42 * 86_400)

  static func check(_ document: CalendarDocument) {
    let expansion = document.expand(over: over, zone: zone, limits: limits)
    precondition(expansion.fates.count == document.components.count, "a component has no fate")
    for occurrence in expansion.occurrences {
      precondition(occurrence.interval.overlaps(over), "an occurrence outside the time asked for")
      precondition(expansion.fates[occurrence.componentIndex] == .expanded, "an occurrence of what was not expanded")
    }
    let stated = document.statedTimes(over: over, zone: zone, limits: limits)
    for (index, fate) in expansion.fates.enumerated() {
      if case .notUnderstood = fate { _ = stated.ofComponent(at: index) }
    }
    _ = document.availabilities(over: over, zone: zone, limits: limits)
    _ = document.freeBusyPeriods(over: over, zone: zone, limits: limits)
    write(document)
    for component in document.components.prefix(2) { build(component) }
  }

  /// What is written of a title and an address that were read passes libical, or is refused.
  private static func build(_ component: Component) {
    guard var writer = try? CalendarWriter(productID: "-//example//fuzz//EN") else { return }
    var builder = ComponentBuilder(.event)
    do {
      try builder.add("UID", text: component.uid ?? "none")
      try builder.add("DTSTAMP", utc: over.start)
      try builder.add("DTSTART", instant: over.start, in: zone)
      try builder.add("SUMMARY", text: component.first("SUMMARY")?.text ?? "")
      try builder.add("DESCRIPTION", text: component.first("DESCRIPTION")?.text ?? "")
      if let email = component.first("ATTENDEE")?.value { try builder.add("ATTENDEE", email: email) }
      try writer.add(builder)
    } catch { return }
    // libical minds an empty text: the writer then refuses the whole calendar.
    guard let bytes = try? writer.bytes() else { return }
    guard let again = try? CalendarDocument(parsing: bytes) else { preconditionFailure("what was built is unreadable") }
    precondition(again.components.first?.uid == (component.uid ?? "none"), "a UID was bent in writing")
  }

  /// What was written is read again: as many components, or none that could not be written.
  private static func write(_ document: CalendarDocument) {
    guard var writer = try? CalendarWriter(productID: "-//example//fuzz//EN") else { return }
    var count = 0
    for component in document.components where (try? writer.add(component, of: document)) != nil { count += 1 }
    guard let bytes = try? writer.bytes() else { preconditionFailure("what was read cannot be written") }
    guard let again = try? CalendarDocument(parsing: bytes) else {
      preconditionFailure("what was written is unreadable")
    }
    precondition(again.components.count == count, "a component was lost in writing")
  }
}

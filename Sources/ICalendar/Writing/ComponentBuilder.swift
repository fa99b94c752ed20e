public import CivilTime

/// A component in the making: properties in the order in which they are added, each value escaped by its type.
///
/// Every function throws `CalendarWriteError` for a control character (a line feed is allowed in a text), a bidi
/// control in a name, or a value that its type does not have.
public struct ComponentBuilder: Sendable {
  let kind: Component.Kind
  var properties: [Property] = []
  var children: [ComponentBuilder] = []
  /// Zones and times written in them, for the VTIMEZONEs.
  var zonedTimes: [(zone: Zone, instant: Instant)] = []

  public init(_ kind: Component.Kind) { self.kind = kind }

  /// A TEXT value: RFC 5545 §3.3.11.
  public mutating func add(_ name: String, text: String, parameters: [Parameter] = []) throws(CalendarWriteError) {}
  /// A list of TEXT values, as CATEGORIES has.
  public mutating func add(_ name: String, texts: [String], parameters: [Parameter] = []) throws(CalendarWriteError) {}
  /// A whole number.
  public mutating func add(_ name: String, integer: Int, parameters: [Parameter] = []) throws(CalendarWriteError) {}
  /// A word of a closed list (`CONFIRMED`, `TRANSPARENT`): letters, digits and hyphens.
  public mutating func add(_ name: String, token: String, parameters: [Parameter] = []) throws(CalendarWriteError) {}
  /// A URI or calendar address, as it stands.
  public mutating func add(_ name: String, uri: String, parameters: [Parameter] = []) throws(CalendarWriteError) {}
  /// `mailto:` and the address.
  public mutating func add(_ name: String, email: String, parameters: [Parameter] = []) throws(CalendarWriteError) {}
  /// A time in UTC.
  public mutating func add(_ name: String, utc: Instant, parameters: [Parameter] = []) throws(CalendarWriteError) {}
  /// A local time with TZID; the file gets the zone's VTIMEZONE.
  public mutating func add(
    _ name: String, instant: Instant, in zone: Zone, parameters: [Parameter] = []
  ) throws(CalendarWriteError) {}
  /// A day: VALUE=DATE.
  public mutating func add(_ name: String, day: Day, parameters: [Parameter] = []) throws(CalendarWriteError) {}
  /// A duration in whole seconds, negative before.
  public mutating func add(
    _ name: String, durationSeconds: Int, parameters: [Parameter] = []
  ) throws(CalendarWriteError) {}
  /// A raw value of a type of its own (RRULE, DURATION, FREEBUSY): written as it stands.
  public mutating func add(_ name: String, raw: String, parameters: [Parameter] = []) throws(CalendarWriteError) {}
  /// A component inside this one, as VALARM in VEVENT.
  public mutating func add(_ child: ComponentBuilder) { children.append(child) }
}

public import CivilTime

/// A component in the making: properties in the order in which they are added, each value escaped by its type.
///
/// Every `add` throws `CalendarWriteError` for a name that is none, a control character (a text may hold line feeds and
/// tabs), a bidi control in a summary, location, UID, parameter or address, or a value that its type does not have.
public struct ComponentBuilder: Sendable {
  let kind: Component.Kind
  private(set) var properties: [Property] = []
  private(set) var children: [ComponentBuilder] = []
  /// The zones of its times, with the times, for the VTIMEZONEs.
  private(set) var zonedTimes: [(zone: Zone, instant: Instant)] = []

  public init(_ kind: Component.Kind) { self.kind = kind }

  /// A TEXT: RFC 5545 §3.3.11.
  public mutating func add(_ name: String, text: String, parameters: [Parameter] = []) throws(CalendarWriteError) {
    try ValueCheck.noControls(text, in: name, lineFeeds: true)
    // Long texts may be of any script and need the marks; short ones are names.
    if !["DESCRIPTION", "COMMENT"].contains(name) { try ValueCheck.noBidi(text, in: name) }
    try append(name, TextValue.escaped(text), parameters)
  }

  /// A list of TEXT, as CATEGORIES has.
  public mutating func add(_ name: String, texts: [String], parameters: [Parameter] = []) throws(CalendarWriteError) {
    for text in texts {
      try ValueCheck.noControls(text, in: name, lineFeeds: true)
      try ValueCheck.noBidi(text, in: name)
    }
    try append(name, texts.map(TextValue.escaped).joined(separator: ","), parameters)
  }

  /// A whole number.
  public mutating func add(_ name: String, integer: Int, parameters: [Parameter] = []) throws(CalendarWriteError) {
    try append(name, String(integer), parameters)
  }

  /// A word of a closed list (`CONFIRMED`, `TRANSPARENT`): letters, digits and hyphens.
  public mutating func add(_ name: String, token: String, parameters: [Parameter] = []) throws(CalendarWriteError) {
    guard ValueCheck.isToken(token) else { throw CalendarWriteError(name, "not a word of letters, digits and hyphens") }
    try append(name, token, parameters)
  }

  /// A URI, as it stands: RFC 5545 §3.3.13. Without spaces and quotes, and with a scheme.
  public mutating func add(_ name: String, uri: String, parameters: [Parameter] = []) throws(CalendarWriteError) {
    try ValueCheck.noControls(uri, in: name)
    try ValueCheck.noBidi(uri, in: name)
    let scheme = uri.prefix { $0 != ":" }
    let isScheme = scheme.utf8.first.map { (65...90).contains($0) || (97...122).contains($0) } ?? false
    guard scheme.endIndex < uri.endIndex, isScheme, !uri.utf8.contains(where: { $0 <= 32 || $0 == 34 }) else {
      throw CalendarWriteError(name, "not a URI")
    }
    try append(name, uri, parameters)
  }

  /// A calendar address: `mailto:` and the address.
  public mutating func add(_ name: String, email: String, parameters: [Parameter] = []) throws(CalendarWriteError) {
    let sides = email.split(separator: "@", omittingEmptySubsequences: false)
    guard sides.count == 2, sides.allSatisfy({ !$0.isEmpty }),
      !email.utf8.contains(where: { "\",:;<>()[]\\%?&#".utf8.contains($0) })
    else { throw CalendarWriteError(name, "not an email address") }
    try add(name, uri: "mailto:" + email, parameters: parameters)
  }

  /// A time in UTC.
  public mutating func add(_ name: String, utc: Instant, parameters: [Parameter] = []) throws(CalendarWriteError) {
    _ = try writable(CivilDateTime(utc: utc), name)
    try append(name, utc.basic, parameters)
  }

  /// A local time with TZID; the file gets the zone's VTIMEZONE.
  ///
  /// Where the clock shows that time twice and the second is meant, it is written in UTC, for local it would mean the
  /// first. In UTC it needs no zone and is written with Z.
  public mutating func add(
    _ name: String, instant: Instant, in zone: Zone, parameters: [Parameter] = []
  ) throws(CalendarWriteError) {
    let civil = try writable(zone.civil(instant), name)
    guard zone != .utc, zone.instant(civil) == instant else {
      return try add(name, utc: instant, parameters: parameters)
    }
    let zoneParameter = Parameter(name: "TZID", values: [zone.identifier])
    // UTC's form without its Z.
    let text = String(Instant(seconds: civil.localSeconds).basic.dropLast())
    try append(name, text, [zoneParameter] + parameters)
    zonedTimes.append((zone, instant))
  }

  /// A day: VALUE=DATE.
  public mutating func add(_ name: String, day: Day, parameters: [Parameter] = []) throws(CalendarWriteError) {
    _ = try writable(CivilDateTime(localSeconds: day.ordinal * 86_400), name)
    try append(name, day.basic, [Parameter(name: "VALUE", values: ["DATE"])] + parameters)
  }

  /// A duration in exact seconds; negative for one before. RFC 5545 §3.3.6.
  public mutating func add(
    _ name: String, durationSeconds: Int, parameters: [Parameter] = []
  ) throws(CalendarWriteError) {
    guard abs(durationSeconds) < 366_000 * 86_400 else { throw CalendarWriteError(name, "a duration out of range") }
    let seconds = abs(durationSeconds)
    var text = durationSeconds < 0 ? "-PT" : "PT"
    if seconds >= 3_600 { text += "\(seconds / 3_600)H" }
    // Between hours and seconds the minutes may not be left out.
    if seconds % 3_600 >= 60 || seconds >= 3_600 && seconds % 60 > 0 { text += "\(seconds % 3_600 / 60)M" }
    if seconds % 60 > 0 || seconds == 0 { text += "\(seconds % 60)S" }
    try append(name, text, parameters)
  }

  /// A value of a type of its own (RRULE, FREEBUSY, RDATE), as it stands.
  public mutating func add(_ name: String, raw: String, parameters: [Parameter] = []) throws(CalendarWriteError) {
    try ValueCheck.noControls(raw, in: name)
    try append(name, raw, parameters)
  }

  /// A component inside this one, as VALARM in VEVENT.
  public mutating func add(_ child: ComponentBuilder) {
    children.append(child)
    zonedTimes += child.zonedTimes
  }

  private mutating func append(
    _ name: String, _ value: String, _ parameters: [Parameter]
  ) throws(CalendarWriteError) {
    let property = Property(name: name, parameters: parameters, value: value)
    try property.checkParts()
    properties.append(property)
  }

  private func writable(_ civil: CivilDateTime, _ name: String) throws(CalendarWriteError) -> CivilDateTime {
    guard (1...9999).contains(civil.day.date.year) else { throw CalendarWriteError(name, "a year out of range") }
    return civil
  }
}

extension Property {
  /// Throws for a name that is none, or a character that no parameter may hold.
  func checkParts() throws(CalendarWriteError) {
    try ValueCheck.name(name)
    for parameter in parameters {
      try ValueCheck.name(parameter.name)
      for value in parameter.values {
        try ValueCheck.noControls(value, in: "\(name);\(parameter.name)")
        try ValueCheck.noBidi(value, in: "\(name);\(parameter.name)")
      }
    }
  }
}

import CivilTime

/// A VCALENDAR in the making: RFC 5545 §3.4.
public struct CalendarWriter: Sendable {
  private var properties: [Property] = []
  private var components: [(component: Component, wasRead: Bool)] = []
  /// By TZID: the zone, and the instants of its times.
  private var zones: [String: (zone: Zone, instants: [Instant])] = [:]
  /// By TZID: definitions of zones that the tz database does not have, as they were read.
  private var definitions: [String: Component] = [:]

  /// With VERSION:2.0, and METHOD where there is one.
  public init(productID: String, method: String? = nil) throws(CalendarWriteError) {
    properties.append(Property(name: "VERSION", value: "2.0"))
    try add("PRODID", text: productID)
    if let method {
      guard ValueCheck.isToken(method) else { throw CalendarWriteError("METHOD", "not a method") }
      properties.append(Property(name: "METHOD", value: method.uppercased()))
    }
  }

  /// A property of the calendar itself, as X-WR-CALNAME; a TEXT.
  public mutating func add(_ name: String, text: String) throws(CalendarWriteError) {
    try ValueCheck.name(name)
    try ValueCheck.noControls(text, in: name)
    try ValueCheck.noBidi(text, in: name)
    properties.append(Property(name: name, value: TextValue.escaped(text)))
  }

  /// A component that was built.
  public mutating func add(_ builder: ComponentBuilder) throws(CalendarWriteError) {
    let component = builder.component
    try CalendarWriter.check(component)
    components.append((component, false))
    for (zone, instant) in builder.zonedTimes { zones[zone.identifier, default: (zone, [])].instants.append(instant) }
  }

  /// A component as it was read: every property and parameter with its value, in its order. Names come in capital
  /// letters, and quotes only where they are needed; what this writer wrote comes back byte for byte.
  ///
  /// The calendar gets the zones of its times: out of the tz database, else as the document defines them. Throws when the
  /// component was not read whole.
  public mutating func add(_ component: Component, of document: CalendarDocument) throws(CalendarWriteError) {
    try CalendarWriter.check(component)
    try addZones(of: component, document)
    components.append((component, true))
  }

  /// The file: UTF-8, CRLF, folded at 75 bytes between characters; first the calendar's own properties, then the zones by
  /// name, then the components in the order of adding. Equal input gives equal bytes.
  ///
  /// Throws when libical cannot read what was built. (What was read elsewhere may have faults that libical minds.)
  ///
  /// - Parameters:
  ///   - isPart: whether all of it stands in another calendar as well, which was read in this way.
  ///   - earlier: a file that was read in this way when it was written; the same bytes are not read again.
  public func bytes(isPart: Bool = false, earlier: [UInt8]? = nil) throws(CalendarWriteError) -> [UInt8] {
    let all = rendered(components.map(\.component))
    if isPart || all == earlier { return all }
    let built = components.filter { !$0.wasRead }.map(\.component)
    // Of a calendar without components libical says that it has none, which is no fault: nobody covers anything then.
    if !built.isEmpty {
      try ValueCheck.readableByLibical(built.count == components.count ? all : rendered(built))
    }
    return all
  }

  private func rendered(_ components: [Component]) -> [UInt8] {
    var writer = ContentLineWriter()
    writer.begin("VCALENDAR")
    for property in properties { writer.write(property) }
    for name in Set(zones.keys).union(definitions.keys).sorted() {
      if let (zone, instants) = zones[name], let first = instants.min(), let last = instants.max() {
        let time = Interval(start: first, seconds: last - first)
        CalendarWriter.write(ZoneComponent.component(zone, named: name, covering: time), to: &writer)
      } else if let definition = definitions[name] {
        CalendarWriter.write(definition, to: &writer)
      }
    }
    for component in components { CalendarWriter.write(component, to: &writer) }
    writer.end("VCALENDAR")
    return writer.bytes
  }

  private mutating func addZones(of component: Component, _ document: CalendarDocument) throws(CalendarWriteError) {
    for property in component.properties {
      guard let names = property.parameters.first(where: { $0.name == "TZID" })?.values else { continue }
      let name = names.joined(separator: ",")
      if let zone = ZoneNames.zone(named: name) {
        for part in property.value.split(separator: ",") {
          if case .local(let civil) = TimeValue(part.prefix { $0 != "/" }) {
            zones[name, default: (zone, [])].instants.append(zone.instant(civil))
          }
        }
      } else if let definition = document.headers[component.calendarIndex].zones[name] {
        // Once for all components: it may be long.
        if definitions[name] == nil { try CalendarWriter.check(definition) }
        definitions[name] = definition
      } else {
        throw CalendarWriteError(property.name, "the time zone is not defined")
      }
    }
    for child in component.children { try addZones(of: child, document) }
  }

  private static func check(_ component: Component) throws(CalendarWriteError) {
    try ValueCheck.name(component.kind.name)
    if component.problem != nil { throw CalendarWriteError(component.kind.name, "it was not read whole") }
    for property in component.properties {
      try property.checkParts()
      try ValueCheck.noControls(property.value, in: property.name)
    }
    for child in component.children { try check(child) }
  }

  private static func write(_ component: Component, to writer: inout ContentLineWriter) {
    writer.begin(component.kind.name)
    for property in component.properties { writer.write(property) }
    for child in component.children { write(child, to: &writer) }
    writer.end(component.kind.name)
  }
}

extension ComponentBuilder {
  /// What was built.
  var component: Component {
    Component(kind: kind, line: 0, properties: properties, children: children.map(\.component))
  }
}

/// A VCALENDAR in the making: RFC 5545 §3.4.
public struct CalendarWriter: Sendable {
  var properties: [Property] = []

  /// PRODID, VERSION:2.0, and METHOD where there is one.
  public init(productID: String, method: String? = nil) throws(CalendarWriteError) {}

  /// A property of the calendar itself, as X-WR-CALNAME; a TEXT value.
  public mutating func add(_ name: String, text: String) throws(CalendarWriteError) {}

  /// A component that was built.
  public mutating func add(_ component: ComponentBuilder) throws(CalendarWriteError) {}

  /// A component as it was read, with the zones that its document gives for its times.
  public mutating func add(_ component: Component, of document: CalendarDocument) throws(CalendarWriteError) {}

  /// The file: UTF-8, CRLF, folded at 75 bytes between characters. Equal input gives equal bytes.
  public func bytes() throws(CalendarWriteError) -> [UInt8] { [] }
}

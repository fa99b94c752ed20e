public import Foundation

/// A calendar file: every VCALENDAR in it.
public struct CalendarDocument: Sendable {
  /// METHOD of the first VCALENDAR, in upper case.
  public let method: String?
  /// X-WR-TIMEZONE of the first VCALENDAR that has one.
  public let zoneName: String?
  /// The components of all VCALENDARs in file order, without VTIMEZONE.
  public let components: [Component]
  /// What could not be understood and did not spoil the file.
  public let problems: [CalendarProblem]
  let headers: [CalendarHeader]

  /// Reads UTF-8 with CRLF or LF line ends, folded anywhere, with or without a byte order mark.
  ///
  /// Throws when the bytes are no calendar, the file is cut, holds a NUL, or is over a limit.
  public init(parsing bytes: [UInt8], limits: CalendarLimits = .standard) throws(CalendarProblem) {
    var parser = CalendarParser(limits: limits)
    try parser.parse(bytes)
    components = parser.components
    problems = parser.problems
    headers = parser.headers
    method = parser.headers.first?.method
    zoneName = parser.headers.lazy.compactMap(\.zoneName).first
  }

  /// The properties of that name (upper case) that the VCALENDARs themselves bear, such as X-WR-CALNAME, in file order.
  public func headerProperties(_ name: String) -> [Property] {
    headers.flatMap { header in header.properties.filter { $0.name == name } }
  }

  /// Reads the bytes as the initialiser above does.
  public init(parsing data: Data, limits: CalendarLimits = .standard) throws(CalendarProblem) {
    try self.init(parsing: [UInt8](data), limits: limits)
  }
}

/// What a VCALENDAR says of all its components.
struct CalendarHeader: Sendable {
  var properties: [Property] = []
  /// VTIMEZONE components by TZID.
  var zones: [String: Component] = [:]

  /// In upper case.
  var method: String? { properties.first { $0.name == "METHOD" }?.value.uppercased() }
  var zoneName: String? {
    properties.first { $0.name == "X-WR-TIMEZONE" }.map(\.text).flatMap { $0.isEmpty ? nil : $0 }
  }
}

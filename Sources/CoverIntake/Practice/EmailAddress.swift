import ICalendar

/// An email address as calendars and registers hold it.
enum EmailAddress {
  /// One `@` with something on both sides, and no space, control character, comma, angle bracket or quote.
  static func isPlausible(_ text: String) -> Bool {
    var at: Int?
    var isASCII = true
    for (position, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "@"):
        if at != nil { return false }
        at = position
      case 0...32, 127, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
        return false
      default: if byte > 127 { isASCII = false }
      }
    }
    guard let at, at > 0, at < text.utf8.count - 1, text.utf8.count <= 254 else { return false }
    return isASCII || !ShownText.hasControls(text) && !text.contains(where: \.isWhitespace)
  }

  /// The addresses of an ATTENDEE or ORGANIZER, lower case: its value's, and that of its parameter EMAIL, which some
  /// programs write because the value leads into their own address book (RFC 7986 §6.2).
  static func all(of property: Property) -> [String] {
    [ofCalendarUser(property.value), property.parameter("EMAIL").flatMap(ofCalendarUser)].compactMap(\.self)
  }

  /// The address of an ATTENDEE or ORGANIZER, lower case: `mailto:` taken off; nil where it is no address.
  static func ofCalendarUser(_ value: String) -> String? {
    var text = value.trimmed.lowercased()
    if text.hasPrefix("mailto:") { text.removeFirst(7) }
    text = text.removingPercentEscapesOfAt.trimmed
    return isPlausible(text) ? text : nil
  }
}

extension String {
  /// `%40` as some programs write it in a mailto.
  fileprivate var removingPercentEscapesOfAt: String {
    contains("@") ? self : split(separator: "%40", omittingEmptySubsequences: false).joined(separator: "@")
  }
}

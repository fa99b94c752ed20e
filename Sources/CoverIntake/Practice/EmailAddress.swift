/// An email address as calendars and registers hold it.
enum EmailAddress {
  /// One `@` with something on both sides, and no space, control character, comma, angle bracket or quote.
  static func isPlausible(_ text: String) -> Bool {
    let sides = text.split(separator: "@", omittingEmptySubsequences: false)
    return sides.count == 2 && sides.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
      && !ShownText.hasControls(text) && !text.contains { $0.isWhitespace || "<>,;:\"()\\".contains($0) }
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

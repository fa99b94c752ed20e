/// Text of a file as a message may show it.
enum ShownText {
  /// In quotes, on one line, and not longer than 60 characters.
  static func quoted(_ text: String) -> String {
    let plain = text.unicodeScalars.map { scalar -> String in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: " "
      default: String(scalar)
      }
    }.joined()
    return plain.count > 60 ? "'\(plain.prefix(57))...'" : "'\(plain)'"
  }

  /// `'a', 'b' or 'c'`.
  static func choice(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.map { "'\($0)'" }.joined() }
    return words.dropLast().map { "'\($0)'" }.joined(separator: ", ") + " or '\(last)'"
  }

  /// Whether a name or address holds what must not reach a header, a calendar or a file name: line breaks and other
  /// control characters.
  static func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}

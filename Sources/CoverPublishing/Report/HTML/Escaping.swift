/// Text as it may stand in a page, context by context: HTML Standard §13.1.2.
enum Escaping {
  /// Between tags: nothing in it begins an element or a character reference.
  static func text(_ text: String) -> String { escaped(text, isValue: false) }

  /// Between double quotes: nothing in it ends the value.
  static func value(_ text: String) -> String { escaped(text, isValue: true) }

  private static func escaped(_ text: String, isValue: Bool) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;".unicodeScalars
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      case "\"" where isValue: escaped += "&quot;".unicodeScalars
      case "'" where isValue: escaped += "&#39;".unicodeScalars
      case "`" where isValue: escaped += "&#96;".unicodeScalars
      default: if let kept = PlainText.kept(scalar) { escaped.append(kept) }
      }
    }
    return String(escaped)
  }
}

/// Text of a person's file as a terminal may show it: nothing in it steers the terminal or turns the direction.
enum TerminalText {
  /// On one line.
  static func line(_ text: String) -> String { shown(text) { _ in false } }

  /// With its line breaks and tabs.
  static func lines(_ text: String) -> String { shown(text) { $0 == "\n" || $0 == "\t" } }

  private static func shown(_ text: String, keeps: (Unicode.Scalar) -> Bool) -> String {
    String(
      text.replacing("\r\n", with: "\n").unicodeScalars.map { scalar -> Character in
        if keeps(scalar) { return Character(scalar) }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: return " "
        default: return Character(scalar)
        }
      })
  }
}

/// Paths of files as they may be shown: in messages, tables and terminals.
public enum ShownPath {
  /// The path with control, format and other characters without a shape of their own escaped, as in `\u{1B}`.
  public static func shown(_ path: String) -> String {
    if path.utf8.allSatisfy({ (32...126).contains($0) }) { return path }
    return path.unicodeScalars.map { scalar -> String in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
        "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: String(scalar)
      }
    }.joined()
  }
}

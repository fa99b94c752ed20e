/// Text as a YAML scalar on one line that every reader of YAML 1.1 and 1.2 takes for that text.
enum YamlScalar {
  /// Plain where nothing in it could mean anything else, in a block or in brackets; else in double quotes, whatever
  /// nobody would see escaped.
  static func text(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// Words that some reader takes for something other than a text.
  private static let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]

  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, isLetter(first), bytes.last != UInt8(ascii: " "),
      !words.contains(text.lowercased())
    else { return false }
    return bytes.allSatisfy { isLetter($0) || (48...57).contains($0) || " ._@/+-".utf8.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
          quoted += escape(scalar)
        default: quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, width) = scalar.value > 0xFFFF ? ("U", 8) : scalar.value > 0xFF ? ("u", 4) : ("x", 2)
    return "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
  }
}

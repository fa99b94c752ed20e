import CLibical

/// What may stand in a written value. Nothing is replaced or cut: what may not stand is refused.
enum ValueCheck {
  /// Throws for a control character: C0 but tab, DEL and C1, the line and paragraph separators of Unicode. A text may
  /// hold line feeds, which are escaped.
  static func noControls(_ text: String, in name: String, lineFeeds: Bool = false) throws(CalendarWriteError) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9: continue
      case 10 where lineFeeds: continue
      case 0..<32, 127...159, 0x2028, 0x2029:
        throw CalendarWriteError(name, "a control character (U+\(hexadecimal(scalar))) in a value of \(name)")
      default: continue
      }
    }
  }

  /// Throws for a character that changes the direction of the text around it, which can make a name look like another.
  static func noBidi(_ text: String, in name: String) throws(CalendarWriteError) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        throw CalendarWriteError(name, "a bidi control (U+\(hexadecimal(scalar))) in a value of \(name)")
      default: continue
      }
    }
  }

  /// Throws for what is no name of a property or parameter: capital letters, digits and hyphens.
  static func name(_ name: String) throws(CalendarWriteError) {
    guard !name.isEmpty, name.utf8.count <= 64, isToken(name), name == name.uppercased() else {
      throw CalendarWriteError(name, "not a name of capital letters, digits and hyphens")
    }
  }

  static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
      }
  }

  /// Throws where libical, which most calendar programs of the free desktop read with, finds a fault.
  static func readableByLibical(_ bytes: [UInt8]) throws(CalendarWriteError) {
    var text = bytes.map { CChar(bitPattern: $0) }
    text.append(0)
    guard let root = text.withUnsafeBufferPointer({ icalparser_parse_string($0.baseAddress) }) else {
      throw CalendarWriteError("VCALENDAR", "libical does not read the calendar")
    }
    defer { icalcomponent_free(root) }
    let errors = icalcomponent_count_errors(root)
    guard errors == 0 else {
      throw CalendarWriteError("VCALENDAR", "libical finds \(errors) faults in the calendar")
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Text from outside, made fit to stand in a line of a file that people read.
enum PlainText {
  /// The text on one line: control characters and line breaks become spaces, invisible and bidi controls are left out,
  /// runs of white space become one space.
  static func oneLine(_ text: String) -> String {
    if isPlainLine(text) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let kept = kept(scalar) { scalars.append(kept) }
    }
    // By scalar: a space with an accent upon it is one character, and no space.
    return scalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }.joined(separator: " ")
  }

  /// Whether it is printable ASCII with single spaces between words: most texts are, and need no closer look.
  private static func isPlainLine(_ text: String) -> Bool {
    var before = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: " ") || before != UInt8(ascii: " ") else { return false }
      before = byte
    }
    return before != UInt8(ascii: " ") || text.isEmpty
  }

  /// Whether the text has a character that `oneLine` would not keep, beside one that may be.
  static func isUnfit(_ text: String, besides kept: Unicode.Scalar? = nil) -> Bool {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return false }
    return text.unicodeScalars.contains { $0 != kept && (isControl($0) || isInvisible($0)) }
  }

  /// The character as it may stand in a line: a space for a control, nil for what no one sees.
  static func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    isInvisible(scalar) ? nil : isControl(scalar) ? " " : scalar
  }

  /// C0, DEL, C1, and the separators of lines and paragraphs.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Zero-width, bidi and other format characters that no one sees.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xE0000...0xE0FFF: true
    default: false
    }
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `1 session`, `3 sessions`; `many` where the plural is no mere `s`.
  static func count(_ number: Int, _ one: String, many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  /// The text broken between words into lines of at most `width` characters (a longer word has a line of its own).
  ///
  /// - Parameters:
  ///   - lead: what the first line begins with in place of the indent, as it is.
  ///   - whole: several words that stay on one line.
  static func wrapped(
    _ text: String, width: Int, indent: String = "", lead: String? = nil, whole: String? = nil
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    var before: String { lines.isEmpty ? lead ?? indent : indent }
    for word in words(text, whole: whole) {
      if !line.isEmpty, before.count + line.count + 1 + word.count > width {
        lines.append(before + line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    if !line.isEmpty { lines.append(before + line) }
    return lines
  }

  /// The words of a text, those of the phrase as one, together with whatever marks are written to it.
  private static func words(_ text: String, whole: String?) -> [String] {
    guard let whole, !whole.isEmpty, let place = text.utf8.firstRange(ofBytes: whole.utf8) else {
      return text.split(separator: " ").map(String.init)
    }
    let before = text[..<place.lowerBound]
    let after = text[place.upperBound...]
    let start = before.lastIndex(of: " ").map { before[before.index(after: $0)...] } ?? before
    let end = after.prefix { $0 != " " }
    return words(String(before.dropLast(start.count)), whole: nil) + ["\(start)\(whole)\(end)"]
      + words(String(after.dropFirst(end.count)), whole: whole)
  }
}

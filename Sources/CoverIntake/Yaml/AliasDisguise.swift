/// A YAML text in which no alias can be one: of some hundred bytes of them the parser would make more than any memory holds.
///
/// Each `&` and `*` that may begin an anchor or an alias is another character while the text is parsed. What is a text in
/// quotes then has its own back; what is none begins with that character, and is refused.
struct AliasDisguise {
  /// The text to be parsed, of as many characters.
  let text: String
  /// Where the first anchor may stand.
  let place: (line: Int, column: Int)

  /// More aliases than this are not given to the parser, which compares what they stand for.
  private static let maxAliases = 16
  private static let anchor: Unicode.Scalar = "\u{F8F0}"
  private static let alias: Unicode.Scalar = "\u{F8F1}"

  /// Nil for a text of few aliases, or without an anchor, which the parser may be given as it is.
  init?(_ text: String) {
    var scalars = String.UnicodeScalarView()
    var first: (line: Int, column: Int)?
    var aliases = 0
    var line = 1
    var column = 0
    var previous: Unicode.Scalar = "\n"
    let all = Array(text.unicodeScalars)
    for (index, scalar) in all.enumerated() {
      column += 1
      let isMark = scalar == "&" || scalar == "*"
      if isMark, Self.maybeBefore(previous), index + 1 < all.count, !all[index + 1].properties.isWhitespace {
        if scalar == "*" { aliases += 1 } else if first == nil { first = (line, column) }
        scalars.append(scalar == "*" ? Self.alias : Self.anchor)
      } else {
        scalars.append(scalar)
      }
      if scalar == "\n" { (line, column) = (line + 1, 0) }
      previous = scalar
    }
    guard aliases > Self.maxAliases, let first else { return nil }
    self.text = String(scalars)
    place = first
  }

  private static func maybeBefore(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r", "[", "{", ",", ":", "?", "-", "\"", "'": true
    default: false
    }
  }

  /// Whether a text without quotes would have been an anchor or an alias.
  static func isMark(_ text: String) -> Bool {
    text.unicodeScalars.first.map { $0 == anchor || $0 == alias } ?? false
  }

  /// The text as it stands in the file.
  static func undone(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == anchor || $0 == alias }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(scalar == anchor ? "&" : scalar == alias ? "*" : scalar) }
    return String(scalars)
  }
}

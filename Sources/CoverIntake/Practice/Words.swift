import Foundation

/// A text as whole words: runs of letters and digits with `-` and `_` among them; case and diacritics do not count, nor
/// does a possessive `'s`.
struct Words: Sendable {
  /// Folded: lower case, without diacritics.
  let words: [Substring]
  /// The words' parts between `-`, `_` and apostrophes, for names and leave: "out-of-office" is "out of office".
  let parts: [Substring]

  init(_ text: String) {
    let folded = Words.folded(text)
    words = folded.split { character in !Words.isPartOfWord(character) }
      .map { word in
        var word = word
        while let first = word.first, first == "-" || first == "'" { word.removeFirst() }
        if word.hasSuffix("'s") { word.removeLast(2) }
        while let last = word.last, last == "-" || last == "'" { word.removeLast() }
        return word
      }
      .filter { !$0.isEmpty }
    parts = words.flatMap { $0.split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == "'" }) }
  }

  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 128 }) { return text.lowercased() }
    // Typographic apostrophes are plain ones, and compatibility forms (full width, ligatures) are their letters.
    return text.replacing("\u{2019}", with: "'")
      .precomposedStringWithCompatibilityMapping
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .lowercased()
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    if let byte = character.asciiValue {
      switch byte {
      case 48...57, 97...122, 65...90, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "'"): return true
      default: return false
      }
    }
    return character.isLetter || character.isNumber
  }
}

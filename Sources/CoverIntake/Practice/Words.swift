import Foundation

/// A text as whole words: runs of letters and digits with `-` and `_` among them; case and diacritics do not count, nor
/// does a possessive `'s`.
struct Words: Sendable {
  /// Folded: lower case, without diacritics.
  let words: [Substring]
  /// The words' parts between `-`, `_` and apostrophes, for names and leave: "out-of-office" is "out of office".
  let parts: [Substring]
  /// Whether a hyphen ties the part to the next one: "Rossi-Bianchi" is one surname.
  let isHyphenated: [Bool]

  init(_ text: String) { self.init(folded: Words.folded(text)) }

  private init(folded: String) {
    words = folded.utf8.allSatisfy({ $0 < 128 }) ? Words.plain(folded) : Words.marked(folded)
    var parts: [Substring] = []
    var isHyphenated: [Bool] = []
    for word in words {
      let bytes = word.utf8
      for part in bytes.split(whereSeparator: Words.isTie) {
        parts.append(Substring(part))
        isHyphenated.append(part.endIndex < bytes.endIndex && bytes[part.endIndex] == UInt8(ascii: "-"))
      }
    }
    self.parts = parts
    self.isHyphenated = isHyphenated
  }

  /// The words of a text of ASCII alone, byte by byte: most texts are, and characters cost ten times as much.
  private static func plain(_ folded: String) -> [Substring] {
    folded.utf8.split { !isPartOfWord($0) }.compactMap { word in
      var word = word
      while let first = word.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "'") { word.removeFirst() }
      if word.suffix(2).elementsEqual("'s".utf8) { word.removeLast(2) }
      while let last = word.last, last == UInt8(ascii: "-") || last == UInt8(ascii: "'") { word.removeLast() }
      return word.isEmpty ? nil : Substring(word)
    }
  }

  private static func marked(_ folded: String) -> [Substring] {
    folded.split { character in !Words.isPartOfWord(character) }
      .map { word in
        var word = word
        while let first = word.first, first == "-" || first == "'" { word.removeFirst() }
        if word.hasSuffix("'s") { word.removeLast(2) }
        while let last = word.last, last == "-" || last == "'" { word.removeLast() }
        return word
      }
      .filter { !$0.isEmpty }
  }

  /// The text as those write it who have no letters with marks: "Müller" is "mueller", "Bjørn Åse" is "bjoern aase".
  /// Nil where that changes nothing beyond what folding does.
  static func spelledOut(_ text: String) -> Words? {
    if text.utf8.allSatisfy({ $0 < 128 }) { return nil }
    let lowered = text.precomposedStringWithCompatibilityMapping.lowercased()
    var changed = false
    let spelled = lowered.map { letter -> String in
      guard let pair = pairs[letter] else { return String(letter) }
      changed = true
      return pair
    }.joined()
    return changed ? Words(folded: folded(spelled)) : nil
  }

  /// Two letters that stand for one in German and the Nordic languages.
  private static let pairs: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"]

  /// Letters that have no mark to be taken off, and the plain ones that people write for them.
  private static let plain: [Character: String] = [
    "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
  ]

  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 128 }) { return text.lowercased() }
    // Typographic apostrophes are plain ones, and so are hyphens; compatibility forms (full width, ligatures) are their
    // letters.
    let folded = text.replacing("\u{2019}", with: "'").replacing("\u{2010}", with: "-").replacing("\u{2011}", with: "-")
      .precomposedStringWithCompatibilityMapping
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .lowercased()
    if folded.utf8.allSatisfy({ $0 < 128 }) { return folded }
    return folded.map { plain[$0] ?? String($0) }.joined()
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    if let byte = character.asciiValue { return isPartOfWord(byte) }
    return character.isLetter || character.isNumber
  }

  /// Whether it parts a word and does not end it.
  private static func isTie(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "'")
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 97...122, 65...90, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "'"): true
    default: false
    }
  }
}

/// A text without the ids of clients: where one stands as a whole word, in any case of letters, "the client" takes its
/// place.
struct WithoutIDs {
  private let ids: Set<String>

  /// - Parameter ids: in small letters.
  init(_ ids: Set<String>) { self.ids = ids }

  func text(_ text: String) -> String {
    var result = ""
    for piece in Self.pieces(of: text) {
      if ids.contains(piece.lowercased()) {
        result += Self.beginsSentence(after: result) ? "The client" : "the client"
      } else {
        result += piece
      }
    }
    return result
  }

  /// Whether an id stands in the text, as a word or within one.
  func finds(in text: String) -> Bool {
    let text = text.lowercased()
    return ids.contains { text.contains($0) }
  }

  private static func beginsSentence(after text: String) -> Bool {
    guard let last = text.last(where: { !$0.isWhitespace }) else { return true }
    return ".!?".contains(last) || text.last?.isNewline == true
  }

  /// Words, and what stands between them.
  private static func pieces(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let isWord = isOfWord(first)
      let piece = rest.prefix { isOfWord($0) == isWord }
      pieces.append(piece)
      rest = rest[piece.endIndex...]
    }
    return pieces
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }
}

/// Cuts a Mustache template into its tags and the text between them, each with its place.
struct TemplateScanner: Sendable {
  struct Tag: Hashable, Sendable {
    enum Form: Hashable, Sendable {
      case value
      case section
      case inverted
      case end
      case comment
      /// What Mustache knows and letters do not: partials, blocks, other delimiters, settings.
      case other(Character)
    }

    let form: Form
    let name: String
    let place: TextPlace
  }

  enum Piece: Hashable, Sendable {
    case text(String, TextPlace)
    case tag(Tag)
  }

  /// In their order, up to a tag that is not closed.
  let pieces: [Piece]
  /// Where a tag begins that is not closed on its line; a comment may go over several.
  let unclosed: TextPlace?

  init(_ text: String) {
    var cursor = Cursor(text)
    var pieces: [Piece] = []
    var literal = ""
    var literalPlace = cursor.place
    while !cursor.isAtEnd {
      guard cursor.has("{{") else {
        if literal.isEmpty { literalPlace = cursor.place }
        literal.append(cursor.next())
        continue
      }
      if !literal.isEmpty { pieces.append(.text(literal, literalPlace)) }
      literal = ""
      let place = cursor.place
      guard let tag = Self.tag(&cursor, place) else {
        self.pieces = pieces
        unclosed = place
        return
      }
      pieces.append(.tag(tag))
    }
    if !literal.isEmpty { pieces.append(.text(literal, literalPlace)) }
    self.pieces = pieces
    unclosed = nil
  }

  private static func tag(_ cursor: inout Cursor, _ place: TextPlace) -> Tag? {
    cursor.skip(2)
    let isTriple = cursor.has("{")
    let close = isTriple ? "}}}" : "}}"
    if isTriple { cursor.skip(1) }
    let isComment = cursor.has("!")
    var content = ""
    while !cursor.has(close) {
      guard !cursor.isAtEnd, isComment || !cursor.has("\n") else { return nil }
      content.append(cursor.next())
    }
    cursor.skip(close.count)
    let trimmed = content.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let sign = trimmed.first, !isTriple, "#^/!&><$=%*".contains(sign) else {
      return Tag(form: .value, name: trimmed, place: place)
    }
    let name = trimmed.dropFirst().drop(while: \.isWhitespace)
    let form: Tag.Form =
      switch sign {
      case "#": .section
      case "^": .inverted
      case "/": .end
      case "!": .comment
      case "&": .value
      default: .other(sign)
      }
    return Tag(form: form, name: String(name), place: place)
  }
}

/// A place in a text that is read from its beginning.
private struct Cursor {
  private let characters: [Character]
  private var index = 0
  private(set) var place = TextPlace()

  init(_ text: String) { characters = Array(text) }

  var isAtEnd: Bool { index == characters.count }

  func has(_ text: String) -> Bool {
    index + text.count <= characters.count && zip(characters[index...], text).allSatisfy { $0 == $1 }
  }

  mutating func next() -> Character {
    let character = characters[index]
    index += 1
    place.advance(over: character)
    return character
  }

  mutating func skip(_ count: Int) { for _ in 0..<min(count, characters.count - index) { _ = next() } }
}

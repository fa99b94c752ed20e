/// A piece of a web page.
///
/// Every text is escaped for the place in which it stands as it is written. There is no case for ready markup, no attribute
/// that holds a script, a style or an address elsewhere, and names of elements and attributes come from closed lists: what
/// a practice's files hold can become text and values, and nothing else.
indirect enum HTML: Sendable {
  case text(String)
  case element(Tag, [Attribute], [HTML])
  /// The one style of the page, a constant of the program.
  case style(StyleSheet)

  /// The piece as it stands in a file.
  var markup: String {
    var markup = ""
    write(to: &markup)
    return markup
  }

  private func write(to markup: inout String) {
    switch self {
    case .text(let text): markup += Escaping.text(text)
    case .style(let sheet): markup += "<style>\(sheet.text)</style>"
    case .element(let tag, let attributes, let content):
      if tag.beginsLine { markup += "\n" }
      markup += "<\(tag.name)"
      for attribute in attributes { markup += " \(attribute.name)=\"\(Escaping.value(attribute.value))\"" }
      markup += ">"
      if tag.isVoid { return }
      for piece in content { piece.write(to: &markup) }
      markup += "</\(tag.name)>"
    }
  }
}

/// Lets pages be written as they are read: texts and elements one after another.
@resultBuilder
enum HTMLBuilder {
  static func buildExpression(_ text: String) -> [HTML] { [.text(text)] }
  static func buildExpression(_ piece: HTML) -> [HTML] { [piece] }
  static func buildExpression(_ pieces: [HTML]) -> [HTML] { pieces }
  static func buildBlock(_ pieces: [HTML]...) -> [HTML] { pieces.flatMap { $0 } }
  static func buildOptional(_ pieces: [HTML]?) -> [HTML] { pieces ?? [] }
  static func buildEither(first pieces: [HTML]) -> [HTML] { pieces }
  static func buildEither(second pieces: [HTML]) -> [HTML] { pieces }
  static func buildArray(_ pieces: [[HTML]]) -> [HTML] { pieces.flatMap { $0 } }
}

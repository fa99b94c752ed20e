import CoverDomain
import Mustache

/// What makes a letter of its values.
protocol LetterForm: Sendable {
  var template: MustacheTemplate { get }
}

extension LetterForm {
  /// The letter: LF line ends, a paragraph a line, at most one empty line between paragraphs.
  func letter(_ values: LetterValues) -> String {
    var lines: [ArraySlice<UInt8>] = []
    for line in Array(template.render(values.fields).utf8).split(separator: 10, omittingEmptySubsequences: false) {
      let end = line.lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
      let trimmed = end.map { line[...$0] } ?? []
      if trimmed.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(trimmed)
    }
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return String(decoding: Array(lines.joined(separator: [10])), as: UTF8.self) + "\n"
  }

  /// Mustache, without escaping: a letter is no web page.
  static func read(_ text: String) throws -> MustacheTemplate {
    try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
  }
}

/// A letter of ours.
struct BuiltInLetter: LetterForm {
  let template: MustacheTemplate

  /// Nil where it cannot be read.
  init?(_ kind: Notice.Kind, language: any LetterLanguage) {
    guard let template = try? Self.read(language.template(kind)) else { return nil }
    self.template = template
  }
}

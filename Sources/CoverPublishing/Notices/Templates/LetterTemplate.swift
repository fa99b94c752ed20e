import CoverDomain
import Mustache

/// A letter with names in place of what differs from client to client: Mustache, without escaping.
struct LetterTemplate: Sendable {
  let kind: Notice.Kind
  /// The file that it was read from; nil for a built-in letter.
  let file: String?
  private let template: MustacheTemplate

  /// A letter of ours.
  init(_ kind: Notice.Kind, language: any LetterLanguage) throws(TemplateProblem) {
    try self.init(language.template(kind), kind: kind, file: nil)
  }

  /// A template that `TemplateCheck` has passed.
  ///
  /// - Throws: where Mustache cannot read it after all.
  init(_ text: String, kind: Notice.Kind, file: String?) throws(TemplateProblem) {
    self.kind = kind
    self.file = file
    do {
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    } catch {
      let place = (error as? MustacheTemplate.ParserError)?.context
      throw TemplateProblem(
        file: file ?? "the built-in letter", line: place.map { $0.lineNumber - 1 }, column: place?.columnNumber,
        message: "this is no Mustache template", hint: "`plan-cover notices --template` prints our own letters")
    }
  }

  /// The letter: LF line ends, a paragraph a line, one empty line between paragraphs at most.
  func letter(_ values: LetterValues) -> String {
    var lines: [Substring] = []
    for line in template.render(values.byName).split(separator: "\n", omittingEmptySubsequences: false) {
      let end = line.lastIndex { $0 != " " && $0 != "\t" }
      let trimmed = end.map { line[...$0] } ?? ""
      if trimmed.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(trimmed)
    }
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}

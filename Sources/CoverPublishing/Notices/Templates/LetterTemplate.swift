import CoverDomain
import Mustache

/// A letter of the practice's own, with names in place of what differs from client to client.
struct LetterTemplate: LetterForm {
  let kind: Notice.Kind
  let language: LanguageTag
  /// Relative to the practice folder.
  let file: String
  let pieces: [TemplateScanner.Piece]
  let template: MustacheTemplate

  /// A text that `TemplateCheck` has passed, LF line ends.
  ///
  /// - Throws: where Mustache cannot read it after all.
  init(_ text: String, kind: Notice.Kind, language: LanguageTag, file: String) throws(TemplateProblem) {
    self.kind = kind
    self.language = language
    self.file = file
    pieces = TemplateScanner(text).pieces
    do { template = try Self.read(text) } catch {
      let place = (error as? MustacheTemplate.ParserError)?.context
      // The first line is ours.
      throw TemplateProblem(
        file: file, line: place.map { max(1, $0.lineNumber - 1) }, column: place?.columnNumber,
        message: "this is no Mustache template", hint: "`plan-cover notices --template` prints our own letters")
    }
  }
}

import CoverDomain

/// The name of a template: the kind of letter and the language that it is for, `first.fr-CA.mustache`.
struct TemplateFileName: Sendable {
  let kind: Notice.Kind
  let language: LanguageTag

  /// - Parameter path: relative to the practice folder.
  init(_ path: String) throws(TemplateProblem) {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.dropLast(LetterTemplates.ending.count).split(separator: ".", omittingEmptySubsequences: false)
    func problem(_ message: String, _ hint: String) -> TemplateProblem {
      TemplateProblem(file: path, line: nil, column: nil, message: message, hint: hint)
    }
    let kinds = Notice.Kind.allCases.map(\.rawValue)
    guard parts.count == 2 else {
      throw problem(
        "the name of a template is KIND.LANGUAGE\(LetterTemplates.ending)",
        "such as first.en\(LetterTemplates.ending); the kinds are \(PlainText.list(kinds))")
    }
    guard let kind = Notice.Kind(rawValue: String(parts[0])) else {
      let meant = NearestWord.to(String(parts[0]), among: kinds).map { ": did you mean '\($0)'?" } ?? ""
      throw problem(
        "'\(PlainText.oneLine(String(parts[0].prefix(40))))' is no kind of letter\(meant)",
        "the kinds are \(PlainText.list(kinds))")
    }
    guard let language = LanguageTag(String(parts[1])), LetterLanguages.language(language) != nil else {
      throw problem(
        "no letters are written in '\(PlainText.oneLine(String(parts[1].prefix(40))))'",
        "letters are written in \(PlainText.list(LetterLanguages.tags.map(\.conventional))), and their regions")
    }
    self.kind = kind
    self.language = language
  }
}

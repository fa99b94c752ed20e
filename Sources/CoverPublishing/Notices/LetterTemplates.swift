public import CoverDomain

/// The templates that letters are made from: the practice's own, and ours where it has none.
public struct LetterTemplates: Sendable {
  /// By kind, then by language.
  private let own: [Notice.Kind: [LanguageTag: LetterTemplate]]

  /// Ours alone.
  static let builtIn = LetterTemplates([:])

  /// How the name of a template ends, after the kind and the language: `first.en.mustache`.
  static let ending = ".mustache"

  /// - Parameter files: the files of templates/, by name. What is no template, or has a problem, is left out.
  public init(_ files: [String: String]) {
    var own: [Notice.Kind: [LanguageTag: LetterTemplate]] = [:]
    for (name, text) in files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(Self.ending) {
      guard case .success(let template) = Self.read(text, file: "templates/\(name)"),
        own[template.kind]?[template.language] == nil
      else { continue }
      own[template.kind, default: [:]][template.language] = template
    }
    self.own = own
  }

  /// What is wrong with a template, its words aside: its name, its tags, what it does not say.
  ///
  /// - Parameter file: its path, relative to the practice folder.
  public static func problems(file: String, text: String) -> [TemplateProblem] {
    switch read(text, file: file) {
    case .success: []
    case .failure(let problems): problems.all
    }
  }

  /// What the templates hold and no letter may, by file and place.
  public func problems(in situation: Situation, reading: Reading) -> [TemplateProblem] {
    let templates = own.values.flatMap(\.values).sorted { $0.file < $1.file }
    guard !templates.isEmpty else { return [] }
    let linter = NoticeLinter(situation: situation, reading: reading)
    return templates.flatMap { template in
      linter.breaches(ofTemplate: template).map { breach in
        TemplateProblem(
          file: template.file, line: breach.place.line, column: breach.place.column,
          message: breach.rule.fault + (breach.phrase.map { ": \"\($0)\"" } ?? ""),
          hint: "documentation/letters.md says what no letter holds; say it in other words")
      }
    }
  }

  /// The practice's own template of that kind for a client who asks for that language: the one for it, or for the
  /// nearest that is more general; else ours. Nil where ours cannot be read, which a test of every language rules out.
  func template(
    _ kind: Notice.Kind, asked: LanguageTag, language: any LetterLanguage
  ) -> (any LetterForm)? {
    let own = own[kind] ?? [:]
    for range in asked.lookupRanges + language.tag.lookupRanges {
      if let template = own[range], range.primary == language.tag.primary { return template }
    }
    return Self.builtInLetters[kind]?[language.tag]
  }

  /// Read once.
  private static let builtInLetters = Dictionary(
    uniqueKeysWithValues: Notice.Kind.allCases.map { kind in
      let letters = LetterLanguages.all.compactMap { language in
        BuiltInLetter(kind, language: language).map { (language.tag, $0) }
      }
      return (kind, Dictionary(letters, uniquingKeysWith: { first, _ in first }))
    })

  private struct Problems: Error { let all: [TemplateProblem] }

  private static func read(_ text: String, file: String) -> Result<LetterTemplate, Problems> {
    let name: TemplateFileName
    do { name = try TemplateFileName(file) } catch { return .failure(Problems(all: [error])) }
    let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let problems = TemplateCheck(text, file: file, kind: name.kind).problems
    guard problems.isEmpty else { return .failure(Problems(all: problems)) }
    do {
      return .success(
        try LetterTemplate(text, kind: name.kind, language: name.language, file: file))
    } catch {
      return .failure(Problems(all: [error]))
    }
  }
}

extension LanguageTag {
  /// The language without region or script.
  fileprivate var primary: Substring { text.prefix { $0 != "-" } }
}

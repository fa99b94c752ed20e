import CoverDomain

/// The templates that letters are made from: the practice's own, and ours where it has none.
struct LetterTemplates: Sendable {
  /// By kind, then by language.
  private let own: [Notice.Kind: [LanguageTag: LetterTemplate]]

  /// Ours alone.
  static let builtIn = LetterTemplates(own: [:])

  init(own: [Notice.Kind: [LanguageTag: LetterTemplate]]) { self.own = own }

  /// The template of that kind for a client who asks for that language: the practice's own for it or for the nearest
  /// that is more general, else ours. Nil where ours cannot be read, which a test of every language rules out.
  func template(
    _ kind: Notice.Kind, asked: LanguageTag, language: any LetterLanguage
  ) -> LetterTemplate? {
    let own = own[kind] ?? [:]
    for range in LetterLanguages.lookupRanges(asked) + LetterLanguages.lookupRanges(language.tag) {
      if let template = own[range], Self.primary(range) == Self.primary(language.tag) { return template }
    }
    return try? LetterTemplate(kind, language: language)
  }

  private static func primary(_ tag: LanguageTag) -> Substring { tag.text.prefix { $0 != "-" } }
}

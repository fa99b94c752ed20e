public import CoverDomain

/// Our own letters as templates, for a practice to begin with.
public enum BuiltInTemplates {
  /// The template of a kind in that language, or in the nearest that is more general; nil where none is.
  public static func text(_ kind: Notice.Kind, language: LanguageTag) -> String? {
    LetterLanguages.language(language)?.template(kind)
  }
}

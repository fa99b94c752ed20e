public import CoverDomain

/// What reading a practice needs to know of its letters, which are written elsewhere.
public struct LetterKnowledge: Sendable {
  /// The languages in which letters are written; none where any will do.
  public let languages: [LanguageTag]
  /// What is wrong with a file of templates/: its path, and its text.
  public let problems: @Sendable (_ path: String, _ text: String) -> [Problem]

  public init(
    languages: [LanguageTag], problems: @escaping @Sendable (_ path: String, _ text: String) -> [Problem]
  ) {
    self.languages = languages
    self.problems = problems
  }

  /// Nothing is known, and nothing held against the files.
  public static let none = LetterKnowledge(languages: []) { _, _ in [] }

  /// Whether letters are written in that language, or in one that is more general.
  func writes(_ tag: LanguageTag) -> Bool {
    languages.isEmpty || tag.lookupRanges.contains(where: languages.contains)
  }
}

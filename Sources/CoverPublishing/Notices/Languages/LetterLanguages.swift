public import CoverDomain

/// The languages in which letters are written.
public enum LetterLanguages {
  static let all: [any LetterLanguage] = [
    English(customs: .british), English(customs: .american), French(), German(), Spanish(), Polish(), Arabic(),
  ]

  /// Their tags, in the order of the alphabet.
  public static let tags: [LanguageTag] = all.map(\.tag).sorted()

  /// Whether letters are written in that language, or in one that is more general.
  public static func writes(_ tag: LanguageTag) -> Bool { language(tag) != nil }

  /// The language of that tag, or of the nearest that is more general (`fr` for `fr-CA`): RFC 4647 §3.4, lookup.
  static func language(_ tag: LanguageTag) -> (any LetterLanguage)? {
    for range in tag.lookupRanges {
      if let language = all.first(where: { $0.tag == range }) { return language }
    }
    return nil
  }

  /// The language for a client: their own, else the practice's; `isOwn` is false where theirs is not among ours.
  ///
  /// A practice of a country has the customs of that country in the language they share: a client who asks for `en` of
  /// a practice that writes `en-US` gets `en-US`.
  static func choice(
    client: LanguageTag?, practice: LanguageTag
  ) -> (language: any LetterLanguage, isOwn: Bool) {
    let standard = language(practice) ?? English(customs: .british)
    guard let client else { return (standard, true) }
    if practice.serves(client) { return (standard, true) }
    return language(client).map { ($0, true) } ?? (standard, false)
  }
}

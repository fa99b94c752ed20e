import CoverDomain

/// `urgent-help` of practice.yaml: a text, or one for each language in which clients are written to.
struct UrgentHelp {
  /// Empty where there is one text alone.
  let byLanguage: [LanguageTag: String]
  private let only: String?

  /// Nil, with the problem noted, where nothing of it can be read.
  init?(_ node: YamlNode, _ context: YamlContext, _ letters: LetterKnowledge) {
    guard case .mapping(let entries) = node.content else {
      guard let text = context.paragraph(node, "'urgent-help'") else { return nil }
      only = text
      byLanguage = [:]
      return
    }
    var texts: [LanguageTag: String] = [:]
    for entry in entries {
      guard let tag = entry.key.text.flatMap(LanguageTag.init), letters.writes(tag) else {
        let known = letters.languages.map(\.conventional)
        context.note(
          entry.key,
          "'urgent-help' has a text for \(ShownText.quoted(entry.key.text ?? "")), in which no letters are written",
          hint: known.isEmpty
            ? "languages are BCP 47 tags, such as en or fr-CA"
            : "letters are written in \(known.joined(separator: ", "))")
        continue
      }
      texts[tag] = context.paragraph(entry.value, "'urgent-help' in \(tag.conventional)")
    }
    guard !texts.isEmpty else {
      if entries.isEmpty { _ = context.paragraph(node, "'urgent-help'") }
      return nil
    }
    only = nil
    byLanguage = texts
  }

  /// The text for who speaks that language: the one in it or in the nearest that is more general; else the one in
  /// English, else the first in the order of their tags.
  func text(_ language: LanguageTag) -> String? {
    if let only { return only }
    for range in language.lookupRanges + [.english] {
      if let text = byLanguage[range] { return text }
    }
    return byLanguage.min { $0.key < $1.key }?.value
  }
}

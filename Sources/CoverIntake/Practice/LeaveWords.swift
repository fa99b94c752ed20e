import CoverDomain

/// The words that mark an event as leave: the built-in ones, and those of practice.yaml's `leave`.
struct LeaveWords: Sendable {
  private let phrases: PhraseIndex<Bool>
  private let categories: PhraseIndex<Bool>

  static let builtIn = [
    "leave", "annual leave", "vacation", "holiday", "holidays", "time off", "out of office", "ooo", "sick",
    "parental leave", "maternity leave", "paternity leave", "training", "conference",
  ]

  static let keys = ["summaries", "categories"]

  init(summaries: [String] = [], categories: [String] = []) {
    phrases = LeaveWords.index(LeaveWords.builtIn + summaries)
    self.categories = LeaveWords.index(LeaveWords.builtIn + categories)
  }

  init(_ node: YamlNode, _ context: YamlContext) {
    guard let mapping = YamlMapping(node, "'leave'", keys: LeaveWords.keys, context) else {
      self.init()
      return
    }
    func words(_ key: String) -> [String] {
      (mapping.texts(key) ?? []).compactMap { text in
        if Words(text.text).words.isEmpty {
          context.note(text.node, "an entry of '\(key)' holds no word", hint: "write letters or digits, or remove it")
          return nil
        }
        return text.text
      }
    }
    self.init(summaries: words("summaries"), categories: words("categories"))
  }

  private static func index(_ phrases: [String]) -> PhraseIndex<Bool> {
    phrases.reduce(into: PhraseIndex()) { $0.add(Words($1).parts, true) }
  }

  /// Whether the summary holds one of the words, whole and in any case.
  func marks(summary: Words) -> Bool { !phrases.matches(in: summary.parts).isEmpty }

  /// Whether a category holds one of the words, whole and in any case.
  func marks(category: String) -> Bool { !categories.matches(in: Words(category).parts).isEmpty }
}

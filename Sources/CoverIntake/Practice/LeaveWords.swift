import CoverDomain

/// The words that mark an event as leave: the built-in ones, and those of practice.yaml's `leave`.
struct LeaveWords: Sendable {
  /// Each a run of words, folded as `Words` does.
  private let phrases: Phrases
  private let categories: Phrases

  static let builtIn = [
    "leave", "annual leave", "vacation", "holiday", "holidays", "time off", "out of office", "ooo", "sick",
    "parental leave", "maternity leave", "paternity leave", "training", "conference",
  ]

  init(summaries: [String] = [], categories: [String] = []) {
    phrases = Phrases(LeaveWords.builtIn + summaries)
    self.categories = Phrases(LeaveWords.builtIn + categories)
  }

  init(_ node: YamlNode, _ context: YamlContext) {
    guard let mapping = YamlMapping(node, "'leave'", keys: ["summaries", "categories"], context) else {
      self.init()
      return
    }
    func words(_ key: String) -> [String] {
      (mapping.texts(key) ?? []).compactMap { text in
        if Words(text.text).words.isEmpty {
          context.note(text.node, "an entry of '\(key)' holds no word")
          return nil
        }
        return text.text
      }
    }
    self.init(summaries: words("summaries"), categories: words("categories"))
  }

  /// Whether the summary holds one of the words, whole and in any case.
  func marks(summary: Words) -> Bool { phrases.occur(in: summary) }

  /// Whether a category holds one of the words, whole and in any case.
  func marks(category: String) -> Bool { categories.occur(in: Words(category)) }
}

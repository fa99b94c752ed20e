/// Words of a language that break a rule, as `LetterLanguage.forbidden` writes them.
///
/// - `word` and `two words`: as whole words.
/// - `begin*`: every word that begins so; `*end`: every word that ends so; `*part*`: every word that holds it. At least
///   three letters. For languages that inflect at the end of a word, put words together, or put an article before them.
struct WordPatterns: Sendable {
  private var phrases = PhraseSet()
  private var beginnings = Table()
  private var ends = Table()
  private var parts = Table()

  /// Patterns by their first three letters.
  private typealias Table = [String: [(letters: String, rule: NoticeRule)]]
  private static let keyLength = 3

  init(_ forbidden: [(NoticeRule, [String])]) {
    for (rule, patterns) in forbidden {
      for pattern in patterns { add(pattern, rule) }
    }
  }

  private mutating func add(_ pattern: String, _ rule: NoticeRule) {
    let letters = Self.folded(pattern.filter { $0 != "*" }.lowercased())
    let key = String(letters.prefix(Self.keyLength))
    switch (pattern.hasPrefix("*"), pattern.hasSuffix("*")) {
    case (false, false): phrases.add(letters, rule)
    case (false, true): beginnings[key, default: []].append((letters, rule))
    case (true, false): ends[key, default: []].append((letters, rule))
    case (true, true): parts[key, default: []].append((letters, rule))
    }
  }

  /// The rules that the words break; words are nil where a phrase that is allowed was taken out.
  func found(in words: [String?]) -> Set<NoticeRule> { Set(places(in: words).map(\.rule)) }

  /// Each rule that the words break, with the first of the words that break it and how many they are.
  func places(in words: [String?]) -> [(rule: NoticeRule, start: Int, count: Int)] {
    let words = words.map { $0.map(Self.folded) }
    var places = phrases.places(in: words).map { (rule: $0.meaning.rule, start: $0.start, count: $0.count) }
    for (start, word) in words.enumerated() {
      guard let word else { continue }
      places += rules(of: word).map { (rule: $0, start: start, count: 1) }
    }
    return places
  }

  private func rules(of word: String) -> [NoticeRule] {
    var rules: [NoticeRule] = []
    for (letters, rule) in beginnings[String(word.prefix(Self.keyLength))] ?? [] where word.hasPrefix(letters) {
      rules.append(rule)
    }
    guard !parts.isEmpty || !ends.isEmpty else { return rules }
    var rest = word[...]
    while rest.count >= Self.keyLength {
      let key = String(rest.prefix(Self.keyLength))
      for (letters, rule) in parts[key] ?? [] where rest.hasPrefix(letters) { rules.append(rule) }
      for (letters, rule) in ends[key] ?? [] where rest == letters { rules.append(rule) }
      rest = rest.dropFirst()
    }
    return rules
  }

  /// Arabic as it is compared: without vowel marks and lengthening strokes, every alef a bare one.
  private static func folded(_ word: String) -> String {
    guard word.unicodeScalars.contains(where: { (0x0600...0x06FF).contains($0.value) }) else { return word }
    var scalars = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0x0640, 0x064B...0x065F, 0x0670: continue
      case 0x0622, 0x0623, 0x0625, 0x0671: scalars.append("\u{0627}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

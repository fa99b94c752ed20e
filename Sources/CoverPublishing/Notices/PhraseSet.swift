/// Phrases to be found in a text as whole words, in any case.
struct PhraseSet: Sendable {
  /// From a phrase to whatever it stands for.
  private var meanings: [String: [Meaning]] = [:]
  /// By the first word of a phrase, how many words the longest has that begins with it.
  private var longest: [String: Int] = [:]

  struct Meaning: Hashable, Sendable {
    let rule: NoticeRule
    /// The client whose own letter may hold it.
    let owner: String?
  }

  /// A long phrase is known by its first words.
  private static let maxWords = 5

  mutating func add(_ phrase: String, _ rule: NoticeRule, owner: String? = nil) {
    let words = Self.words(phrase).prefix(Self.maxWords)
    guard let first = words.first else { return }
    longest[first] = max(longest[first] ?? 0, words.count)
    meanings[words.joined(separator: " "), default: []].append(Meaning(rule: rule, owner: owner))
  }

  /// Everything that the words hold; words are nil where a phrase that is allowed was taken out.
  func found(in words: [String?]) -> Set<Meaning> { Set(places(in: words).map(\.meaning)) }

  /// What the words hold, each with the first of its words and their number.
  func places(in words: [String?]) -> [(meaning: Meaning, start: Int, count: Int)] {
    var found: [(Meaning, Int, Int)] = []
    for start in words.indices {
      guard let first = words[start], let longest = longest[first] else { continue }
      var phrase = ""
      for (index, word) in words[start..<min(start + longest, words.count)].enumerated() {
        guard let word else { break }
        phrase += phrase.isEmpty ? word : " " + word
        for meaning in meanings[phrase] ?? [] { found.append((meaning, start, index + 1)) }
      }
    }
    return found
  }

  /// The words of a text in lower case: runs of letters, digits and combining marks.
  static func words(_ text: String) -> [String] {
    let text = text.lowercased()
    let scalars = text.unicodeScalars
    var words: [String] = []
    var start: String.Index?
    for index in scalars.indices {
      if isPartOfWord(scalars[index]) {
        if start == nil { start = index }
      } else if let begin = start {
        words.append(String(text[begin..<index]))
        start = nil
      }
    }
    if let begin = start { words.append(String(text[begin...])) }
    return words
  }

  /// The words of a text with the place of each.
  static func placed(_ text: String, from place: TextPlace) -> [(word: String, place: TextPlace)] {
    var words: [(String, TextPlace)] = []
    var word = String.UnicodeScalarView()
    var place = place
    var start = place
    for character in text {
      for scalar in character.lowercased().unicodeScalars {
        if isPartOfWord(scalar) {
          if word.isEmpty { start = place }
          word.append(scalar)
        } else if !word.isEmpty {
          words.append((String(word), start))
          word = String.UnicodeScalarView()
        }
      }
      place.advance(over: character)
    }
    if !word.isEmpty { words.append((String(word), start)) }
    return words
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: return true
    case 0..<0x80: return false
    default:
      let properties = scalar.properties
      return properties.isAlphabetic || properties.numericType != nil
        || properties.canonicalCombiningClass != .notReordered
    }
  }

  /// The words without the phrases that are allowed, longest first.
  ///
  /// - Parameter allowed: the words of each phrase.
  static func words(_ words: [String?], without allowed: [[String]]) -> [String?] {
    var result = words
    for phrase in allowed.sorted(by: { $0.count > $1.count }) {
      guard let first = phrase.first else { continue }
      var start = 0
      while start + phrase.count <= result.count {
        if result[start] == first, zip(result[start..<start + phrase.count], phrase).allSatisfy({ $0 == $1 }) {
          for index in start..<start + phrase.count { result[index] = nil }
          start += phrase.count
        } else {
          start += 1
        }
      }
    }
    return result
  }
}

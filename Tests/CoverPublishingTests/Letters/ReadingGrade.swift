/// How many years of school a text in English asks for: J. P. Kincaid and others, 1975.
struct ReadingGrade {
  private var words = 0
  private var sentences = 0
  private var syllables = 0

  /// Lines that are no sentences (headings, times, names of the practice) are left out.
  init(_ text: String) {
    for paragraph in text.components(separatedByLines: "\n\n") {
      let isProse = paragraph.contains { ".:?!".contains($0) } && !paragraph.contains("@")
      guard isProse else { continue }
      let spoken = paragraph.split(separator: "\n").filter { line in
        !(line.hasPrefix("  ") && line.contains(where: \.isNumber))
      }.joined(separator: " ")
      let ends = spoken.split(whereSeparator: { ".?!".contains($0) }).filter { $0.contains(where: \.isLetter) }
      sentences += ends.count
      for word in spoken.split(whereSeparator: { !$0.isLetter && $0 != "'" }) {
        words += 1
        syllables += Self.syllables(word.lowercased())
      }
    }
  }

  var fleschKincaid: Double {
    0.39 * Double(words) / Double(max(1, sentences)) + 11.8 * Double(syllables) / Double(max(1, words)) - 15.59
  }

  /// Groups of vowels, a mute e at the end aside.
  private static func syllables(_ word: String) -> Int {
    var count = 0
    var isVowel = false
    for letter in word {
      let vowel = "aeiouy".contains(letter)
      if vowel, !isVowel { count += 1 }
      isVowel = vowel
    }
    let isMute = word.hasSuffix("e") && !word.hasSuffix("le") || word.hasSuffix("ed") && !word.hasSuffix("ted")
    return max(1, isMute ? count - 1 : count)
  }
}

extension String {
  fileprivate func components(separatedByLines separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}

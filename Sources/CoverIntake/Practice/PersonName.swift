/// A person's name as words: titles left out, "Berg, Anna" turned into "anna berg".
struct PersonName {
  let words: [Substring]
  /// The same in the spelling of those who have no letters with marks; nil where it is the same.
  let spelledOut: [Substring]?

  /// The words beginning at each but the first, and those before it after them: "berg anna", "van der berg anna".
  var turned: [[Substring]] {
    [words, spelledOut ?? []].flatMap { words in
      (1..<max(1, words.count)).map { Array(words[$0...] + words[..<$0]) }
    }
  }

  /// Words before a name that are none of it.
  static let titles: Set<Substring> = [
    "dr", "prof", "professor", "mr", "mrs", "ms", "mx", "miss", "rev", "sir", "dame", "herr", "frau", "mme", "mlle",
  ]

  init(_ name: String) {
    // Without a letter that has a mark there is nothing to spell out.
    let isPlain = name.utf8.allSatisfy { $0 < 128 }
    let sides = name.split(separator: ",")
    func words(_ read: (String) -> Words?) -> [Substring] {
      var words =
        sides.count == 2
        ? [sides[1], sides[0]].flatMap { (read(String($0)) ?? Words(String($0))).parts }
        : (read(name) ?? Words(name)).parts
      while words.count > 1, let first = words.first, PersonName.titles.contains(first) { words.removeFirst() }
      return words
    }
    let folded = words { Words($0) }
    let spelled = isPlain ? folded : words(Words.spelledOut)
    self.words = folded
    spelledOut = spelled == folded ? nil : spelled
  }
}

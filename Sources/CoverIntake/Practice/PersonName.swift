/// A person's name as words: titles left out, "Berg, Anna" turned into "anna berg".
struct PersonName: Sendable {
  let words: [Substring]
  /// The same in the spelling of those who have no letters with marks; nil where it is the same.
  let spelledOut: [Substring]?
  /// How many words the surname has, where a comma in the name says so.
  private let surnameCount: Int?

  /// The name with the surname first: "berg anna", "van der berg anna". Where the surname begins is the comma's word,
  /// else that of its first particle; the last word alone is one in any case.
  var turned: [[Substring]] {
    [words, spelledOut ?? []].flatMap { words -> [[Substring]] in
      guard words.count > 1 else { return [] }
      var begins: Set<Int> = [words.count - 1]
      if let surnameCount, surnameCount < words.count { begins.insert(words.count - surnameCount) }
      if let particle = words.indices.dropFirst().first(where: { PersonName.particles.contains(words[$0]) }) {
        begins.insert(particle)
      }
      return begins.sorted().map { Array(words[$0...] + words[..<$0]) }
    }
  }

  /// Words before a name that are none of it.
  static let titles: Set<Substring> = [
    "dr", "prof", "professor", "mr", "mrs", "ms", "mx", "miss", "rev", "sir", "dame", "herr", "frau", "mme", "mlle",
  ]

  /// Words with which a surname of several words begins.
  static let particles: Set<Substring> = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "el", "al",
    "bin",
    "ibn", "ben", "bat", "af", "av", "zu", "zur", "ter", "ten", "st", "o", "mc", "mac", "d", "y",
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
    surnameCount = sides.count == 2 ? Words(String(sides[0])).parts.count : nil
  }
}

/// A person's name as words: titles left out, "Berg, Anna" turned into "anna berg".
struct PersonName {
  let words: [Substring]
  /// The last word before the others; empty for a name of one word.
  var turned: [Substring] { words.count > 1 ? [words[words.count - 1]] + words.dropLast() : [] }

  private static let titles: Set<Substring> = [
    "dr", "prof", "professor", "mr", "mrs", "ms", "mx", "miss", "rev", "sir", "dame",
  ]

  init(_ name: String) {
    let sides = name.split(separator: ",")
    var words = sides.count == 2 ? Words(String(sides[1])).parts + Words(String(sides[0])).parts : Words(name).parts
    while words.count > 1, let first = words.first, PersonName.titles.contains(first) { words.removeFirst() }
    self.words = words
  }
}

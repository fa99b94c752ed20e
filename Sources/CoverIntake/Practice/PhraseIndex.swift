/// Values by runs of words, looked for in texts. A lookup costs as much as the text is long, however many phrases there
/// are.
struct PhraseIndex<Value: Sendable>: Sendable {
  /// A phrase that stands in a text.
  struct Match {
    /// The words of the text that it takes up.
    let range: Range<Int>
    /// Never empty.
    let values: [Value]
  }

  /// By the phrase's words with spaces between them.
  private var values: [String: [Value]] = [:]
  /// By the first word, how many words the phrases have that begin with it; the longest first.
  private var lengths: [Substring: [Int]] = [:]

  /// Adds a value; a phrase without words is left out, and so is what goes beyond `limit` values of one phrase.
  mutating func add(_ words: [Substring], _ value: Value, limit: Int = .max) {
    guard let first = words.first else { return }
    let phrase = words.joined(separator: " ")
    if limit < .max, values[phrase].map({ $0.count >= limit }) ?? false { return }
    values[phrase, default: []].append(value)
    var known = lengths[first] ?? []
    if !known.contains(words.count) {
      known.append(words.count)
      lengths[first] = known.sorted(by: >)
    }
  }

  /// The phrases that stand in the words and of which at least one value is accepted at that place; of phrases that
  /// begin at one word the longest, and none within it.
  func matches(in words: [Substring], where accepts: (Value, Range<Int>) -> Bool = { _, _ in true }) -> [Match] {
    var found: [Match] = []
    var index = 0
    while index < words.count {
      var taken = 1
      for length in lengths[words[index]] ?? [] where index + length <= words.count {
        let range = index..<(index + length)
        let phrase = length == 1 ? String(words[index]) : words[range].joined(separator: " ")
        let here = (values[phrase] ?? []).filter { accepts($0, range) }
        guard !here.isEmpty else { continue }
        found.append(Match(range: range, values: here))
        taken = length
        break
      }
      index += taken
    }
    return found
  }
}

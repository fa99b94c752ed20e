/// Values by runs of words, looked for in texts. A lookup costs as much as the text is long, however many phrases there
/// are.
struct PhraseIndex<Value: Sendable>: Sendable {
  /// By the phrase's words with spaces between them.
  private var values: [String: [Value]] = [:]
  /// By the first word, how many words the phrases have that begin with it; the longest first.
  private var lengths: [Substring: [Int]] = [:]

  /// Adds a value; a phrase without words is left out.
  mutating func add(_ words: [Substring], _ value: Value) {
    guard let first = words.first else { return }
    values[words.joined(separator: " "), default: []].append(value)
    var known = lengths[first] ?? []
    if !known.contains(words.count) {
      known.append(words.count)
      lengths[first] = known.sorted(by: >)
    }
  }

  /// The values of each phrase that stands in the words and of which at least one value is accepted; of phrases that
  /// begin at one word the longest, and none within it.
  func matches(in words: [Substring], where accepts: (Value) -> Bool = { _ in true }) -> [[Value]] {
    var found: [[Value]] = []
    var index = 0
    while index < words.count {
      var taken = 1
      for length in lengths[words[index]] ?? [] where index + length <= words.count {
        let phrase = length == 1 ? String(words[index]) : words[index..<(index + length)].joined(separator: " ")
        let here = (values[phrase] ?? []).filter(accepts)
        guard !here.isEmpty else { continue }
        found.append(here)
        taken = length
        break
      }
      index += taken
    }
    return found
  }
}

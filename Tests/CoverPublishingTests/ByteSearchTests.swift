import Testing

@testable import CoverPublishing

@Suite("A phrase among bytes")
struct ByteSearchTests {
  @Test(
    "stands where it begins first, also where a beginning of it comes to nothing before",
    arguments: [
      ("aaab", "aab", 1), ("abcabd", "abd", 3), ("abc", "abc", 0), ("abc", "c", 2), ("ab", "abc", nil), ("", "a", nil),
      ("abc", "", 0), ("Zoë – ë", "ë", 2), ("no 1", "1", 3),
    ])
  func place(text: String, phrase: String, offset: Int?) {
    let found = text.utf8.firstRange(ofBytes: phrase.utf8)
    #expect(found.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } == offset)
    if let found { #expect(text[found] == phrase) }
    let bytes = Array(text.utf8).firstRange(ofBytes: Array(phrase.utf8))
    #expect(bytes?.lowerBound == offset)
  }
}

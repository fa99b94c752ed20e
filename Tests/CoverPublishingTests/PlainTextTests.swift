import Testing

@testable import CoverPublishing

@Suite("Plain text")
struct PlainTextTests {
  @Test("a phrase that is to stay whole is not broken, with the marks that are written to it")
  func whole() {
    let text = "Please call us on (020 7946 0000), or on 020 7946 0000."
    #expect(
      PlainText.wrapped(text, width: 24, whole: "020 7946 0000")
        == ["Please call us on", "(020 7946 0000), or on", "020 7946 0000."])
    #expect(PlainText.wrapped("call 020 7946 0000", width: 12) == ["call 020", "7946 0000"])
    #expect(PlainText.wrapped("020 7946 0000", width: 5, whole: "020 7946 0000") == ["020 7946 0000"])
  }

  @Test(
    "is put on one line, without what nobody sees",
    arguments: [
      ("a b", "a b"), ("", ""), (" ", ""), ("a  b", "a b"), (" a", "a"), ("a ", "a"), ("a\r\nb", "a b"),
      ("a\tb", "a b"),
      ("a\u{0}b", "a b"), ("a\u{202E}b", "ab"), ("a\u{200B}b", "ab"), ("a\u{2028}b", "a b"), ("a\u{85}b", "a b"),
      ("é 漢", "é 漢"),
      ("a\u{A0}b", "a b"),
    ])
  func oneLine(text: String, line: String) { #expect(PlainText.oneLine(text) == line) }

  @Test(
    "control characters and invisible ones are unfit, letters of any script are not",
    arguments: [
      ("a b", false), ("é漢😀", false), ("a\nb", true), ("a\u{7F}b", true), ("a\u{2066}b", true), ("\u{FEFF}a", true),
      ("a\tb", true),
    ])
  func unfit(text: String, isUnfit: Bool) { #expect(PlainText.isUnfit(text) == isUnfit) }

  @Test(
    "lists are spoken",
    arguments: [
      ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
    ] as [([String], String)])
  func lists(items: [String], text: String) { #expect(PlainText.list(items) == text) }

  @Test("is broken between words, never within one")
  func wrapped() {
    #expect(PlainText.wrapped("one two three", width: 7) == ["one two", "three"])
    #expect(PlainText.wrapped("incomprehensible a", width: 5, indent: "  ") == ["  incomprehensible", "  a"])
    #expect(PlainText.wrapped("", width: 5).isEmpty)
  }

  @Test(
    "words are runs of letters, digits and marks, in any script",
    arguments: [
      ("It's Ann-Marie, 22!", ["it", "s", "ann", "marie", "22"]), ("Éva漢 1½", ["éva漢", "1½"]),
      ("e\u{301}a", ["e\u{301}a"]),
      ("العربية", ["العربية"]), ("", []),
    ] as [(String, [String])])
  func words(text: String, words: [String]) { #expect(PhraseSet.words(text) == words) }

  @Test("columns are as wide as they must be")
  func columns() {
    #expect(Columns.aligned([["", "n"], ["ab", "10"], ["c", "9"]], indent: "") == ["     n", "ab  10", "c    9"])
    #expect(Columns.aligned([["a", ""], ["bb", "x"]]) == ["  a", "  bb  x"])
  }
}

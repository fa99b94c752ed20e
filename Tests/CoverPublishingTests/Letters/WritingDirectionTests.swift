import CivilTime
import CoverDomain
import Testing

@testable import CoverPublishing

@Suite("Names that run the other way")
struct WritingDirectionTests {
  private let english = English(customs: .british)

  @Test("keep to themselves, and others are written as they are")
  func isolated() {
    #expect(WritingDirection.isolated("Zora Quill", in: english) == "Zora Quill")
    #expect(WritingDirection.isolated("زينب", in: english) == "\u{2068}زينب\u{2069}")
    #expect(WritingDirection.isolated("נועה 5", in: english) == "\u{2068}נועה 5\u{2069}")
  }

  @Test(
    "are taken out again in pairs alone",
    arguments: [
      ("a \u{2068}b\u{2069} c", "a b c"), ("\u{2068}a", "\u{2068}a"), ("a\u{2069}", "a\u{2069}"),
      ("\u{2068}a\n\u{2069}", "\u{2068}a\n\u{2069}"),
      ("\u{2068}\u{2068}a\u{2069}\u{2069}", "\u{2068}\u{2068}a\u{2069}\u{2069}"),
      ("\u{202E}a\u{202C}", "\u{202E}a\u{202C}"),
    ])
  func pairs(text: String, plain: String) { #expect(WritingDirection.withoutIsolates(text) == plain) }

  @Test("pass the linter by our hand, and not by another's")
  func linter() {
    let sample = SampleLetters()
    let good = sample.draft(sample.facts(.first) { $0.name = "زينب \u{202E}حداد" })
    #expect(good.text.contains("\u{2068}زينب حداد\u{2069}"))
    #expect(sample.linter.breaches(of: good) == [])
    var bad = good
    bad.text += "\u{202E}x\n"
    #expect(sample.linter.breaches(of: bad) == [.controls])
    bad = good
    bad.text += "\u{2068}x\n"
    #expect(sample.linter.breaches(of: bad) == [.controls])
  }
}

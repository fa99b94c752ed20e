import CoverDomain
import Testing

@Suite("Tags and languages")
struct TagTests {
  @Test("a tag is compared without regard to case and to white space", arguments: ["EMDR", " emdr ", "Emdr", "emdr\t"])
  func tag(text: String) {
    #expect(Tag(text) == Tag("emdr"))
  }

  @Test("white space inside a tag is one space")
  func spaces() {
    #expect(Tag("child  and\tfamily").text == "child and family")
    #expect(Tag("childand family") != Tag("child and family"))
  }

  @Test(
    "a more special language serves a more general wish, never the reverse (RFC 4647, basic filtering)",
    arguments: [
      ("fr", "fr", true), ("fr-CA", "fr", true), ("fr", "fr-CA", false), ("FR-ca", "fr-CA", true), ("fro", "fr", false),
      ("zh-Hant-TW", "zh-Hant", true), ("zh-Hant-TW", "zh-TW", false),
    ])
  func serves(spoken: String, wanted: String, serves: Bool) throws {
    let spoken = try #require(LanguageTag(spoken))
    let wanted = try #require(LanguageTag(wanted))
    #expect(spoken.serves(wanted) == serves)
  }

  @Test(
    "what is no language tag is refused", arguments: ["", "f", "1a", "fr-", "-fr", "fr_CA", "fr-abcdefghi", "français"])
  func noTag(text: String) {
    #expect(LanguageTag(text) == nil)
  }
}

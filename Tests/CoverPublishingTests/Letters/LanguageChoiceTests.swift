import CoverDomain
import Testing

@testable import CoverPublishing

@Suite("The language of a letter")
struct LanguageChoiceTests {
  @Test(
    "is the client's, or the nearest that is more general; else the practice's",
    arguments: [
      (nil, "en", "en", true), ("en-GB", "en", "en", true), ("en-US", "en", "en-us", true),
      ("en-US-x-twain", "en", "en-us", true), ("cy", "en", "en", false), ("cy", "en-US", "en-us", false),
      ("en", "en-US", "en-us", true), ("eng", "en", "en", false),
    ] as [(String?, String, String, Bool)])
  func choice(client: String?, practice: String, expected: String, isOwn: Bool) throws {
    let choice = LetterLanguages.choice(
      client: client.flatMap { LanguageTag($0) }, practice: try #require(LanguageTag(practice)))
    #expect(choice.language.tag.text == expected)
    #expect(choice.isOwn == isOwn)
  }

  @Test("loses its subtags from the end, and a single letter with what follows it")
  func ranges() throws {
    let tag = try #require(LanguageTag("zh-Hant-CN-x-private1-private2"))
    #expect(
      tag.lookupRanges.map(\.text) == [
        "zh-hant-cn-x-private1-private2", "zh-hant-cn-x-private1", "zh-hant-cn", "zh-hant", "zh",
      ])
    #expect(LanguageTag("ZH-hANT-cn")?.conventional == "zh-Hant-CN")
  }

  @Test("is told to the manager where a client reads one in which no letters are written")
  func remark() throws {
    let sample = SamplePlan(clients: false) { roster in
      for (id, language) in [("AB1", "cy"), ("CD2", "gu"), ("EF3", "en")] {
        roster.client(id, of: "ann") {
          $0.name = "Nobody \(id)"
          $0.language = LanguageTag(language)
          $0.email = "nobody@client.example"
        }
      }
    }
    let publication = try sample.publication()
    #expect(
      publication.summary.text.contains(
        "AB1: no letters are written in their language (cy) yet; theirs are in English"))
    #expect(publication.summary.text.contains("CD2: no letters are written in their language (gu) yet"))
    #expect(!publication.summary.text.contains("EF3: no letters"))
    let mail = try #require(publication.files.first { $0.path.hasSuffix("AB1-first.eml") })
    #expect(mail.text.contains("\r\nContent-Language: en\r\n"))
  }
}

import CoverDomain
import Testing

@testable import CoverIntake

@Suite("Suggestions and words")
struct SuggestionTests {
  @Test(
    "The nearest known word is suggested where it is near enough",
    arguments: [
      ("specialities", "specialties"), ("need", "needs"), ("emial", "email"), ("Email", "email"), ("id", "id"),
      ("xyz", nil), ("", nil), ("completely-else", nil), ("naem", "name"), ("specialty", "specialties"),
    ])
  func nearest(word: String, expected: String?) {
    #expect(Suggestion.nearest(to: word, among: ["specialties", "needs", "email", "id", "name"]) == expected)
  }

  @Test("Of equally near words the first of the alphabet is suggested, in whatever order they come")
  func ties() {
    #expect(Suggestion.nearest(to: "bat", among: ["cat", "bad"]) == "bad")
    #expect(Suggestion.nearest(to: "bat", among: ["bad", "cat"]) == "bad")
  }

  @Test("Words are runs of letters, digits, - and _, without case, accents and a possessive s")
  func words() {
    #expect(Words("Zoë O’Brien’s  AB-12, x_y (éà)").words == ["zoe", "o'brien", "ab-12", "x_y", "ea"])
    #expect(Words("Jean-Luc O'Brien").parts == ["jean", "luc", "o", "brien"])
    #expect(Words("— – ! '").words.isEmpty)
    #expect(Words("山田 花子").words == ["山田", "花子"])
  }

  @Test(
    "A name is its words without titles, the family name last",
    arguments: [
      ("Dr. Ann Archer", ["ann", "archer"]), ("Archer, Ann", ["ann", "archer"]), ("Dr", ["dr"]), ("Prof Dr Li", ["li"]),
    ])
  func names(name: String, words: [String]) {
    #expect(PersonName(name).words == words.map { Substring($0) })
  }

  @Test("A shown text is short, on one line and without invisible characters")
  func shown() {
    #expect(ShownText.quoted("a\nb\u{202E}c") == "'a b c'")
    #expect(ShownText.quoted(String(repeating: "x", count: 100)).count == 62)
  }
}

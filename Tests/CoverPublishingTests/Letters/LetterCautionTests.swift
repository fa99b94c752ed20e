import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPublishing

@Suite("What to know of letters before they go out")
struct LetterCautionTests {
  private let sample = SampleLetters()

  private func cautions(
    fate: Int = 0, language: LanguageTag = .english, client: (inout Client) -> Void = { _ in },
    practice change: (inout Practice) -> Void = { _ in }
  ) -> [LetterCaution] {
    var practice = sample.situation.practice
    change(&practice)
    let facts = sample.facts(.first, fate: fate, change: client)
    let letter = LetterWriter(practice: practice, templates: .builtIn, language: language)
      .letter(facts, date: sample.times.day("2026-11-23"))
    return LetterCaution.of(facts, letter.values, practice: practice, isInOwnLanguage: letter.isInOwnLanguage)
  }

  @Test("is nothing where all is as it should be")
  func none() {
    #expect(cautions() == [])
    #expect(
      cautions {
        $0.contact = .letter
        $0.email = nil
      } == [])
    #expect(
      cautions {
        $0.contact = .phone
        $0.phone = "020 7946 0001"
        $0.email = nil
      } == [])
    #expect(cautions(language: .french) == [])
  }

  @Test("is that nobody was found for an appointment, that there is no way to reach the client, or not in their words")
  func each() {
    #expect(SampleLetters.fates[5].fate == .notHeld && cautions(fate: 5) == [.gap])
    #expect(cautions { $0.contact = .phone } == [.number])
    #expect(cautions { $0.email = nil } == [.address])
    #expect(cautions { $0.email = "a@b@c" } == [.address])
    #expect(cautions(practice: { $0.email = nil }) == [.sender])
    #expect(cautions(language: LanguageTag("cy")!) == [.language])
    #expect(cautions(language: .french, practice: { $0.urgentHelp = "Call 999." }) == [.urgentHelp])
    #expect(cautions(language: .americanEnglish, practice: { $0.urgentHelp = "Call 999." }) == [])
    #expect(
      cautions(language: .french, client: { $0.email = nil }, practice: { $0.urgentHelp = "Call 999." })
        == [.address, .urgentHelp])
  }

  private func practice() -> SamplePlan {
    var sample = SamplePlan(clients: false) { roster in
      roster.client("AB1", of: "ann") { $0.email = "nobody@client.example" }
      roster.client("CD2", of: "ann") {
        $0.contact = .phone
        $0.language = .french
      }
      roster.client("EF3", of: "ann") { $0.email = nil }
    }
    sample.covers["S1"] = nil
    return sample
  }

  @Test("stands in the summary, the weightiest first, once for all letters of a client")
  func summary() throws {
    let text = try practice().publication().summary.text
    #expect(
      text.contains(
        """
        Before you send them
          AB1: nobody has been found yet for an appointment; settle that first where you can
          CD2: clients.csv has no telephone number to call
          EF3: clients.csv has no email address: their letters are texts alone
          CD2: practice.yaml does not say in French where to turn when it cannot wait; add it to
          urgent-help as fr

        """), "\(text)")
    #expect(try !SamplePlan().publication().summary.text.contains("Before you send them"))
  }

  @Test("stands below the list of letters, and below a letter that is looked at")
  func book() throws {
    let sample = practice()
    let situation = sample.situation()
    let book = LetterBook(
      situation: situation, plan: sample.plan(situation), reading: Reading(), previous: nil, templates: [:])
    #expect(
      book.list.contains(
        "\nBEFORE YOU SEND THEM\n\n  AB1: nobody has been found yet for an appointment; settle that first where you can\n"
      ))
    let preview = book.only(ClientID("EF3"), .first).preview
    #expect(
      preview.hasSuffix("Before you send it: EF3: clients.csv has no email address: their letters are texts alone.\n"))
    #expect(book.json(withText: false).contains("\"cautions\": [\"no-number\", \"urgent-help\"]"))
  }
}

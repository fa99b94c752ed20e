import CoverDomain
import Testing

@testable import CoverIntake

@Suite("urgent-help of practice.yaml")
struct UrgentHelpTests {
  private func practice(_ help: String, language: String = "en") -> (practice: Practice?, problems: [String]) {
    let log = ProblemLog()
    let yaml = """
      practice: {name: P, timezone: Europe/London, language: \(language), urgent-help: \(help)}
      clinicians: [{id: ann, name: Ann}]
      """
    let letters = LetterKnowledge(languages: [.english, .french, .german]) { _, _ in [] }
    let file = PracticeFile(yaml, zones: ZoneFinder { _ in nil }, letters: letters, log: log)
    return (file?.practice, log.errors.map(\.description))
  }

  @Test("is one text")
  func one() {
    let (practice, problems) = practice("Call 999.")
    #expect(problems == [])
    #expect(practice?.urgentHelp == "Call 999." && practice?.urgentHelpByLanguage == [:])
  }

  @Test(
    "or one for each language; that of the practice's language is the practice's",
    arguments: [("en", "Call 999."), ("fr-CA", "Appelez le 999."), ("de", "Call 999.")])
  func several(language: String, help: String) {
    let (practice, problems) = practice("{en: Call 999., fr: Appelez le 999.}", language: language)
    #expect(problems == [])
    #expect(practice?.urgentHelp == help)
    #expect(practice?.urgentHelpByLanguage == [.english: "Call 999.", .french: "Appelez le 999."])
  }

  @Test(
    "is told where it is wrong, each text in its place",
    arguments: [
      ("{en: Call 999., ru: x}", "urgent-help' has a text for 'ru', in which no letters are written"),
      ("{en: }", "'urgent-help' in en is a text, but nothing stands here"),
      ("{}", "'urgent-help' is a text"), ("[Call 999.]", "'urgent-help' is a text"),
    ])
  func wrong(help: String, message: String) {
    let problems = practice(help).problems
    #expect(problems.count == 1)
    #expect(problems.first?.contains(message) ?? false, "\(problems)")
  }
}

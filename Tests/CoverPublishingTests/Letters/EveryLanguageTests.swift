import CivilTime
import CoverDomain
import Testing

@testable import CoverPublishing

/// What holds of every language in which letters are written.
@Suite("Letters in every language")
struct EveryLanguageTests {
  private static let languages = LetterLanguages.tags
  private let sample = SampleLetters()

  @Test(
    "say what a letter must and hold nothing that it must not, whatever becomes of the appointments",
    arguments: languages)
  func passLinter(tag: LanguageTag) {
    for kind in Notice.Kind.allCases {
      for clinician in [SampleLetters.amara, SampleLetters.ben, SampleLetters.dana] {
        for (index, fate) in SampleLetters.fates.enumerated() {
          for count in [1, 2, 5] where !fate.name.hasPrefix("offered") || count == 1 {
            let facts = sample.facts(kind, of: clinician, fate: index, count: count, contacts: 1 + index % 2)
            let draft = sample.draft(facts, language: tag)
            let breaches = sample.linter.breaches(of: draft)
            #expect(breaches == [], "\(tag) \(kind) \(fate.name) \(count)\n\(draft.text)")
          }
        }
      }
    }
  }

  @Test(
    "go by mail, by post and by telephone, whatever the language of the practice", arguments: languages,
    [Client.ContactWay.letter, .phone])
  func ways(tag: LanguageTag, way: Client.ContactWay) throws {
    func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    for office in Self.languages {
      let draft = sample.draft(
        sample.facts(.first) {
          $0.contact = way
          $0.phone = "020 7946 0001"
        }, language: tag, office: office)
      #expect(sample.linter.breaches(of: draft) == [], "\(draft.text)")
      #expect(draft.text.contains("020 7946 0001") == (way == .phone))
      let guide = try #require(LetterLanguages.language(office)).callGuide.joined(separator: " ")
      #expect(flat(draft.text).contains(flat(guide)) == (way == .phone))
    }
  }

  @Test("are refused with any word that no letter may hold", arguments: languages)
  func forbiddenWords(tag: LanguageTag) throws {
    let language = try #require(LetterLanguages.language(tag))
    let good = sample.draft(sample.facts(.first), language: tag)
    for (rule, words) in language.forbidden {
      #expect([.diagnosis, .nature, .risk, .payer, .reason].contains(rule))
      for word in words {
        var bad = good
        bad.text += "\n\(word)\n"
        #expect(sample.linter.breaches(of: bad).contains(rule), "\(tag) \(rule): \(word)")
      }
    }
    let rules = Set(language.forbidden.map(\.0))
    #expect(rules == [.diagnosis, .nature, .risk, .payer, .reason])
    for (rule, words) in language.forbidden { #expect(words.count >= 8, "\(tag) \(rule)") }
  }

  @Test("have templates without a problem, with every mandatory name", arguments: languages)
  func templates(tag: LanguageTag) throws {
    let language = try #require(LetterLanguages.language(tag))
    for kind in Notice.Kind.allCases {
      let text = language.template(kind)
      #expect(TemplateCheck(text, file: "x", kind: kind).problems.map(\.description) == [], "\(tag) \(kind)")
      #expect(BuiltInLetter(kind, language: language) != nil)
    }
  }

  @Test("are the same by our template and by a copy of it in templates/", arguments: languages)
  func copies(tag: LanguageTag) throws {
    let language = try #require(LetterLanguages.language(tag))
    for kind in Notice.Kind.allCases {
      let own = LetterTemplates(["\(kind.rawValue).\(tag.conventional).mustache": language.template(kind)])
      #expect(own.problems(in: sample.situation, reading: Reading()) == [])
      let facts = sample.facts(kind, count: 2)
      #expect(
        sample.draft(facts, language: tag, templates: own).text == sample.draft(facts, language: tag).text)
    }
  }

  @Test("have no sentence broken by an empty value, no doubled space, no tag left over", arguments: languages)
  func tidy(tag: LanguageTag) {
    for kind in Notice.Kind.allCases {
      for count in 0...3 where count > 0 || kind == .back {
        let text = sample.draft(sample.facts(kind, count: count), language: tag).body
        for line in text.split(separator: "\n") {
          #expect(!line.drop(while: { $0 == " " }).contains("  "), "\(line)")
          #expect(!line.contains("{{") && !line.contains("()") && !line.hasSuffix(" "), "\(line)")
        }
        #expect(!text.contains("\n\n\n") && text.hasSuffix("\n"))
      }
    }
  }

  @Test("greet a client whose name is not known", arguments: languages)
  func nameless(tag: LanguageTag) {
    let text = sample.text(.first, language: tag) { $0.name = "" }
    #expect(!text.hasPrefix("\n") && !text.prefix(20).contains(" ,"))
  }

  @Test("name the practice and nothing else in the subject", arguments: languages)
  func subject(tag: LanguageTag) throws {
    let language = try #require(LetterLanguages.language(tag))
    let subject = language.subject("PRACTICE")
    #expect(subject.contains("PRACTICE") && !subject.contains(where: \.isNumber))
    #expect(sample.draft(sample.facts(.change), language: tag).subject == language.subject("Harbour Street Practice"))
  }
}

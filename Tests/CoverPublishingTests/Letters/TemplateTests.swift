import CoverDomain
import Foundation
import Testing

@testable import CoverPublishing

@Suite("Templates of the practice's own")
struct TemplateTests {
  private let sample = SampleLetters()

  /// A whole letter of few words.
  private static let whole = """
    {{salutation}} {{clinician}} will be away {{away}}.
    {{#appointments}}{{#times}}{{time}}
    {{/times}}{{outcome}}
    {{/appointments}}
    {{choice}} {{answer}} {{contact}} {{urgent-help}}
    """

  private func problems(_ text: String, _ file: String = "templates/first.en.mustache") -> [String] {
    LetterTemplates.problems(file: file, text: text).map(\.description)
  }

  @Test("a letter may be written in the practice's own words")
  func own() {
    #expect(problems(Self.whole) == [])
    let own = LetterTemplates([
      "first.en.mustache": "We hope you are well!\r\n\r\n\r\n" + Self.whole, "notes.txt": "{{",
    ])
    let draft = sample.draft(sample.facts(.first, count: 2), templates: own)
    #expect(sample.linter.breaches(of: draft) == [])
    #expect(draft.text.hasPrefix("We hope you are well!\n\nDear Zora Quill, Dr Amara Osei will be away from"))
    #expect(sample.draft(sample.facts(.reminder), templates: own).text.hasPrefix("Dear Zora Quill,\n"))
  }

  @Test(
    "what is wrong is told with its line and column, and the way out",
    arguments: [
      ("a\n {{clincian}}", "2:2: unknown name 'clincian': did you mean 'clinician'?"),
      ("{{}}", "1:1: a tag without a name"), ("é{{x", "1:2: this tag is not closed on its line"),
      ("{{x\n}}", "1:1: this tag is not closed on its line"),
      ("{{#one}}", "1:1: the section 'one' is not closed"),
      ("{{/one}}", "1:1: 'one' is closed and was never opened"),
      ("{{#one}}\n{{#several}}{{/one}}", "2:13: 'one' is closed where 'several' is open, since line 2"),
      ("{{appointments}}", "1:1: 'appointments' is no text: it opens a section"),
      ("{{one}}", "1:1: 'one' is no text: it opens a section"),
      ("{{time}}", "1:1: 'time' stands outside the list 'times'"),
      ("{{#appointments}}{{time}}{{/appointments}}", "1:18: 'time' stands outside the list 'times'"),
      (
        "{{#appointments}}{{#appointments}}{{/appointments}}{{/appointments}}",
        "1:18: the list 'appointments' stands inside"
      ),
      ("{{back}}", "1:1: 'back' means nothing in a letter of the kind first"),
      ("{{> footer}}", "1:1: the tag {{>…}} has no meaning here: a template stands alone"),
      ("{{=<% %>=}}", "1:1: the tag {{=…}} has no meaning here: the delimiters are always"),
      ("{{% CONTENT_TYPE:HTML}}", "1:1: the tag {{%…}} has no meaning here: there are no settings"),
      ("{{$block}}{{/block}}", "1:1: the tag {{$…}} has no meaning here"),
      ("{{uppercased(client)}}", "1:1: unknown name 'uppercased(client)'"),
      ("{{client.name}}", "1:1: unknown name 'client.name'"),
    ])
  func places(text: String, problem: String) {
    let found = problems(text)
    #expect(found.first?.hasPrefix("templates/first.en.mustache:" + problem) ?? false, "\(found)")
    #expect(found.allSatisfy { $0.contains("\nhint: ") })
  }

  @Test("all problems are told at once")
  func all() { #expect(problems("{{x}}\n{{y}}\n{{#one}}").count == 3) }

  @Test(
    "what a letter has to say, its template has to say",
    arguments: ["clinician", "away", "choice", "answer", "contact", "urgent-help", "outcome", "time"])
  func mandatory(name: String) {
    let text = Self.whole.replacing("{{\(name)}}", with: "")
    #expect(problems(text).count == 1)
    #expect(
      problems(text).first?.hasPrefix("templates/first.en.mustache: the letter never says {{\(name)}}: ") ?? false)
    // To ask whether there is something is not to say it, and a comment says nothing.
    #expect(problems(text + "{{! {{\(name) }}").count == 1)
    if TemplateName(rawValue: name)?.form == .value, TemplateName(rawValue: name)?.list == nil {
      #expect(problems(text + "{{#\(name)}}x{{/\(name)}}").count == 1)
    }
  }

  @Test("a part that is said under a condition alone is missed in the letter that it makes")
  func conditional() {
    let text = Self.whole.replacing("{{choice}}", with: "{{#several}}{{choice}}{{/several}}")
    #expect(problems(text) == [])
    let own = LetterTemplates(["first.en.mustache": text])
    #expect(sample.linter.breaches(of: sample.draft(sample.facts(.first), templates: own)) == [.choice])
    #expect(sample.linter.breaches(of: sample.draft(sample.facts(.first, count: 2), templates: own)) == [])
  }

  @Test("comments, triple braces and white space in tags are Mustache, too")
  func syntax() {
    let text = Self.whole.replacing("{{choice}}", with: "{{! over\ntwo lines }}{{{ choice }}}{{& practice}}")
    #expect(problems(text) == [])
    let draft = sample.draft(sample.facts(.first), templates: LetterTemplates(["first.en.mustache": text]))
    #expect(draft.body.contains("just have someone to turn to if something urgent comes up.Harbour Street Practice"))
  }

  @Test("values are text, whatever they hold: they make no tag, no markup, no line")
  func values() {
    let own = LetterTemplates(["first.en.mustache": Self.whole])
    let facts = sample.facts(.first) { $0.name = "{{practice}} <b>&\n\n{{#one}}x" }
    let text = sample.draft(facts, templates: own).text
    #expect(text.hasPrefix("Dear {{practice}} <b>& {{#one}}x, "))
  }

  @Test(
    "the name of a file says the kind and the language",
    arguments: [
      ("frist.en.mustache", "'frist' is no kind of letter: did you mean 'first'?"),
      ("first.cy.mustache", "no letters are written in 'cy'"),
      ("first.mustache", "the name of a template is KIND.LANGUAGE.mustache"),
      ("first.en.gb.mustache", "the name of a template is KIND.LANGUAGE.mustache"),
      ("first.e n.mustache", "no letters are written in 'e n'"),
    ])
  func names(name: String, problem: String) {
    #expect(problems(Self.whole, "templates/\(name)").first?.hasPrefix("templates/\(name): \(problem)") ?? false)
  }

  @Test("the template for a region serves that region alone, and the one for the language the others")
  func regions() throws {
    let own = LetterTemplates([
      "first.en.mustache": "General. " + Self.whole, "first.en-GB.mustache": "British. " + Self.whole,
    ])
    func start(_ language: String) throws -> Substring {
      sample.draft(
        sample.facts(.first), language: try #require(LanguageTag(language)), templates: own
      ).text.prefix { $0 != " " }
    }
    for (language, word) in [("en-GB", "British."), ("en-IE", "General."), ("en-US", "General.")] {
      let found = try start(language)
      #expect(found == word)
    }
  }

  @Test(
    "a word that no letter may hold is told with its place",
    arguments: [
      ("Your\nnext  session ", NoticeRule.nature, 2, 7, "session"),
      ("She is on annual\nleave.", .reason, 1, 11, "annual leave"),
      ("{{client}} Zora Quill", .otherClient, 1, 12, nil), ("a\u{202E}b", .controls, 1, 2, nil),
    ] as [(String, NoticeRule, Int, Int, String?)])
  func words(text: String, rule: NoticeRule, line: Int, column: Int, phrase: String?) throws {
    let own = LetterTemplates(["first.en.mustache": text + "\n" + Self.whole])
    let problem = try #require(own.problems(in: sample.situation, reading: Reading()).first)
    #expect(problem.line == line && problem.column == column)
    #expect(problem.message == rule.fault + (phrase.map { ": \"\($0)\"" } ?? ""))
    #expect(!problem.description.contains("Quill"))
  }

  @Test("the practice's own name may stand in it, whatever it is")
  func ownName() {
    let full = SamplePlan().situation()
    var practice = full.practice
    practice.name = "The Therapy Rooms"
    let situation = Situation(
      practice: practice, clients: Array(full.clients.values), diaries: full.diaries, window: full.window, now: full.now
    )
    let own = LetterTemplates(["first.en.mustache": Self.whole + "\nThe Therapy Rooms"])
    #expect(own.problems(in: situation, reading: Reading()) == [])
    #expect(own.problems(in: full, reading: Reading()).count == 1)
  }

  @Test("the page of the names has each with its meaning, as the program knows them")
  func documentation() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("documentation/letters.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let start = try #require(text.firstRange(of: "<!-- names -->\n")?.upperBound)
    let end = try #require(text.firstRange(of: "<!-- end of names -->")?.lowerBound)
    #expect(text[start..<end] == TemplateName.table, "documentation/letters.md should hold:\n\(TemplateName.table)")
  }

  @Test("nothing that a template holds takes long, or goes deep")
  func hostile() {
    let deep = String(repeating: "{{#one}}", count: 8_000)
    #expect(problems(deep).contains { $0.contains("more than 16 sections inside one another") })
    let nested = String(repeating: "{{#one}}", count: 8_000) + String(repeating: "{{/one}}", count: 8_000)
    #expect(problems(nested).count == 1)
    #expect(problems(String(repeating: "{{", count: 30_000)).count == 1)
    #expect(problems(String(repeating: "{{/one}}", count: 8_000)).count == 100)
    #expect(problems(String(repeating: "{", count: 60_000)).count == 1)
  }
}

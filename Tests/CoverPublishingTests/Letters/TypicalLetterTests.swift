import CivilTime
import CoverDomain
import Foundation
import Testing

@testable import CoverPublishing

@Suite("Typical letters in every language")
struct TypicalLetterTests {
  private let samples = TypicalLetters()

  @Test(
    "say what they must and hold nothing that they must not, whatever becomes of how many appointments",
    arguments: LetterLanguages.all.map(\.tag), Notice.Kind.allCases)
  func complete(language: LanguageTag, kind: Notice.Kind) {
    for fate in TypicalLetters.fates {
      for count in 1...3 {
        for asksConsent in [false, true] {
          let facts = samples.facts(kind, in: language, fate, count: count, asksConsent: asksConsent)
          let checked = samples.letter(facts)
          #expect(checked.breaches == [], "\(fate) \(count)")
          #expect(checked.letter.values.language.tag == language)
          let faults = Typography(checked.letter.values.language).faults(in: checked.letter.body)
          #expect(faults == [], "\(fate) \(count): \(checked.letter.body)")
        }
      }
    }
  }

  @Test("may have nothing to say of appointments when somebody is back", arguments: LetterLanguages.all.map(\.tag))
  func withoutAppointments(language: LanguageTag) {
    let checked = samples.letter(samples.facts(.back, in: language, appointments: [], contacts: 1))
    #expect(checked.breaches == [])
    let headings = [
      "Your next appointment", "Votre prochain rendez-vous", "Ihr nächster Termin", "Su próxima cita",
      "Następna wizyta", "موعدكم القادم",
    ]
    let one = samples.letter(samples.typical(.back, in: language)).letter.body.split(separator: "\n")
    let none = checked.letter.body.split(separator: "\n")
    #expect(one.count { headings.contains(String($0)) } == 1)
    #expect(none.count { headings.contains(String($0)) } == 0)
  }

  @Test("name the client, and every colleague who is to see them", arguments: LetterLanguages.all.map(\.tag))
  func names(language: LanguageTag) {
    let text = samples.letter(samples.typical(.first, in: language)).letter.body
    for name in ["Zora Quill", "Ann Ash", "Ben Birch", "Cat Cedar", "Sample Practice", "office@practice.example"] {
      #expect(text.contains(name), "\(name)")
    }
  }

  @Test("tell who telephones to say nothing to anybody else", arguments: LetterLanguages.all)
  func callGuide(language: any LetterLanguage) {
    #expect(language.callGuide.count == 2)
    for paragraph in language.callGuide { #expect(paragraph.count > 80 && paragraph.count < 400) }
  }

  @Test(
    "say where to turn in the practice's words, and where those are in another language, in ours before a quotation",
    arguments: [
      (LanguageTag.english, "Call 999."), (.americanEnglish, "Call 999."), (.french, "Appelez le 999."),
      (.polish, "\(Polish().urgentHelp) Nasz gabinet dodaje: „Call 999.”"),
    ])
  func urgentHelp(language: LanguageTag, help: String) {
    let samples = TypicalLetters {
      $0.urgentHelp = "Call 999."
      $0.urgentHelpByLanguage = [.english: "Call 999.", .french: "Appelez le 999."]
    }
    let checked = samples.letter(samples.typical(.first, in: language))
    #expect(checked.breaches == [])
    #expect(checked.letter.values.urgentHelp == help)
  }

  @Test("have the one text of a practice as it is in the practice's language alone")
  func oneUrgentHelp() {
    let samples = TypicalLetters {
      $0.urgentHelp = "Wählen Sie 112."
      $0.language = .german
    }
    func help(_ language: LanguageTag) -> String {
      samples.letter(samples.typical(.first, in: language)).letter.values.urgentHelp
    }
    #expect(help(.german) == "Wählen Sie 112.")
    #expect(help(.english) == "\(English(customs: .british).urgentHelp) Our practice adds: “Wählen Sie 112.”")
    for language in LetterLanguages.all {
      let checked = samples.letter(samples.typical(.first, in: language.tag))
      #expect(checked.breaches == [])
      #expect(checked.letter.values.quotesUrgentHelp == (language.tag != .german))
    }
    #expect(help(.spanish) == "\(Spanish().urgentHelp) Nuestra consulta añade: «Wählen Sie 112.»")
    #expect(help(.arabic) == "\(Arabic().urgentHelp) ويضيف مركزنا: «\u{2068}Wählen Sie 112.\u{2069}»")
  }

  @Test("are read as they were proof-read", arguments: LetterLanguages.all.map(\.tag), Notice.Kind.allCases)
  func fixture(language: LanguageTag, kind: Notice.Kind) throws {
    let checked = samples.letter(samples.typical(kind, in: language))
    #expect(checked.breaches == [])
    let file = Self.root.appendingPathComponent("fixtures/letters/\(language)-\(kind.rawValue).txt")
    if ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil {
      try Data(checked.letter.text.utf8).write(to: file)
    }
    #expect(checked.letter.text == (try String(contentsOf: file, encoding: .utf8)))
  }

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

/// The marks that a language sets, and where.
private struct Typography {
  let language: any LetterLanguage

  init(_ language: any LetterLanguage) { self.language = language }

  func faults(in text: String) -> [String] {
    var faults: [String] = []
    for wrong in ["{{", "}}", "  .", " .", " ,", "..", ",,", ",.", "\t"] where text.contains(wrong) {
      faults.append("holds '\(wrong)'")
    }
    for line in text.split(separator: "\n") {
      let inner = line.drop { $0 == " " }
      if inner.contains("  ") { faults.append("two spaces: \(line)") }
      if language.tag == .french { faults += french(inner) }
      if language.isRightToLeft { faults += rightToLeft(inner) }
    }
    if !language.isRightToLeft, text.unicodeScalars.contains(where: { (0x2066...0x2069).contains($0.value) }) {
      faults.append("isolates")
    }
    return faults
  }

  private func french(_ line: Substring) -> [String] {
    var faults: [String] = line.contains("'") ? ["a straight apostrophe: \(line)"] : []
    var before: Character = "\u{A0}"
    for (index, character) in line.enumerated() {
      if ":;!?".contains(character), before != "\u{A0}", index > 0 { faults.append("no space before a mark: \(line)") }
      before = character
    }
    return faults
  }

  /// A line is shown from the right by any program where the first letter outside isolates runs that way: Unicode's
  /// bidirectional algorithm, rules P2 and P3.
  private func rightToLeft(_ line: Substring) -> [String] {
    var faults: [String] = []
    var depth = 0
    var first: Unicode.Scalar?
    for scalar in line.unicodeScalars {
      switch scalar.value {
      case 0x2068: depth += 1
      case 0x2069: depth -= 1
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066, 0x2067: faults.append("another control: \(line)")
      default:
        if depth == 0, scalar.properties.isAlphabetic {
          if first == nil { first = scalar }
          if scalar.value < 0x0600 { faults.append("a Latin letter outside isolates: \(line)") }
        }
      }
      if depth < 0 || depth > 1 { faults.append("isolates do not pair: \(line)") }
    }
    if depth != 0 { faults.append("an isolate is not closed: \(line)") }
    if first == nil { faults.append("no letter to begin with: \(line)") }
    for mark in [",", ";", "?"] where line.contains(mark) { faults.append("a Latin mark '\(mark)': \(line)") }
    return faults
  }
}

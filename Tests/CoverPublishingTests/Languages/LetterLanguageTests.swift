import CivilTime
import CoverDomain
import Foundation
import Testing

@testable import CoverPublishing

@Suite("Letters in every language")
struct LetterLanguageTests {
  private let samples = SampleLetters()

  @Test(
    "say what they must and hold nothing that they must not, whatever becomes of how many appointments",
    arguments: LetterLanguages.all.map(\.tag), Notice.Kind.allCases)
  func complete(language: LanguageTag, kind: Notice.Kind) {
    for fate in SampleLetters.fates {
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
    let frames = ["Your appointment", "Votre rendez-vous", "Ihr Termin", "Su cita", "Wizyta", "موعدكم\n"]
    for frame in frames { #expect(!checked.letter.body.contains(frame)) }
  }

  @Test("greet a client whose name is not known", arguments: LetterLanguages.all.map(\.tag))
  func withoutName(language: LanguageTag) {
    var facts = samples.typical(.first, in: language)
    var client = Client(id: ClientID("AB1"), name: "")
    client.language = language
    facts = NoticeFacts(
      client: client, kind: facts.kind, clinician: facts.clinician, away: facts.away, back: nil,
      appointments: facts.appointments, contacts: facts.contacts)
    let checked = samples.letter(facts)
    #expect(checked.breaches == [])
    #expect(checked.letter.body.hasPrefix(checked.letter.values.language.salutation(nil) + "\n"))
  }

  @Test("name the client, and every colleague who is to see them", arguments: LetterLanguages.all.map(\.tag))
  func names(language: LanguageTag) {
    let text = samples.letter(samples.typical(.first, in: language)).letter.body
    for name in ["Zora Quill", "Ann Ash", "Ben Birch", "Cat Cedar", "Sample Practice", "office@practice.example"] {
      #expect(text.contains(name), "\(name)")
    }
  }

  @Test("have a subject that names nothing but the practice", arguments: LetterLanguages.all)
  func subject(language: any LetterLanguage) {
    let subject = language.subject("Sample Practice")
    #expect(subject.contains("Sample Practice"))
    let digits = subject.filter(\.isNumber)
    #expect(digits.isEmpty)
  }

  @Test("tell who telephones to say nothing to anybody else", arguments: LetterLanguages.all)
  func callGuide(language: any LetterLanguage) {
    #expect(language.callGuide.count == 2)
    for paragraph in language.callGuide { #expect(paragraph.count > 80 && paragraph.count < 400) }
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

import CoverDomain
import Testing

@testable import CoverPublishing

@Suite("Letters are read at about twelve years of age")
struct ReadabilityTests {
  private static let samples = TypicalLetters()

  private func reading(_ kind: Notice.Kind, _ language: LanguageTag) -> Readability {
    Readability(Self.samples.letter(Self.samples.typical(kind, in: language)).letter)
  }

  /// Of languages with long words more of them are long: their children read them as well.
  @Test(
    "sentences are short, and long words few",
    arguments: [(LanguageTag.french, 38.0), (.german, 40), (.spanish, 38), (.polish, 42), (.arabic, 35)])
  func lix(language: LanguageTag, most: Double) {
    for kind in Notice.Kind.allCases {
      let reading = reading(kind, language)
      #expect(reading.lix <= most, "\(kind)")
      #expect(reading.wordsInSentence <= 12, "\(kind)")
    }
  }

  @Test("in French, by Kandel and Moles", arguments: Notice.Kind.allCases)
  func french(kind: Notice.Kind) { #expect(reading(kind, .french).kandelMoles >= 70) }

  @Test("in German, by the first Wiener Sachtextformel", arguments: Notice.Kind.allCases)
  func german(kind: Notice.Kind) { #expect(reading(kind, .german).wienerSachtext <= 7) }

  @Test("in Spanish, by Szigriszt Pazos", arguments: Notice.Kind.allCases)
  func spanish(kind: Notice.Kind) { #expect(reading(kind, .spanish).szigrisztPazos >= 65) }

  @Test("in Polish, by FOG-PL", arguments: Notice.Kind.allCases)
  func polish(kind: Notice.Kind) { #expect(reading(kind, .polish).fogPL <= 7) }

  @Test(
    "syllables are counted as they are heard",
    arguments: [
      ("rendezvous", 3, LanguageTag.french), ("heure", 1, .french), ("libre", 1, .french), ("voulez", 2, .french),
      ("journée", 2, .french), ("personnes", 2, .french), ("cita", 2, .spanish), ("tiene", 2, .spanish),
      ("día", 2, .spanish), ("leer", 2, .spanish), ("cuidado", 3, .spanish), ("ciudad", 2, .spanish),
      ("propozycja", 4, .polish), ("nie", 1, .polish), ("wiadomość", 3, .polish), ("zieleń", 2, .polish),
      ("Nachricht", 2, .german), ("heißt", 1, .german), ("Angebot", 3, .german),
    ])
  func syllables(word: String, count: Int, language: LanguageTag) {
    #expect(Syllables.count(in: word.lowercased(), language) == count)
  }

  @Test("a hard text is found hard")
  func hard() {
    var letter = Self.samples.letter(Self.samples.typical(.reminder, in: .german)).letter
    letter.body =
      "Aufgrund unvorhergesehener organisatorischer Veränderungen können vereinbarte Konsultationstermine"
      + " möglicherweise ausschließlich eingeschränkt wahrgenommen werden.\n"
    #expect(Readability(letter).wienerSachtext > 12)
    #expect(Readability(letter).lix > 60)
  }
}

import CoverDomain
import Testing

@testable import CoverPublishing

@Suite("Words that no letter may hold, in every language")
struct ForbiddenWordTests {
  private static let all: [LanguageTag: WordPatterns] = Dictionary(
    uniqueKeysWithValues: LetterLanguages.all.map { ($0.tag, WordPatterns($0.forbidden)) })

  private func broken(_ text: String, _ language: LanguageTag) -> Set<NoticeRule> {
    Self.all[language]?.found(in: PhraseSet.words(text)) ?? []
  }

  @Test(
    "are found in every form",
    arguments: [
      (LanguageTag.french, NoticeRule.diagnosis, "votre dépression"), (.french, .diagnosis, "l’anxiété"),
      (.french, .diagnosis, "l'agoraphobie"), (.french, .nature, "la psychothérapie"),
      (.french, .nature, "deux séances"),
      (.french, .nature, "nos patientes"), (.french, .risk, "à risque"), (.french, .payer, "votre mutuelle"),
      (.french, .payer, "la Sécurité sociale"), (.french, .reason, "en congé"), (.french, .reason, "est malade"),
      (.french, .reason, "son congé parental"), (.french, .reason, "en vacances"),
      (.german, .diagnosis, "Ihre Angststörungen"), (.german, .diagnosis, "Depressionen"),
      (.german, .diagnosis, "Höhenphobie"), (.german, .nature, "Verhaltenstherapie"),
      (.german, .nature, "Ihrer Gruppensitzung"), (.german, .nature, "die Behandlung"), (.german, .nature, "psychisch"),
      (.german, .risk, "ein Risiko"), (.german, .risk, "selbstgefährdend"), (.german, .payer, "Krankenkasse"),
      (.german, .payer, "Ihre Versicherung"), (.german, .reason, "im Sommerurlaub"), (.german, .reason, "erkrankt"),
      (.german, .reason, "Schwangerschaft"), (.german, .reason, "in Elternzeit"), (.german, .reason, "Osterferien"),
      (.spanish, .diagnosis, "su ansiedad"), (.spanish, .diagnosis, "un trastorno"),
      (.spanish, .diagnosis, "claustrofobia"),
      (.spanish, .nature, "la psicoterapia"), (.spanish, .nature, "su sesión"), (.spanish, .nature, "tratamientos"),
      (.spanish, .risk, "riesgos"), (.spanish, .payer, "su aseguradora"), (.spanish, .payer, "el seguro médico"),
      (.spanish, .reason, "de vacaciones"), (.spanish, .reason, "está enferma"), (.spanish, .reason, "de baja"),
      (.spanish, .reason, "embarazada"), (.polish, .diagnosis, "z depresją"), (.polish, .diagnosis, "lęku"),
      (.polish, .diagnosis, "agorafobii"), (.polish, .nature, "psychoterapii"), (.polish, .nature, "na terapię"),
      (.polish, .nature, "sesję"), (.polish, .nature, "pacjentom"), (.polish, .risk, "ryzyka"),
      (.polish, .payer, "ubezpieczenia"), (.polish, .reason, "na urlopie"), (.polish, .reason, "choruje"),
      (.polish, .reason, "jest chora"), (.polish, .reason, "na zwolnieniu"), (.polish, .reason, "w ciąży"),
      (.arabic, .diagnosis, "الاكتئاب"), (.arabic, .diagnosis, "بالقلق"), (.arabic, .diagnosis, "إدمان"),
      (.arabic, .nature, "جلستكم"), (.arabic, .nature, "وعلاجًا"), (.arabic, .nature, "المعالجة"),
      (.arabic, .nature, "النفسيّة"), (.arabic, .risk, "المخاطر"), (.arabic, .payer, "شركة التأمين"),
      (.arabic, .reason, "في إجازة"), (.arabic, .reason, "بإجازتها"), (.arabic, .reason, "في المستشفى"),
      (.arabic, .reason, "حاملٌ"), (.arabic, .reason, "الأمومة"), (.arabic, .reason, "عـطـلـة"),
      (.english, .reason, "on annual leave"), (.english, .nature, "Therapist"),
      (.americanEnglish, .payer, "your insurer"),
    ])
  func found(language: LanguageTag, rule: NoticeRule, words: String) {
    #expect(broken(words, language).contains(rule))
  }

  @Test(
    "are not seen in plain words",
    arguments: [
      (
        LanguageTag.french,
        "Merci de votre patience. Prenez soin de vous, et dites-nous si vous avez besoin de quelque chose."
      ),
      (
        .german,
        "Wer sucht, der findet: zwanglos, zu Besuch, ein Besitz, ohne Sorge. Wir sind für Sie da und freuen uns auf Sie."
      ),
      (.spanish, "¿Está seguro? Gracias por su paciencia. La planta baja, con su permiso, un momento de paz."),
      (.polish, "Lekki chór śpiewał, lecz lekarz był w domu. Chorzów, wesoły dzień, zdrowych i wesołych świąt."),
      (.arabic, "لا تقلقوا، الورود في أذهاننا، وكل خطوة لازمة. نحن معكم، أعزاءنا، بطريقة حسنة."),
    ])
  func plain(language: LanguageTag, text: String) { #expect(broken(text, language) == []) }

  @Test("each language knows words for every rule")
  func everyRule() {
    for language in LetterLanguages.all {
      for rule in [NoticeRule.diagnosis, .nature, .risk, .payer, .reason] {
        let words = language.forbidden.filter { $0.0 == rule }.flatMap(\.1)
        #expect(words.count >= 4, "\(language.name) \(rule)")
        #expect(words.allSatisfy { $0 == $0.lowercased() && $0.filter { $0 != "*" }.count >= 2 })
        #expect(words.allSatisfy { !$0.contains("*") || $0.filter { $0 != "*" }.count >= 3 })
        #expect(Set(words).count == words.count, "\(language.name) \(rule)")
      }
    }
  }

  @Test(
    "a pattern is a word, its beginning, its end, or a part of it",
    arguments: [
      ("bark", "bark", true), ("bark", "barks", false), ("bark*", "barks", true), ("bark*", "embark", false),
      ("*bark", "embark", true), ("*bark", "barks", false), ("*bark*", "embarks", true), ("*bark*", "bar k", false),
      ("bark mill", "the bark mill", true), ("bark mill", "bark", false),
    ])
  func patterns(pattern: String, text: String, isFound: Bool) {
    let patterns = WordPatterns([(.nature, [pattern])])
    #expect(patterns.found(in: PhraseSet.words(text)) == (isFound ? [.nature] : []))
  }

  @Test("nothing is found across a phrase that is allowed")
  func allowed() {
    let patterns = WordPatterns([(.nature, ["*bark*", "two words"])])
    #expect(patterns.found(in: [nil, "two", nil, "words"]) == [])
  }
}

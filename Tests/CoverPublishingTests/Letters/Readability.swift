import CoverDomain

@testable import CoverPublishing

/// How hard a text is to read, by counts of its sentences, words and syllables.
///
/// A sentence ends with a full stop, a colon, a question or exclamation mark, or with its line. Times and headings are
/// left out: they are looked at, not read. Numbers and addresses are no words; a name is a word of two syllables.
struct Readability {
  let sentences: Int
  let words: [String]
  private let language: any LetterLanguage

  init(_ letter: NoticeLinter.Draft) {
    let values = letter.values
    language = values.language
    let times = Set(values.groups.flatMap(\.times))
    let names = (values.people + [values.practice, values.client].compactMap(\.self))
      .map(WritingDirection.withoutIsolates).filter { !$0.isEmpty }
    var sentences = 0
    var words: [String] = []
    for line in letter.body.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      guard let last = line.last, !times.contains(String(line)), ".:?!,;،؛؟".contains(last) else { continue }
      var text = WritingDirection.withoutIsolates(String(line))
      for name in names { text = text.replacing(name, with: "Anna") }
      for sentence in text.split(whereSeparator: { ".:?!؟".contains($0) }) {
        let found = sentence.split(whereSeparator: \.isWhitespace).compactMap(Self.word)
        guard !found.isEmpty else { continue }
        sentences += 1
        words += found
      }
    }
    self.sentences = sentences
    self.words = words
  }

  /// The letters of a word, without marks at its ends; nil for numbers and addresses.
  private static func word(_ text: Substring) -> String? {
    guard !text.contains(where: \.isNumber), !text.contains("@") else { return nil }
    let letters = String(text.lowercased().filter { $0.isLetter })
    return letters.isEmpty ? nil : letters
  }

  private var count: Double { Double(max(1, words.count)) }
  var wordsInSentence: Double { count / Double(max(1, sentences)) }
  private var syllables: Int { words.reduce(0) { $0 + Syllables.count(in: $1, language.tag) } }

  /// Of the words, those for which that holds; 0...1.
  private func share(_ condition: (String) -> Bool) -> Double { Double(words.count { condition($0) }) / count }

  /// C. H. Björnsson, Läsbarhet (1968), for any language: words in a sentence, and words of more than six letters in a
  /// hundred. Children's books lie below 30, easy fiction below 40, newspapers from 40 to 50.
  var lix: Double { wordsInSentence + 100 * share { $0.count > 6 } }

  /// L. Kandel and A. Moles, Application de l'indice de Flesch à la langue française (1958). From 70 to 80 is fairly
  /// easy on Flesch's scale: the seventh year of school, at the age of twelve to thirteen.
  var kandelMoles: Double { 207 - 1.015 * wordsInSentence - 73.6 * Double(syllables) / count }

  /// R. Bamberger and E. Vanecek, Lesen – Verstehen – Lernen – Schreiben (1984), first Wiener Sachtextformel: the year
  /// of school for which a text is fit. At twelve children are in the sixth or seventh.
  var wienerSachtext: Double {
    0.1935 * 100 * share { Syllables.count(in: $0, language.tag) >= 3 } + 0.1672 * wordsInSentence
      + 0.1297 * 100 * share { $0.count > 6 } - 0.0327 * 100 * share { Syllables.count(in: $0, language.tag) == 1 }
      - 0.875
  }

  /// F. Szigriszt Pazos, Sistemas predictivos de legilibilidad del mensaje escrito (1993), with the bands of INFLESZ
  /// (Barrio-Cantalejo and others, 2008): from 65 on fairly easy, what primary schools end with, at twelve.
  var szigrisztPazos: Double { 206.835 - 62.3 * Double(syllables) / count - wordsInSentence }

  /// R. Gunning's fog index as it is used for Polish, where long words are those of four syllables or more: years of
  /// school needed. At twelve children are in the sixth.
  var fogPL: Double { 0.4 * (wordsInSentence + 100 * share { Syllables.count(in: $0, language.tag) >= 4 }) }
}

/// Syllables as they are heard, near enough for a formula.
enum Syllables {
  static func count(in word: String, _ language: LanguageTag) -> Int {
    switch language {
    case .french: french(word)
    case .spanish: spanish(word)
    case .polish: polish(word)
    default: groups(word, "aeiouyäöü")
    }
  }

  /// Vowels that stand together count as one.
  private static func groups(_ word: String, _ vowels: String) -> Int {
    var count = 0
    var wasVowel = false
    for letter in word {
      let isVowel = vowels.contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    return max(1, count)
  }

  /// A last e is silent, with or without an s; -ent is taken for a syllable, as it is in most words but verbs.
  private static func french(_ word: String) -> Int {
    let count = groups(word, "aàâeéèêëiîïoôuùûüyœ")
    let stem = word.hasSuffix("es") ? word.dropLast() : word[...]
    let beforeLast = stem.dropLast().last.map { "aàâeéèêëiîïoôuùûüyœ".contains($0) } ?? true
    return stem.hasSuffix("e") && !beforeLast ? max(1, count - 1) : count
  }

  /// Two strong vowels are two syllables; an i or u without accent goes with its neighbour.
  private static func spanish(_ word: String) -> Int {
    var count = 0
    var before: Character?
    for letter in word {
      if "aeoáéóíú".contains(letter) {
        let isGlide = before.map { "iuü".contains($0) } ?? false
        if !isGlide || "íú".contains(letter) { count += 1 }
      } else if "iuü".contains(letter) {
        let follows = before.map { "aeoáéóiuíú".contains($0) } ?? false
        if !follows { count += 1 }
      }
      before = letter
    }
    return max(1, count)
  }

  /// Every vowel is a syllable, but an i that only softens the consonant before another vowel.
  private static func polish(_ word: String) -> Int {
    let letters = Array(word)
    let vowels = "aąeęioóuy"
    return max(
      1,
      letters.indices.count { index in
        guard vowels.contains(letters[index]) else { return false }
        let next = index + 1 < letters.count ? letters[index + 1] : "-"
        return letters[index] != "i" || !vowels.contains(next)
      })
  }
}

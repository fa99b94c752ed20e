import CoverDomain
import Foundation

/// Finds what would tell of a client in a text that another program made: some record systems write an event's UID from
/// a client's name, address or number.
struct ClientTraces: Sendable {
  /// Folded words of four letters or more: they count wherever they stand, as in `zoequill20261222`.
  private var words: Set<String> = []
  /// Shorter ones count alone, between marks: `li` is part of too much.
  private var shortWords: Set<String> = []
  private var lengths: Set<Int> = []

  /// Fewer digits are a year, a day or chance.
  private static let leastDigits = 6

  /// - Parameter clients: the register: their names, the part of an address before `@`, their numbers.
  init(_ clients: some Sequence<Client>) {
    for client in clients {
      let address = client.email?.split(separator: "@").first.map(String.init) ?? ""
      for text in [client.name, address] {
        for word in Self.words(in: text) + Self.runs(in: text, where: \.isLetter) { add(word) }
      }
      if let phone = client.phone { add(Substring(phone.filter(\.isNumber))) }
    }
  }

  /// Whether the text holds one of them, whatever stands around it; case and diacritics do not count.
  func stand(in text: String) -> Bool {
    if words.isEmpty, shortWords.isEmpty { return false }
    return Self.words(in: text).contains { shortWords.contains(String($0)) || words.contains(String($0)) }
      || (Self.runs(in: text, where: \.isLetter) + Self.runs(in: text, where: \.isNumber)).contains(where: holdsWord)
  }

  private func holdsWord(_ run: Substring) -> Bool {
    let letters = Array(run)
    return lengths.contains { length in
      length <= letters.count
        && (0...letters.count - length).contains { words.contains(String(letters[$0..<$0 + length])) }
    }
  }

  private mutating func add(_ word: Substring) {
    if word.allSatisfy(\.isNumber), word.count < Self.leastDigits { return }
    // A letter of other scripts says as much as several of ours.
    if word.utf8.count >= 4 {
      words.insert(String(word))
      lengths.insert(word.count)
    } else if word.utf8.count > 1 {
      shortWords.insert(String(word))
    }
  }

  /// Runs of letters and digits, folded.
  private static func words(in text: String) -> [Substring] { runs(in: text) { $0.isLetter || $0.isNumber } }

  private static func runs(in text: String, where isPart: (Character) -> Bool) -> [Substring] {
    folded(text).split { !isPart($0) }
  }

  private static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 128 }) { return text.lowercased() }
    return text.precomposedStringWithCompatibilityMapping
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
  }
}

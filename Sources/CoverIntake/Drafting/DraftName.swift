import CoverDomain
import Foundation

/// Names and other texts of calendars as a draft may hold them.
enum DraftName {
  /// On one line, without characters that nobody sees or that turn the direction, and with single spaces.
  static func plain(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: " "
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text where it is the whole name of a person: two to five words that names are made of, none of them of something
  /// else.
  static func person(_ text: String) -> String? {
    let plain = plain(text)
    let words = plain.split(separator: " ").filter { !PersonName.titles.contains(Words(String($0)).parts.first ?? "") }
    guard plain.count <= 80, (2...5).contains(words.count), words.allSatisfy({ isNameWord($0) || isParticle($0) }),
      words.contains(where: { $0.filter(\.isLetter).count > 2 }), words.last.map({ isNameWord($0) }) ?? false
    else { return nil }
    return plain
  }

  /// A word that begins with a capital, or has letters that know none, with nothing in it but letters and the marks that
  /// stand within names, and that has no other meaning.
  static func isNameWord(_ word: Substring) -> Bool {
    guard let first = word.first, first.isLetter, !first.isLowercase, word.count <= 40,
      word.allSatisfy({ $0.isLetter || "'’-.".contains($0) })
    else { return false }
    let parts = Words(String(word)).parts
    return !parts.isEmpty && parts.allSatisfy { !OtherWords.contains($0) && !AppointmentWords.contains($0) }
  }

  /// `van`, `de`, `Ben`: words within a name that may be small.
  static func isParticle(_ word: Substring) -> Bool { PersonName.particles.contains(word.lowercased()[...]) }

  /// An id of letters and digits with `-` between them; nil where nothing of the text can stand in one. Letters of other
  /// scripts are written as Latin ones.
  static func slug(_ text: String) -> String? {
    let latin = text.applyingTransform(.toLatin, reverse: false) ?? text
    let pieces = Words.folded(latin).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let slug = pieces.joined(separator: "-").prefix(40)
    let ended = slug.last == "-" ? slug.dropLast() : slug
    return ended.isEmpty ? nil : String(ended)
  }

  /// `A. Larsson` with the address `anna.larsson@x.example` or `larsson.anna@x.example`: Anna Larsson. Nil where the address
  /// says nothing more, or another name.
  static func completed(_ name: String, by email: String) -> String? {
    let words = name.split(separator: " ")
    let local = (email.split(separator: "@").first ?? "").split(separator: ".")
    guard words.count == 2, local.count == 2, local.allSatisfy({ $0.allSatisfy(\.isLetter) }),
      let initial = Words(String(words[0])).parts.first, initial.count == 1
    else { return nil }
    let surname = Words(String(words[1])).parts.joined()
    guard
      let other = [(local[0], local[1]), (local[1], local[0])].first(where: {
        Words(String($0.1)).parts.joined() == surname
      })?
      .0, other.count > 1, Words.folded(String(other)).hasPrefix(initial)
    else { return nil }
    return "\(other.prefix(1).uppercased())\(other.dropFirst()) \(words[1])"
  }

  /// `anna.larsson@x.example`: Anna Larsson. Nil where the address does not part its names.
  static func fromAddress(_ email: String) -> String? {
    let local = email.split(separator: "@").first ?? ""
    let words = local.split(separator: ".", omittingEmptySubsequences: false)
    guard words.count == 2, words.allSatisfy({ $0.count > 1 && $0.allSatisfy(\.isLetter) }) else { return nil }
    return person(words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "))
  }
}

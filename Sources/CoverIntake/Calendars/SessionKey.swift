import CivilTime
import CoverIdentity
import Foundation

/// The key of a session: `UID`, or `UID/20261222T100000Z` where it recurs. Two sessions of one calendar never share one.
enum SessionKey {
  static func text(_ uid: String, _ recurrenceID: Instant?) -> String {
    let line = plain(uid)
    // What had to be changed to stand on one line, is written with other code points, or would be the key of a series'
    // session, is told apart by a digest.
    let isOwn = line.utf8.elementsEqual(uid.utf8) && (recurrenceID != nil || parts(uid).recurrenceID == nil)
    let key = isOwn ? line : "\(line)~\(TextDigest.short(uid))"
    return recurrenceID.map { "\(key)/\($0.basic)" } ?? key
  }

  /// The key that a person has copied, from a plan or from a calendar.
  static func copied(_ key: String) -> String {
    let parts = parts(key)
    return text(String(parts.uid), parts.recurrenceID)
  }

  private static func parts(_ key: String) -> (uid: Substring, recurrenceID: Instant?) {
    guard let slash = key.lastIndex(of: "/"), let instant = Instant(key[key.index(after: slash)...]) else {
      return (key[...], nil)
    }
    return (key[..<slash], instant)
  }

  /// A UID or another text of a calendar on one line, as every file that names it has it.
  static func plain(_ uid: String) -> String {
    if uid.utf8.allSatisfy({ (33...126).contains($0) }) { return uid }
    let kept = uid.unicodeScalars.compactMap { scalar -> String? in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      case .format: nil
      // What stands beside letters to choose their form, or is kept free for such: no one sees it.
      case _ where (0x2060...0x206F).contains(scalar.value) || (0xE0000...0xE0FFF).contains(scalar.value): nil
      default: String(scalar)
      }
    }.joined()
    // By scalar: a space with an accent upon it is one character, and no space.
    let line = kept.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }.joined(
      separator: " ")
    // Letters of one code point where there is one: keys that look the same and are compared as the same are the same.
    return line.precomposedStringWithCanonicalMapping
  }
}

import CivilTime

/// The key of a session: `UID`, or `UID/20261222T100000Z` where it recurs.
enum SessionKey {
  static func text(_ uid: String, _ recurrenceID: Instant?) -> String {
    let uid = plain(uid)
    return recurrenceID.map { "\(uid)/\($0.basic)" } ?? uid
  }

  /// The UID on one line, as every file that names it has it.
  static func plain(_ uid: String) -> String {
    if uid.utf8.allSatisfy({ (33...126).contains($0) }) { return uid }
    let kept = uid.unicodeScalars.compactMap { scalar -> String? in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      case .format: nil
      default: String(scalar)
      }
    }.joined()
    return kept.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

import Foundation

/// The zone names that there are, and the ones that other programs use for them.
struct ZoneFinder: Sendable {
  /// The tz name for a name of Windows or of a calendar program; nil when it means none.
  let foreignName: @Sendable (String) -> String?

  var identifiers: [String] { TimeZone.knownTimeZoneIdentifiers }

  /// The tz name that was probably meant by a name that is none.
  func identifier(for name: String) -> String? {
    if let foreign = foreignName(name) { return foreign }
    let lowered = name.lowercased().replacing(" ", with: "_")
    if let sameLetters = identifiers.first(where: { $0.lowercased() == lowered }) { return sameLetters }
    // A city alone.
    return identifiers.first { $0.lowercased().hasSuffix("/" + lowered) }
  }
}

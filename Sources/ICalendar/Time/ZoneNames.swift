import CivilTime
import Foundation

/// Zone names as calendar programs write them.
enum ZoneNames {
  /// The zone of the tz database that the name means: a tz name, a Windows name, or either behind a prefix
  /// (`/mozilla.org/20050126_1/Europe/London`); nil for any other.
  static func zone(named name: String) -> Zone? {
    var name = Substring(name)
    while name.first == " " { name.removeFirst() }
    while name.last == " " { name.removeLast() }
    guard name.utf8.count <= 100, !name.isEmpty else { return nil }
    if universal.contains(name.lowercased()) { return .utc }
    if let zone = tzZone(name) { return zone }
    if let tz = WindowsZones.tzName(for: String(name)) { return tzZone(tz[...]) }
    // The longest ending that is a name: America/Argentina/Buenos_Aires has three parts.
    var rest = name
    while let slash = rest.firstIndex(of: "/") {
      rest = rest[rest.index(after: slash)...]
      if rest.contains("/"), let zone = tzZone(rest) { return zone }
    }
    return nil
  }

  private static let universal: Set<String> = [
    "utc", "etc/utc", "z", "gmt", "etc/gmt", "tzone://microsoft/utc", "coordinated universal time",
  ]

  private static func tzZone(_ name: Substring) -> Zone? {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"): true
      default: false
      }
    }
    guard isPlain, name.first != "/", name.last != "/" else { return nil }
    return Zone(identifier: String(name))
  }
}

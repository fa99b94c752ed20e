import CivilTime

/// The city by which people know a zone of the tz database.
enum ZoneCity {
  /// `Buenos Aires` of `America/Argentina/Buenos_Aires`; the whole name where it has no city.
  static func name(_ zone: Zone) -> String {
    let last = zone.identifier.split(separator: "/").last.map(String.init) ?? zone.identifier
    return last.replacing("_", with: " ")
  }
}

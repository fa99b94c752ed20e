import CoverDomain

/// The places that the locations of sessions name.
struct SiteNames {
  /// By id.
  let sites: [DraftSite]

  /// A place is one where at least so many sessions were seen.
  private static let fewest = 3
  private static let most = 20
  /// Words of what is no place of the practice's.
  private static let elsewhere: Set<Substring> = [
    "zoom", "teams", "meet", "skype", "whereby", "doxy", "phone", "telephone", "telefon", "facetime", "whatsapp",
    "webex", "tbc", "tba", "home", "remote",
  ]
  /// Words that are a place within a place.
  private static let partial: Set<Substring> = [
    "room", "rooms", "floor", "suite", "office", "consulting", "unit", "studio", "raum", "zimmer", "salle", "bureau",
    "etage", "ground", "first", "second",
    "third", "upstairs", "downstairs", "the", "a", "at", "our", "main", "clinic", "practice", "praxis", "building",
    "house",
  ]

  /// - Parameter locations: of sessions in person, with how many.
  init(_ locations: [String: Int]) {
    var counts: [[Substring]: Int] = [:]
    for (location, count) in locations {
      guard let words = SiteNames.words(location) else { continue }
      counts[words, default: 0] += count
    }
    // A name that stands within another is its place: "Mill Lane" of "Mill Lane Rooms". The shorter first.
    var names: [[Substring]] = []
    for words in counts.keys.sorted(by: {
      ($0.count, $0.joined(separator: " ")) < ($1.count, $1.joined(separator: " "))
    })
    where !names.contains(where: { SiteNames.holds(words, $0) }) {
      // Two that begin alike are one place.
      if let index = names.firstIndex(where: { SiteNames.common($0, words).count > 1 }) {
        names[index] = SiteNames.common(names[index], words)
      } else {
        names.append(words)
      }
    }
    let finder = PlaceFinder(names.map { SiteID($0.joined(separator: "-")) })
    var sessions: [SiteID: Int] = [:]
    for (location, count) in locations {
      if let id = finder.site(in: location) { sessions[id, default: 0] += count }
    }
    let total = sessions.values.reduce(0, +)
    sites = sessions.filter { id, count in
      count >= Self.fewest && count * 50 >= total && Identifier.fault(id.text) == nil
    }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most).map {
      DraftSite(id: $0.key, sessions: $0.value)
    }
    .sorted { $0.id < $1.id }
  }

  /// The first part of a location that names it: "12 Harbour Street, Portwick" is "harbour street".
  private static func words(_ location: String) -> [Substring]? {
    if Words(location).parts.contains(where: elsewhere.contains) { return nil }
    for part in location.split(whereSeparator: { $0.isNewline || ",;|(".contains($0) }) {
      let words = Words(String(part)).parts
        .filter { !($0.first?.isNumber ?? true) && $0.utf8.allSatisfy { $0 < 128 } }
      guard words.contains(where: { !partial.contains($0) && $0.count > 1 }) else { continue }
      return Array(words.prefix(4))
    }
    return nil
  }

  private static func holds(_ words: [Substring], _ part: [Substring]) -> Bool {
    words.indices.contains { words[$0...].starts(with: part) }
  }

  private static func common(_ left: [Substring], _ right: [Substring]) -> [Substring] {
    let common = Array(zip(left, right).prefix { $0 == $1 }.map(\.0))
    return common.contains { !partial.contains($0) } ? common : []
  }
}

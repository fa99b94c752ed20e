import CoverDomain

/// The practice's sites as clinicians may name them.
struct KnownSites {
  let names: [String]
  /// Where who names no site works; one set for all of them.
  let every: Set<SiteID>

  /// More are not listed in a hint.
  private static let maxListed = 20

  init(_ names: [String]) {
    self.names = names
    every = Set(names.map { SiteID($0) })
  }

  func contains(_ name: String) -> Bool { every.contains(SiteID(name)) }

  /// The way out where a name is none of them.
  var hint: String {
    if names.isEmpty { return "name the practice's sites under practice: sites: [...]" }
    if names.count > Self.maxListed { return "the sites are those under practice: sites" }
    return "the sites are: \(names.joined(separator: ", "))"
  }
}

import CoverDomain
import ICalendar

/// Where an event is held, from its location and its links.
struct PlaceFinder: Sendable {
  /// The longest first.
  private let sites: [(words: [Substring], id: SiteID)]

  init(_ sites: [SiteID]) {
    self.sites = sites.map { (Words($0.text).parts, $0) }.filter { !$0.words.isEmpty }
      .sorted { $0.words.count > $1.words.count }
  }

  private static let onlineWords: Set<Substring> = ["online", "telehealth", "video"]
  private static let links = ["CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"]

  /// A site that the location names is in person there, whatever links the event bears; else a link or a word for it is
  /// online; else the place is open.
  func place(of component: Component) -> Place {
    let location = component.first("LOCATION")?.text ?? ""
    if let site = site(in: location) { return .site(site) }
    return PlaceFinder.isOnline(location) || PlaceFinder.hasLink(component) ? .online : .open
  }

  /// The site that a location names.
  func site(in location: String) -> SiteID? {
    if location.isEmpty { return nil }
    let words = Words(location).parts
    return sites.first { site in words.indices.contains { words[$0...].starts(with: site.words) } }?.id
  }

  /// Whether a location is a link, or a word for a video call.
  static func isOnline(_ location: String) -> Bool {
    if location.isEmpty { return false }
    return isLink(location.trimmed) || Words(location).parts.contains(where: onlineWords.contains)
  }

  /// Whether the event bears a link to a video call.
  static func hasLink(_ component: Component) -> Bool {
    links.contains { name in component.all(name).contains { !$0.value.trimmed.isEmpty } }
  }

  private static func isLink(_ text: String) -> Bool {
    let lowered = text.lowercased()
    return !lowered.contains(" ")
      && ["http://", "https://"].contains { lowered.hasPrefix($0) && lowered.count > $0.count }
  }
}

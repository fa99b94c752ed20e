/// Where a session is held.
public enum Place: Hashable, Sendable {
  case site(SiteID)
  case online
  /// Nothing is said: any place will do.
  case open
}

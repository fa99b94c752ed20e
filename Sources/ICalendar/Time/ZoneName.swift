/// Names of time zones as calendar programs write them.
public enum ZoneName {
  /// The tz name that a name of Windows, or one behind a prefix, means; nil when it means none.
  public static func tzName(for name: String) -> String? { ZoneNames.zone(named: name)?.identifier }
}

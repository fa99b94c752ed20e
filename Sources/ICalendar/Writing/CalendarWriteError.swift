/// Why a value may not be written.
public struct CalendarWriteError: Error, Hashable, Sendable {
  /// The property or parameter concerned.
  public let name: String
  public let message: String

  init(_ name: String, _ message: String) {
    self.name = name
    self.message = message
  }
}

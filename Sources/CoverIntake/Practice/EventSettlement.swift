public import CoverDomain

/// The lines of practice.yaml that settle what an event is: the part `events`, as `EventEntries` reads it.
public struct EventSettlement: Hashable, Sendable {
  /// How the events are named, ready for YAML: `summary: "AB", clinician: ann`, or `uid: "…"`.
  public let selector: String
  /// Whether the title names them; else the UID does, because the title is empty, too short, or true of too much.
  public let isByTitle: Bool

  /// A longer title is not written out: the UID names the event as well.
  private static let longestTitle = 120

  /// Nil where an event has neither a title nor a UID that could name it.
  public init?(clinician: ClinicianID, summary: String, uid: String?) {
    let title = EventSettlement.plain(summary)
    let words = Words(title)
    isByTitle =
      words.parts.joined().count > 1 && title.count <= Self.longestTitle && !AppointmentWords.isAll(of: words)
    if isByTitle {
      selector = "summary: \(YamlText.quoted(title)), clinician: \(clinician)"
    } else if let uid, !uid.isEmpty {
      selector = "uid: \(YamlText.quoted(SessionKey.plain(uid)))"
    } else {
      return nil
    }
  }

  /// The entry that says with whom the events are.
  public func line(client: ClientID) -> String { line(clients: [client]) }

  /// The entry that says with whom the events are; of nobody, that they are busy time.
  public func line(clients: [ClientID]) -> String {
    let ids = clients.map { EventSettlement.scalar($0.text) }
    guard let first = ids.first else { return busyLine }
    return "- {\(selector), client: \(ids.count == 1 ? first : "[\(ids.joined(separator: ", "))]")}"
  }

  /// The entry that says that there is no client.
  public var busyLine: String { "- {\(selector), is: busy}" }

  /// The entry that says that the events do not take place.
  public var freeLine: String { "- {\(selector), is: free}" }

  private static func plain(_ text: String) -> String { SessionKey.plain(text).trimmed }

  /// An id as YAML has it; one that could be read as a number, a date or a word of YAML is quoted.
  private static func scalar(_ id: String) -> String {
    id.first.map { $0.isLetter } ?? false
      && !["true", "false", "yes", "no", "null", "on", "off"].contains(id.lowercased())
      ? id : YamlText.quoted(id)
  }
}

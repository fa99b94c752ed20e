public import CivilTime
public import CoverDomain

/// A letter that the last publication drafted, as plan.json tells of it.
public struct PublishedNotice: Hashable, Sendable {
  /// The name of its file, without folder and ending: `2026-11-23-AB12-first`.
  public let name: String
  public let client: ClientID
  public let kind: Notice.Kind
  /// The day in its name.
  public let due: Day
  /// The day to send it: the last open one before it is due, or that day itself.
  public let send: Day
  public let clinician: ClinicianID
  /// The first day of the absence that it is about; nil where nobody is away.
  public let absence: Day?
  /// The sessions that it speaks of.
  public let sessions: [SessionID]

  struct Record: Decodable {
    let client: String
    let kind: String
    let due: String
    let send: String?
    let file: String
    let clinician: String?
    let absence: String?
    let sessions: [Session]?

    struct Session: Decodable {
      let session: String
      let clinician: String
    }

    /// Nil for a letter of a version that did not say what it is about.
    var notice: PublishedNotice? {
      guard let kind = Notice.Kind(rawValue: kind), let due = Day(due), let clinician, let sessions,
        file.hasPrefix("notices/"), file.hasSuffix(".txt")
      else { return nil }
      return PublishedNotice(
        name: String(file.dropFirst("notices/".count).dropLast(".txt".count)), client: ClientID(client), kind: kind,
        due: due, send: send.flatMap { Day($0) } ?? due, clinician: ClinicianID(clinician),
        absence: absence.flatMap { Day($0) },
        sessions: sessions.map { SessionID(clinician: ClinicianID($0.clinician), key: $0.session) })
    }
  }
}

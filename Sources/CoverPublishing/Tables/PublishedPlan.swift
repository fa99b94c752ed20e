public import CivilTime
public import CoverDomain
import Foundation

/// What a published plan.json says that the calendars beside it do not: its window, and what it left open.
public struct PublishedPlan: Hashable, Sendable {
  public let from: Day
  public let to: Day
  /// The sessions for which it found nobody.
  public let uncovered: Set<SessionID>
  /// The sessions that an absence or a closure touched.
  public let affected: Set<SessionID>
  public let absences: [Absence]
  /// The letters that it drafted.
  public let notices: [PublishedNotice]

  /// Throws `PublicationError.unreadable` when the bytes are not a plan of this program.
  public init(planFile bytes: [UInt8]) throws(PublicationError) {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: Data(bytes))
    } catch {
      throw .unreadable(path: PublicationPath.plan, reason: "it is not a plan of this program")
    }
    guard file.schema == "plan-cover/1", let from = Day(file.window.from), let to = Day(file.window.to), from < to
    else {
      throw .unreadable(path: PublicationPath.plan, reason: "its schema or window is not known")
    }
    self.from = from
    self.to = to
    uncovered = Set(
      file.sessions.filter { $0.outcome == "uncovered" }.map {
        SessionID(clinician: ClinicianID($0.clinician), key: $0.session)
      })
    affected = Set(
      file.sessions.map { SessionID(clinician: ClinicianID($0.clinician), key: $0.session) })
    let zone = file.timezone.flatMap(Zone.init(identifier:))
    absences = (file.absences ?? []).compactMap { entry in
      guard let zone, let start = Instant(entry.start), let end = Instant(entry.end),
        let interval = Interval(start, end)
      else { return nil }
      return Absence(clinician: ClinicianID(entry.clinician), interval: interval, zone: zone)
    }
    notices = (file.notices ?? []).compactMap(\.notice)
  }

  private struct File: Decodable {
    let schema: String
    let window: Window
    let timezone: String?
    let absences: [AbsenceRecord]?
    let sessions: [Session]
    let notices: [PublishedNotice.Record]?
  }

  private struct AbsenceRecord: Decodable {
    let clinician: String
    let start: String
    let end: String
  }

  private struct Window: Decodable {
    let from: String
    let to: String
  }

  private struct Session: Decodable {
    let session: String
    let clinician: String
    let outcome: String
  }
}

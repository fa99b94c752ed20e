public import CivilTime
public import CoverDomain
import Foundation

/// What a published plan.json says that the calendars beside it do not: its window, and what it left open.
public struct PublishedPlan: Hashable, Sendable {
  public let from: Day
  public let to: Day
  /// The sessions for which it found nobody.
  public let uncovered: Set<SessionID>
  /// What it made of each session that an absence or a closure touched, beyond its window too: `Assignment.outcomeName`.
  let outcomes: [SessionID: String]
  /// The last day of any of those; nil where there is none.
  let lastDay: Day?
  public let absences: [Absence]
  /// When it was published last; nil where the log does not tell.
  public let at: Instant?
  /// The letters that it drafted.
  public let notices: [PublishedNotice]

  /// Throws `PublicationError.unreadable` when the bytes are not a plan of this program.
  ///
  /// - Parameter log: log.jsonl, of which the last line tells when that was.
  public init(planFile bytes: [UInt8], log: [UInt8]? = nil) throws(PublicationError) {
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
    outcomes = Dictionary(
      ((file.beyond ?? []) + file.sessions).map {
        (SessionID(clinician: ClinicianID($0.clinician), key: $0.session), $0.outcome)
      }, uniquingKeysWith: { $1 })
    let zone = file.timezone.flatMap(Zone.init(identifier:))
    let starts = ((file.beyond ?? []) + file.sessions).compactMap { $0.start.flatMap { Instant($0) } }
    lastDay = zone.flatMap { zone in starts.max().map(zone.day) }
    absences = (file.absences ?? []).compactMap { entry in
      guard let zone, let start = Instant(entry.start), let end = Instant(entry.end),
        let interval = Interval(start, end)
      else { return nil }
      return Absence(clinician: ClinicianID(entry.clinician), interval: interval, zone: zone)
    }
    at = log.flatMap(LogLine.time(ofLast:))
    notices = (file.notices ?? []).compactMap(\.notice)
  }

  private struct File: Decodable {
    let schema: String
    let window: Window
    let timezone: String?
    let absences: [AbsenceRecord]?
    let sessions: [Session]
    let beyond: [Session]?
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
    let start: String?
  }
}

import CivilTime
import CoverDomain
import CoverIdentity
import ICalendar

/// The cover sessions of the last publication: cover/practice.ics.
struct PublicationFile {
  let covers: [PublishedCover]
  /// The clinician of each UID that stands for something else than cover.
  static let path = "cover/practice.ics"

  private static let wayOut =
    "put back the last whole cover/practice.ics, or remove it: plan-cover then plans as if nothing had been published, "
    + "and answers and told clients are no longer tied to it"

  /// Empty where nothing was published. What cannot be read is noted: its promises would be forgotten.
  init(_ folder: PracticeFolder, around window: Range<Day>, zone: Zone, log: ProblemLog) {
    covers = PublicationFile.read(folder, window, zone, log)
  }

  private static func read(
    _ folder: PracticeFolder, _ window: Range<Day>, _ zone: Zone, _ log: ProblemLog
  ) -> [PublishedCover] {
    guard folder.entry(path) != .missing else { return [] }
    let document: CalendarDocument
    do throws(Problem) {
      let bytes = try folder.bytes(of: path, limit: CalendarFile.limit)
      do throws(CalendarProblem) { document = try CalendarDocument(parsing: bytes) } catch {
        throw Problem(error, file: path)
      }
    } catch {
      log.note(
        Problem(
          file: path, line: error.line, column: error.column,
          message: "what was promised in the last publication cannot be read: \(error.message)", hint: wayOut))
      return []
    }
    let span = zone.interval(of: window.lowerBound).start
    let end = zone.start(of: window.upperBound)
    let expansion = document.expand(over: Interval(start: span, seconds: end - span), zone: zone)
    var covers: [PublishedCover] = []
    for (index, fate) in expansion.fates.enumerated() {
      if case .notUnderstood(let problem) = fate {
        note(document.components[index], problem.line, problem.message, log)
      }
    }
    for occurrence in expansion.occurrences {
      let component = document.components[occurrence.componentIndex]
      guard component.kind == .event, EventIdentity.isOurs(occurrence.uid),
        component.first("X-PLAN-COVER-KIND")?.text == "cover"
      else { continue }
      guard let absent = value("X-PLAN-COVER-FOR", component), let by = value("X-PLAN-COVER-BY", component),
        let key = value("X-PLAN-COVER-SESSION", component)
      else {
        note(component, nil, "an event lacks X-PLAN-COVER-FOR, -BY or -SESSION", log)
        continue
      }
      let clients = (value("X-PLAN-COVER-CLIENT", component) ?? "").split(separator: ";").map { ClientID($0.trimmed) }
      covers.append(
        PublishedCover(
          session: SessionID(clinician: ClinicianID(absent), key: key), clients: clients, by: ClinicianID(by),
          interval: occurrence.interval, uid: occurrence.uid, sequence: component.sequence))
    }
    return covers
  }

  private static func value(_ name: String, _ component: Component) -> String? {
    component.first(name).map(\.text.trimmed).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func note(_ component: Component, _ line: Int?, _ reason: String, _ log: ProblemLog) {
    log.note(
      Problem(
        file: path, line: line ?? component.line,
        message: "what was promised in the last publication cannot be read: \(reason)", hint: wayOut))
  }
}

import CivilTime
import CoverDomain
import CoverIdentity
import ICalendar

/// The cover sessions, contacts and meetings of the last publication: cover/practice.ics.
struct PublicationFile {
  /// A handover or handback.
  struct Meeting {
    let uid: String
    let sequence: Int
    let absent: ClinicianID
    let by: ClinicianID
    let interval: Interval
  }

  private(set) var covers: [PublishedCover] = []
  /// The appointments that meet requests.
  private(set) var referrals: [PublishedCover] = []
  private(set) var contacts: [PublishedContact] = []
  private(set) var meetings: [Meeting] = []

  static let path = "cover/practice.ics"

  private static let wayOut =
    "put back the last whole cover/practice.ics, or remove it: plan-cover then plans as if nothing had been published, "
    + "and answers and told clients are no longer tied to it"

  /// Empty where nothing was published. What cannot be read is noted: its promises would be forgotten.
  init(_ folder: PracticeFolder, around window: Range<Day>, zone: Zone, log: ProblemLog) {
    guard folder.entry(Self.path) != .missing else { return }
    let document: CalendarDocument
    do throws(Problem) {
      let bytes = try folder.bytes(of: Self.path, limit: ParsedCalendar.limit)
      do throws(CalendarProblem) { document = try CalendarDocument(parsing: bytes) } catch {
        throw Problem(error, file: Self.path)
      }
    } catch {
      log.note(
        Problem(
          file: Self.path, line: error.line,
          message: "what was promised in the last publication cannot be read: \(error.message)", hint: Self.wayOut))
      return
    }
    let span = zone.interval(of: window.lowerBound).start
    let end = zone.start(of: window.upperBound)
    let expansion = document.expand(over: Interval(start: span, seconds: end - span), zone: zone)
    for (index, fate) in expansion.fates.enumerated() {
      if case .notUnderstood(let problem) = fate {
        Self.note(document.components[index], problem.line, problem.message, log)
      }
    }
    for occurrence in expansion.occurrences {
      let component = document.components[occurrence.componentIndex]
      guard component.kind == .event, EventIdentity.isOurs(occurrence.uid) else { continue }
      switch component.first("X-PLAN-COVER-KIND")?.text {
      case "cover": if let cover = cover(component, occurrence, log) { covers.append(cover) }
      case "referral": if let cover = cover(component, occurrence, log) { referrals.append(cover) }
      case "contact": addContact(component, on: zone.day(of: occurrence.interval.start), log)
      case "handover": addMeeting(component, occurrence)
      default: continue
      }
    }
  }

  private func cover(_ component: Component, _ occurrence: Occurrence, _ log: ProblemLog) -> PublishedCover? {
    guard let absent = Self.value("X-PLAN-COVER-FOR", component), let by = Self.value("X-PLAN-COVER-BY", component),
      let key = Self.value("X-PLAN-COVER-SESSION", component)
    else {
      Self.note(component, nil, "an event lacks X-PLAN-COVER-FOR, -BY or -SESSION", log)
      return nil
    }
    let clients = (Self.value("X-PLAN-COVER-CLIENT", component) ?? "").split(separator: ";").map {
      ClientID($0.trimmed)
    }
    return PublishedCover(
      session: SessionID(clinician: ClinicianID(absent), key: key), clients: clients, by: ClinicianID(by),
      interval: occurrence.interval, uid: occurrence.uid, sequence: component.sequence,
      since: Self.value("X-PLAN-COVER-SINCE", component).flatMap { Instant($0) })
  }

  private mutating func addContact(_ component: Component, on day: Day, _ log: ProblemLog) {
    guard let absent = Self.value("X-PLAN-COVER-FOR", component), let by = Self.value("X-PLAN-COVER-BY", component)
    else {
      return Self.note(component, nil, "an event lacks X-PLAN-COVER-FOR or -BY", log)
    }
    contacts.append(
      PublishedContact(
        clinician: ClinicianID(absent),
        supervisee: Self.value("X-PLAN-COVER-SUPERVISEE", component).map { ClinicianID($0) }, day: day,
        by: ClinicianID(by)))
  }

  /// A meeting that does not say whose it is promises nothing.
  private mutating func addMeeting(_ component: Component, _ occurrence: Occurrence) {
    guard let absent = Self.value("X-PLAN-COVER-FOR", component), let by = Self.value("X-PLAN-COVER-BY", component)
    else { return }
    meetings.append(
      Meeting(
        uid: occurrence.uid, sequence: component.sequence, absent: ClinicianID(absent), by: ClinicianID(by),
        interval: occurrence.interval))
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

import CivilTime
import CoverDomain
import ICalendar

/// What one clinician's calendars hold, for a draft.
struct DraftDiary: Sendable {
  private(set) var events: [DraftEvent] = []
  /// Words for leave that are not among those which are always known.
  private(set) var leaveWords: Set<String> = []
  /// Whether a VAVAILABILITY says when the clinician works.
  private(set) var statesHours = false
  /// What could not be understood.
  private(set) var remarks: [Problem] = []

  private static let known = LeaveWords()
  /// From so long on an event that a word for leave marks is leave, as whole days are.
  private static let longEvent = 4 * 3_600
  private static let longestSession = 4 * 3_600

  init(_ calendars: [ParsedCalendar], owner: Int, staff: Staff, over span: Interval, zone: Zone) {
    for calendar in calendars { add(calendar, owner, staff, span, zone) }
  }

  private mutating func add(_ calendar: ParsedCalendar, _ owner: Int, _ staff: Staff, _ span: Interval, _ zone: Zone) {
    let document = calendar.document
    let expansion = document.expand(over: span, zone: zone)
    for (index, fate) in expansion.fates.enumerated() {
      if case .notUnderstood(let problem) = fate {
        remarks.append(Problem(problem, file: calendar.path(ofComponentAt: index), severity: .remark))
      }
    }
    statesHours =
      statesHours || document.availabilities(over: span, zone: zone).contains(where: \.hasAvailableParts)
    let masters = Dictionary(
      document.components.filter { $0.first("RECURRENCE-ID") == nil }.compactMap { one in one.exactUID.map { ($0, one) }
      },
      uniquingKeysWith: { $1 })
    for (index, occurrences) in Dictionary(grouping: expansion.occurrences, by: \.componentIndex).sorted(by: {
      $0.key < $1.key
    }) {
      let component = document.components[index]
      guard component.kind == .event, !MeaningReader.isOwn(component) else { continue }
      let content =
        CalendarFile.isBareOverride(component) ? component.exactUID.flatMap { masters[$0] } ?? component : component
      let title = DraftName.plain(content.first("SUMMARY")?.text ?? "")
      if isLeave(content, title, occurrences) || CancelledTitles.marks(Words(title)) { continue }
      let timed = occurrences.filter {
        !$0.isAllDay && !$0.interval.isEmpty && $0.interval.length <= Self.longestSession
      }
      guard EventMarks.isOpaque(component), !timed.isEmpty else { continue }
      let guests = staff.guests(of: content, owner: owner)
      let location = content.first("LOCATION")?.text.trimmed ?? ""
      events.append(
        DraftEvent(
          owner: owner, uid: content.uid, title: title, reading: TitleReading(title),
          named: content.all("X-PLAN-COVER-CLIENT").flatMap { $0.text.split(separator: ";") }.map(\.trimmed)
            .filter { Identifier.fault($0) == nil },
          guests: guests.outside, hasColleagues: guests.hasColleagues,
          location: location,
          // A room has a link beside it as often as not.
          isOnline: PlaceFinder.isOnline(location) || location.isEmpty && PlaceFinder.hasLink(content),
          source: Source(file: calendar.path(ofComponentAt: index), line: component.line, uid: component.uid),
          occurrences: timed.map(\.interval).sorted()))
    }
  }

  /// Whether it is leave, by the marks that are always known or by a word of another language.
  private mutating func isLeave(_ component: Component, _ title: String, _ occurrences: [Occurrence]) -> Bool {
    if EventMarks.isLeave(component, Self.known) { return true }
    guard occurrences.contains(where: { $0.isAllDay || $0.interval.length >= Self.longEvent }) else { return false }
    let found = ForeignLeaveWords.found(in: Words(title))
    leaveWords.formUnion(found)
    return !found.isEmpty
  }
}

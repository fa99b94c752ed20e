import CivilTime
import CoverDomain
import ICalendar

/// What is left to a person once the calendars are read: events that may be somebody's session, and sessions that may be
/// none.
struct OpenQuestions {
  /// By time: the opaque timed events of a clinician's own leave that match no client, and those on a closed day that come
  /// near to one.
  private(set) var unrecognised: [UnrecognisedEvent] = []
  /// By clinician and time, those of one title together.
  private(set) var questions: [EventQuestion] = []

  /// Events that one answer settles.
  fileprivate struct Group: Hashable {
    let clinician: ClinicianID
    let kind: EventQuestion.Kind
    /// The title; where there is none, the UID.
    let title: String
  }

  private struct Asked: Hashable {
    let clinician: ClinicianID
    let title: String
  }

  init(
    _ calendars: [CalendarFile], _ times: [DiaryTimes], _ away: PracticeAway, _ planned: PlanningWindow,
    clients: [Client], index: ClientIndex
  ) {
    var groups: [Group: EventQuestion] = [:]
    let closed = IntervalSet(away.closures.map(\.interval))
    // Built when the first event asks for it, and each title asked for once.
    var finder: NearClients?
    var known: [Asked: [NearClient]] = [:]
    func near(_ title: String, _ clinician: ClinicianID) -> [NearClient] {
      let asked = Asked(clinician: clinician, title: title)
      if let near = known[asked] { return near }
      let built = finder ?? NearClients(clients)
      finder = built
      let near = built.near(title, of: clinician, match: index.match(title, of: clinician))
      known[asked] = near
      return near
    }
    for (calendar, read) in zip(calendars, times) {
      guard case .clinician(let id) = calendar.owner else { continue }
      let leave = away.isAway(id)
      func title(_ index: Int) -> String { calendar.document.components[index].first("SUMMARY")?.text ?? "" }
      for event in read.busy where event.mayBeSession && event.interval.overlaps(planned.interval) {
        let title = title(event.componentIndex)
        let isLeave = leave.overlaps(event.interval)
        let near = near(title, id)
        if isLeave || !near.isEmpty && closed.overlaps(event.interval) {
          unrecognised.append(
            UnrecognisedEvent(
              clinician: id, interval: event.interval, summary: title, source: event.source,
              occasion: isLeave ? .leave : .closure, near: near))
        } else if OpenQuestions.isWorthAsking(near, title) {
          groups.add(.mayBeClient, id, title, event.source, event.interval, near: near)
        }
      }
      for (component, session) in read.titled {
        let title = title(component)
        let rest = index.unexplained(title)
        guard !rest.isEmpty else { continue }
        let near = near(rest, id).filter { !session.clients.contains($0.client) }
        if OpenQuestions.isWorthAsking(near, rest) {
          groups.add(
            .mayBeMore, id, title, session.source, session.first, count: session.count, clients: session.clients,
            near: near)
        }
      }
      for session in read.doubtful {
        let kind: EventQuestion.Kind =
          switch session.doubt {
          case .clientOfAnother: .clientOfAnother
          case .saysCancelled: .saysCancelled
          }
        groups.add(
          kind, id, title(session.componentIndex), session.source, session.interval, clients: session.clients)
      }
    }
    unrecognised.sort { ($0.interval, $0.source) < ($1.interval, $1.source) }
    questions = groups.values.sorted { left, right in
      (left.kind.rawValue, left.clinician, left.first, left.source)
        < (right.kind.rawValue, right.clinician, right.first, right.source)
    }
  }

  /// Outside leave nobody is left untold, and a part of a name is no more than a reason to look: it is not asked for.
  private static func isWorthAsking(_ near: [NearClient], _ title: String) -> Bool {
    guard let best = near.first?.reason, best < .partOfName else { return false }
    guard best == .initials else { return true }
    let said = Words(title).parts.filter { !AppointmentWords.contains($0) }
    return said.joined().count <= 4
  }
}

extension [OpenQuestions.Group: EventQuestion] {
  /// Adds an event to its group: the first in time stands for all.
  fileprivate mutating func add(
    _ kind: EventQuestion.Kind, _ clinician: ClinicianID, _ title: String, _ source: Source, _ interval: Interval,
    count: Int = 1, clients: [ClientID] = [], near: [NearClient] = []
  ) {
    let plain = title.trimmed
    let group = OpenQuestions.Group(
      clinician: clinician, kind: kind, title: plain.isEmpty ? "\n" + (source.uid ?? "") : plain)
    let known = self[group]
    let isFirst = known.map { (interval, source) < ($0.first, $0.source) } ?? true
    self[group] = EventQuestion(
      kind: kind, clinician: clinician, summary: title, source: isFirst ? source : known?.source ?? source,
      first: isFirst ? interval : known?.first ?? interval, count: (known?.count ?? 0) + count, clients: clients,
      near: near
    )
  }
}

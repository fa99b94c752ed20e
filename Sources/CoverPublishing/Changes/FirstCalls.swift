import CivilTime
import CoverDomain
import CoverIdentity

/// Whom to ring first when somebody has called in sick: whose session is so near that no letter and no mail is in time.
///
/// It is read off the plan and the events' times of change: sessions from the last change to the end of the second day
/// after it, about which nothing was arranged more than two days before, and whose client nobody has recorded as told since. So a run
/// that changes nothing says the same, whatever the hour.
struct FirstCalls: Sendable {
  /// A client to be told, or one of several in a session.
  struct ClientCall: Sendable {
    let client: ClientID
    let assignment: Assignment
    /// Whether the client has asked not to be contacted.
    let wishesNone: Bool
  }

  /// A colleague who is to take sessions and has not agreed to them yet.
  struct ColleagueCall: Sendable {
    let colleague: ClinicianID
    /// By time.
    let covers: [Interval]
  }

  /// How many days ahead a letter is too slow.
  private static let days = 2

  /// The time of the last change; nil where nothing was ever published.
  let at: Instant?
  /// By the time of the first session.
  let colleagues: [ColleagueCall]
  /// By the session's time, then need, then id.
  let clients: [ClientCall]

  var isEmpty: Bool { clients.isEmpty }

  init(situation: Situation, plan: Plan, history: EventHistory) {
    at = LastChange(history).at
    guard let at else {
      (colleagues, clients) = ([], [])
      return
    }
    let zone = situation.practice.zone
    let near = Interval(at, zone.start(of: zone.day(of: at) + Self.days + 1))
    let known = history.live + history.withdrawn.filter { $0.kind == .cover }
    let events = Dictionary(known.map { ($0.uid, $0) }, uniquingKeysWith: { first, _ in first })
    let assignments = plan.assignments.filter { assignment in
      let start = assignment.session.interval.start
      guard assignment.demand.absence != nil, !assignment.demand.isClosed, let near, near.contains(start) else {
        return false
      }
      guard let arranged = Self.arranged(assignment, events, zone) else { return true }
      return zone.day(of: arranged) + Self.days >= zone.day(of: start)
    }
    let calls = assignments.flatMap { assignment in
      assignment.session.clients.filter { !Self.isTold($0, assignment, events, zone, situation) }.map {
        ClientCall(
          client: $0, assignment: assignment, wishesNone: situation.clients[$0]?.contact == Client.ContactWay.none)
      }
    }
    clients = calls.sorted { left, right in
      let (first, second) = (left.assignment, right.assignment)
      let (start, other) = (first.session.interval.start, second.session.interval.start)
      if start != other { return start < other }
      return first.demand.need != second.demand.need
        ? first.demand.need > second.demand.need : left.client < right.client
    }
    let open = assignments.filter { assignment in
      let event = events[EventIdentity.cover(assignment.session.id).uid]
      return assignment.outcome.cover != nil && event?.attendees.contains { $0.answer == "ACCEPTED" } != true
    }
    colleagues = Dictionary(grouping: open, by: { $0.outcome.cover?.by }).compactMap { by, list in
      by.map { ColleagueCall(colleague: $0, covers: list.compactMap { $0.outcome.cover?.interval }.sorted()) }
    }.sorted { ($0.covers[0], $0.colleague) < ($1.covers[0], $1.colleague) }
  }

  /// When what now holds of the session was arranged: its cover, or that its cover was taken back; else the contact of
  /// its day. Nil where no event says it.
  private static func arranged(
    _ assignment: Assignment, _ events: [String: CoverEvent], _ zone: Zone
  ) -> Instant? {
    if assignment.outcome.cover != nil { return events[EventIdentity.cover(assignment.session.id).uid]?.stamps.since }
    // Cover that was taken back has no other event in its place.
    if let withdrawn = events[EventIdentity.cover(assignment.session.id).uid] { return withdrawn.stamps.modified }
    let day = zone.day(of: assignment.session.interval.start)
    guard let contact = events[EventIdentity.contact(for: assignment.session.clinician, on: day).uid] else {
      return nil
    }
    // A contact who only took over from another says nothing of when the absence became known.
    return contact.stamps.before == nil ? contact.stamps.since : Instant(seconds: 0)
  }

  private static func isTold(
    _ client: ClientID, _ assignment: Assignment, _ events: [String: CoverEvent], _ zone: Zone, _ situation: Situation
  ) -> Bool {
    let tellings = situation.decisionBook.tellings(client, of: assignment.session, in: assignment.demand.absence)
    return tellings.contains { decision in
      guard let told = decision.at, let arranged = arranged(assignment, events, zone) else { return true }
      return told >= arranged
    }
  }
}

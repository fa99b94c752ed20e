import CivilTime
import CoverDomain

extension NoticeSubjects {
  /// A session of which a client was told something that no longer holds, and that no absence touches any more.
  struct TakenBack: Sendable {
    let client: ClientID
    let session: SessionID
    let appointment: NoticeFacts.Appointment
    /// The day on which it was found.
    let day: Day
  }

  /// Sessions that take place after all: the last publication had them in an absence or a closure, whatever became of
  /// them there, and told their clients so.
  var restored: [TakenBack] {
    guard let published else { return [] }
    let planned = Set(plan.assignments.map(\.session.id))
    let sessions = situation.standing.values.joined().filter {
      $0.interval.end > situation.now && !planned.contains($0.id)
    }
    let found = sessions.filter { published.outcomes[$0.id] != nil }.flatMap { session in
      session.clients.filter { wasTold($0, of: session, in: published) }.map { takenBack(session, $0, on: today) }
    }
    // What an earlier run found stays until the client is told.
    let byID = Dictionary(sessions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = published.notices.filter { $0.kind == .withdrawal }.flatMap { letter in
      letter.sessions.compactMap { byID[$0] }.filter { session in
        session.clients.contains(letter.client) && !isToldAnew(letter.client, of: session, since: letter.due)
      }.map { takenBack($0, letter.client, on: letter.due) }
    }
    return kept + found
  }

  private func takenBack(_ session: Session, _ client: ClientID, on day: Day) -> TakenBack {
    TakenBack(
      client: client, session: session.id,
      appointment: NoticeFacts.Appointment(
        interval: session.interval, place: session.place, fate: .asUsual, asksConsent: false), day: day)
  }

  /// Whether a letter about that absence, or about the session, went out to the client.
  private func wasTold(_ client: ClientID, of session: Session, in published: PublishedPlan) -> Bool {
    let absence = published.absences.first {
      $0.clinician == session.id.clinician && $0.interval.overlaps(session.interval)
    }
    return !situation.decisionBook.tellings(client, of: session, in: absence).isEmpty
  }

  /// Whether the client has been told of the session, and not of an absence, from that day on.
  private func isToldAnew(_ client: ClientID, of session: Session, since day: Day) -> Bool {
    situation.decisions.contains { decision in
      decision.kind == .told && (decision.client == nil || decision.client == client)
        && (decision.session == nil || decision.session == session.id) && decision.absence == nil
        && decision.at.map { $0 >= zone.start(of: day) } ?? true
    }
  }
}

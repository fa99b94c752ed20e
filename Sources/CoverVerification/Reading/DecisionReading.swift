import CoverDomain

/// What people have decided, asked session by session.
///
/// A decision is narrowed by each of client, session and absence that it names; one that names none means everything.
struct DecisionReading: Sendable {
  private let decisions: [Decision]

  init(_ decisions: [Decision]) { self.decisions = decisions }

  /// The decisions about the session, in the order in which they were taken.
  func about(_ session: Session, _ absence: AbsenceRun?) -> [Decision] {
    decisions.filter { decision in
      if let named = decision.session, named != session.id { return false }
      if let client = decision.client, session.clients.allSatisfy({ $0 != client }) { return false }
      guard let day = decision.absence else { return true }
      guard let absence, absence.clinician == day.clinician else { return false }
      return absence.firstDay <= day.day && day.day <= absence.lastDay
    }
  }

  /// Whether somebody has decided that the client's part in the session waits.
  func waits(_ client: ClientID, in session: Session, _ absence: AbsenceRun?) -> Bool {
    about(session, absence).contains { $0.kind == .wait && ($0.client == nil || $0.client == client) }
  }

  /// Whether the client's consent to cover of the session is recorded.
  func hasConsented(_ client: ClientID, to session: Session, _ absence: AbsenceRun?) -> Bool {
    about(session, absence).contains { $0.kind == .consented && ($0.client == nil || $0.client == client) }
  }

  func forbids(_ colleague: ClinicianID, _ session: Session, _ absence: AbsenceRun?) -> Bool {
    about(session, absence).contains { $0.kind == .forbid(colleague) }
  }

  /// The colleague to whom the session was last assigned.
  func assigned(_ session: Session, _ absence: AbsenceRun?) -> ClinicianID? {
    var colleague: ClinicianID?
    for decision in about(session, absence) { if case .assign(let chosen) = decision.kind { colleague = chosen } }
    return colleague
  }

  /// Whether a client of the session has been told about its cover.
  func isTold(_ session: Session, _ absence: AbsenceRun?) -> Bool {
    about(session, absence).contains { $0.kind == .told }
  }
}

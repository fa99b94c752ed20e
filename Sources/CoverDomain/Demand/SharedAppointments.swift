import CivilTime

/// Appointments that stand in the calendars of several clinicians: one key, one time, the same clients.
///
/// Such an appointment takes place as long as one of its clinicians is there. Where all of them are away it calls for
/// cover once, in the first one's name.
struct SharedAppointments {
  private let sessions: [Appointment: [ClinicianID]]
  private let away: [ClinicianID: IntervalSet]

  private struct Appointment: Hashable {
    let key: String
    let interval: Interval
    let clients: [ClientID]

    init(_ session: Session) {
      key = session.id.key
      interval = session.interval
      clients = session.clients
    }
  }

  init(_ diaries: [ClinicianID: Diary], away: [ClinicianID: IntervalSet]) {
    self.away = away
    var sessions: [Appointment: [ClinicianID]] = [:]
    // Only what is in somebody's leave is ever asked about.
    for (clinician, diary) in diaries {
      for session in diary.sessions where away[clinician]?.overlaps(session.interval) ?? false {
        sessions[Appointment(session)] = []
      }
    }
    for (clinician, diary) in diaries where !sessions.isEmpty {
      for session in diary.sessions { sessions[Appointment(session)]?.append(clinician) }
    }
    self.sessions = sessions
  }

  /// The session that stands for one whose clinician is away: another clinician's who is there, the first by id; where
  /// nobody is, that of the first, unless it is this one.
  func standingFor(_ session: Session) -> SessionID? {
    let all = (sessions[Appointment(session)] ?? []).sorted()
    guard all.count > 1 else { return nil }
    let there = all.first { !(away[$0]?.overlaps(session.interval) ?? false) }
    let holder = there ?? all[0]
    return holder == session.clinician ? nil : SessionID(clinician: holder, key: session.id.key)
  }
}

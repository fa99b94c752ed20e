import CivilTime
import CoverDomain

/// Colleagues who are given cover and get no invitation, because they or the practice have no email: somebody has to ask
/// them. Whom a person has assigned has been asked.
struct UninvitedColleagues: Sendable {
  /// Whether the practice itself has none: nobody can then be invited.
  let isPracticeSilent: Bool
  /// By id; when they are to be there, by time.
  let colleagues: [(id: ClinicianID, times: [Interval])]

  var isEmpty: Bool { colleagues.isEmpty }

  init(situation: Situation, history: EventHistory) {
    isPracticeSilent = MailAddress(situation.practice.email) == nil
    let zone = situation.practice.zone
    let settled = Set(situation.pins.filter { $0.reason == .assigned }.map { Settled($0.session, $0.colleague) })
    var times: [ClinicianID: [Interval]] = [:]
    for event in history.live where event.kind == .cover || event.kind == .referral {
      let interval = event.time.interval(in: zone)
      let email = MailAddress(situation.practice.clinician(event.by)?.email)?.text
      let isInvited = event.organizer != nil && event.attendees.contains { $0.email == email }
      guard interval.end > situation.now, !isInvited else { continue }
      if let key = event.session, settled.contains(Settled(SessionID(clinician: event.absent, key: key), event.by)) {
        continue
      }
      times[event.by, default: []].append(interval)
    }
    colleagues = times.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }

  private struct Settled: Hashable {
    let session: SessionID
    let colleague: ClinicianID

    init(_ session: SessionID, _ colleague: ClinicianID) {
      self.session = session
      self.colleague = colleague
    }
  }
}

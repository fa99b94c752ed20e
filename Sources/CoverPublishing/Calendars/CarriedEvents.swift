import CivilTime
import CoverDomain
import CoverIdentity

/// What becomes of an event of the last publication that the plan does not hold.
struct CarriedEvents: Sendable {
  enum Fate: Sendable {
    /// It stays published: it still stands outside the window, or is recent history.
    case kept
    /// It is over, long since or without effect: it is left out and nobody need hear of it.
    case forgotten
    /// It no longer stands.
    case withdrawn
  }

  private let situation: Situation
  private let carriedSessions: Set<SessionID>
  private let carriedReferrals: Set<SessionID>
  private let historyStart: Instant
  private let plannedAbsences: Set<Absence>

  /// Least number of days that history is kept.
  private static let historyDays = 28

  init(situation: Situation, plan: Plan) {
    self.situation = situation
    carriedSessions = Set(
      situation.carried.map { SessionID(clinician: $0.session.clinician, key: PlainText.oneLine($0.session.key)) })
    carriedReferrals = Set(
      situation.carriedReferrals.map {
        SessionID(clinician: $0.session.clinician, key: PlainText.oneLine($0.session.key))
      })
    let days = max(Self.historyDays, situation.practice.rules.fairnessLookBackDays)
    historyStart = situation.practice.zone.start(of: situation.window.from - days)
    plannedAbsences = Set(plan.absences.map(\.absence))
  }

  func fate(of event: CoverEvent) -> Fate {
    let interval = event.time.interval(in: situation.practice.zone)
    let window = situation.window.interval
    if interval.end <= situation.now {
      let tookPlace = interval.start < window.start || (event.kind == .handover && absence(of: event) != nil)
      return tookPlace && (interval.start >= historyStart || isOfAbsenceUnderWay(event, interval)) ? .kept : .forgotten
    }
    guard situation.practice.clinician(event.by) != nil else { return .withdrawn }
    switch event.kind {
    case .cover:
      let session = SessionID(clinician: event.absent, key: event.session ?? "")
      return carriedSessions.contains(session) ? .kept : .withdrawn
    case .referral:
      let request = SessionID(clinician: event.absent, key: event.session ?? "")
      return carriedReferrals.contains(request) ? .kept : .withdrawn
    case .contact:
      let isOutside = !window.contains(interval.start)
      return isOutside && situation.leaveTime[event.absent]?.overlaps(interval) ?? false ? .kept : .withdrawn
    case .handover:
      guard let absence = absence(of: event) else { return .withdrawn }
      return plannedAbsences.contains(absence) ? .withdrawn : .kept
    }
  }

  /// Whether it is cover of an absence that is not over: whom a client has met in it goes on being met, however long it
  /// lasts.
  private func isOfAbsenceUnderWay(_ event: CoverEvent, _ interval: Interval) -> Bool {
    event.kind == .cover
      && situation.absences.contains {
        $0.clinician == event.absent && $0.interval.end > situation.now && $0.interval.overlaps(interval)
      }
  }

  /// The absence that a handover belongs to, if there still is one that begins on that day.
  private func absence(of event: CoverEvent) -> Absence? {
    situation.absences.first { absence in
      guard absence.clinician == event.absent else { return false }
      let kind: Handover.Kind = event.isHandback ? .handback : .handover
      return event.uid
        == EventIdentity.handover(kind, of: event.absent, from: absence.days.lowerBound, with: event.by).uid
    }
  }
}

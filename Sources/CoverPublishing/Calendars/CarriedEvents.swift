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
  private let historyStart: Instant
  private let absenceOf: [String: Absence]
  private let plannedAbsences: Set<Absence>

  /// Least number of days that history is kept.
  private static let historyDays = 28

  init(situation: Situation, plan: Plan) {
    self.situation = situation
    carriedSessions = Set(
      situation.carried.map { SessionID(clinician: $0.session.clinician, key: PlainText.oneLine($0.session.key)) })
    let days = max(Self.historyDays, situation.practice.rules.fairnessLookBackDays)
    historyStart = situation.practice.zone.start(of: situation.window.from - days)
    plannedAbsences = Set(plan.absences.map(\.absence))
    absenceOf = Dictionary(
      situation.absences.flatMap { absence in
        situation.practice.colleagues(of: absence.clinician).flatMap { colleague in
          [Handover.Kind.handover, .handback].map { kind in
            let identity = EventIdentity.handover(
              kind, of: absence.clinician, from: absence.days.lowerBound, with: colleague.id)
            return (identity.uid, absence)
          }
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  func fate(of event: CoverEvent) -> Fate {
    let interval = event.time.interval(in: situation.practice.zone)
    let window = situation.window.interval
    if interval.end <= situation.now {
      let tookPlace = interval.start < window.start || (event.kind == .handover && absenceOf[event.uid] != nil)
      return tookPlace && interval.start >= historyStart ? .kept : .forgotten
    }
    guard situation.practice.clinician(event.by) != nil else { return .withdrawn }
    switch event.kind {
    case .cover:
      let session = SessionID(clinician: event.absent, key: event.session ?? "")
      return carriedSessions.contains(session) ? .kept : .withdrawn
    case .contact:
      let isOutside = !window.contains(interval.start)
      return isOutside && situation.leaveTime[event.absent]?.overlaps(interval) ?? false ? .kept : .withdrawn
    case .handover:
      guard let absence = absenceOf[event.uid] else { return .withdrawn }
      return plannedAbsences.contains(absence) ? .withdrawn : .kept
    }
  }
}

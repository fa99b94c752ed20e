import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification

/// Ann is away from Monday the 21st to Wednesday the 23rd and has one session, on Tuesday at 10:00, which Ben takes.
struct OneSession {
  var roster: Roster
  var session: SessionID

  /// - Parameter ben: what is special about Ben.
  /// - Parameter client: what is special about the client.
  init(
    place: Place = .open, ben: (inout Clinician) -> Void = { _ in }, client: (inout Client) -> Void = { _ in }
  ) {
    roster = Roster()
    roster.clinician("ann")
    roster.clinician("ben", ben)
    roster.client("C1", of: "ann", client)
    roster.leave("ann", "2026-12-21..2026-12-23")
    session = roster.session("ann", "2026-12-22 10:00-10:50", "C1", place: place)
  }

  /// What is wrong with Ben's cover.
  func breaches() -> [Breach] {
    let situation = roster.situation()
    var draft = DraftPlan(situation)
    draft.cover(session, by: "ben")
    return Verifier(situation: situation).breaches(of: draft.plan())
  }

  /// The rules broken by Ben's cover; a fault in the structure counts as `decided`, which no test of this kind expects.
  func rules() -> [Rule] { breaches().map { $0.rule ?? .decided } }
}

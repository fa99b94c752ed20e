import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@Suite("What a decision is about")
struct DecisionTests {
  /// Ann's absence from the 21st to the 23rd, with a session of C1 and C2.
  private let situation: Situation
  private let demand: Demand

  init() throws {
    var roster = Roster()
    roster.clinician("ann")
    roster.leave("ann", "2026-12-21..2026-12-23")
    roster.session("ann", "2026-12-22 10:00-10:50", "C1 C2", key: "S")
    situation = roster.situation()
    demand = try #require(situation.demands.first)
  }

  private func concerns(client: String? = nil, session: (String, String)? = nil, absence: (String, String)? = nil)
    -> Bool
  {
    let times = Times()
    return Decision(
      kind: .told, client: client.map { ClientID($0) },
      session: session.map { SessionID(clinician: ClinicianID($0.0), key: $0.1) },
      absence: absence.map { Decision.AbsenceDay(clinician: ClinicianID($0.0), day: times.day($0.1)) },
      source: Source(file: "decisions.yaml")
    ).concerns(demand.session, in: demand.absence)
  }

  @Test("a client of the session, not another")
  func client() {
    #expect(concerns(client: "C1"))
    #expect(concerns(client: "C2"))
    #expect(!concerns(client: "C3"))
  }

  @Test("the session by clinician and key")
  func session() {
    #expect(concerns(session: ("ann", "S")))
    #expect(!concerns(session: ("ben", "S")))
    #expect(!concerns(session: ("ann", "T")))
  }

  @Test(
    "any day of the absence, of that clinician",
    arguments: [
      ("ann", "2026-12-21", true), ("ann", "2026-12-23", true), ("ann", "2026-12-20", false),
      ("ann", "2026-12-24", false),
      ("ben", "2026-12-22", false),
    ])
  func absence(clinician: String, day: String, concerns expected: Bool) {
    #expect(concerns(absence: (clinician, day)) == expected)
  }

  @Test("each that is named narrows it")
  func narrows() {
    #expect(concerns(client: "C1", session: ("ann", "S"), absence: ("ann", "2026-12-22")))
    #expect(!concerns(client: "C3", session: ("ann", "S")))
    #expect(!concerns(client: "C1", absence: ("ann", "2026-12-24")))
  }

  @Test("an absence means nothing for a session that no absence affects")
  func noAbsence() {
    let decision = Decision(
      kind: .wait, absence: Decision.AbsenceDay(clinician: ClinicianID("ann"), day: Times().day("2026-12-22")),
      source: Source(file: "decisions.yaml"))
    #expect(!decision.concerns(demand.session, in: nil))
  }
}

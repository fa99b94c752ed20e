import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPlanning

@Suite("P5: what people have decided, accepted and told")
struct PromiseTests {
  private var roster: Roster {
    var roster = Roster()
    for name in ["ann", "ben", "cat"] { roster.clinician(name) }
    roster.client("C1") { $0.prefers = [Tag("cat")] }
    roster.leave("ann", "2026-12-21..2026-12-25")
    return roster
  }

  private func plan(_ roster: Roster) throws -> Plan { try Planner(situation: roster.situation()).plan() }

  @Test("an assignment stands against every tier")
  func assigned() throws {
    var roster = roster
    let session = roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    roster.decide(.assign(ClinicianID("ben")), session: session)
    let plan = try plan(roster)
    #expect(plan.assignments[0].outcome.cover?.by == ClinicianID("ben"))
    #expect(plan.brokenPromises.isEmpty)
  }

  @Test("an accepted session and a told one stand", arguments: [true, false])
  func acceptedAndTold(accepted: Bool) throws {
    var roster = roster
    let session = roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    roster.published(session, by: "ben", "2026-12-22 10:00-11:00", clients: "C1", sequence: 1)
    roster.rules.priorities = [.required, .preferred, .preference, .stability, .continuity, .sameTime, .fairness]
    #expect(try plan(roster).assignments[0].outcome.cover?.by == ClinicianID("cat"))
    if accepted {
      roster.answer(session, "ben", .accepted, sequence: 1)
    } else {
      roster.decide(.told, session: session)
    }
    #expect(try plan(roster).assignments[0].outcome.cover?.by == ClinicianID("ben"))
  }

  @Test("a promise that a rule forbids is named with the rule")
  func forbidden() throws {
    var roster = roster
    let session = roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    roster.decide(.assign(ClinicianID("ben")), session: session)
    roster.leave("ben", "2026-12-22")
    let plan = try plan(roster)
    #expect(plan.assignments[0].outcome.cover?.by == ClinicianID("cat"))
    #expect(plan.brokenPromises.map(\.rules) == [[.onLeave]])
  }

  @Test("of promises that exclude one another as many as possible are kept, and the others named")
  func conflict() throws {
    var roster = roster
    let long = roster.session("ann", "2026-12-22 10:00-12:00", "C1")
    let first = roster.session("ann", "2026-12-22 10:00-11:00", "C2")
    let second = roster.session("ann", "2026-12-22 11:00-12:00", "C3")
    for session in [long, first, second] { roster.decide(.assign(ClinicianID("ben")), session: session) }
    let plan = try plan(roster)
    let byBen = plan.assignments.filter { $0.outcome.cover?.by == ClinicianID("ben") }.map(\.session.id)
    #expect(Set(byBen) == [first, second])
    #expect(plan.brokenPromises.map(\.pin.session) == [long])
    #expect(plan.brokenPromises.map(\.rules) == [[.onePlace]])
  }

  @Test("the manager's assignment goes before what a client was told of the same session")
  func assignedBeforeTold() throws {
    var roster = roster
    let session = roster.session("ann", "2026-12-22 10:00-11:00", "C1")
    roster.published(session, by: "cat", "2026-12-22 10:00-11:00", clients: "C1")
    roster.decide(.told, session: session)
    roster.decide(.assign(ClinicianID("ben")), session: session)
    let plan = try plan(roster)
    #expect(plan.assignments[0].outcome.cover?.by == ClinicianID("ben"))
    #expect(plan.brokenPromises.map(\.pin.reason) == [.told])
    #expect(plan.brokenPromises.map(\.rules) == [[.decided]])
  }

  @Test("a closed session breaks its promise; a client who chose to wait has released it")
  func closedOrWaiting() throws {
    var closed = roster
    let session = closed.session("ann", "2026-12-22 10:00-11:00", "C1")
    closed.decide(.assign(ClinicianID("ben")), session: session)
    var waiting = closed
    closed.closure("2026-12-22")
    #expect(try plan(closed).assignments[0].outcome == .closed)
    #expect(try plan(closed).brokenPromises.map(\.rules) == [[.hours]])
    waiting.decide(.wait, client: "C1")
    #expect(try plan(waiting).assignments[0].outcome == .waiting)
    #expect(try plan(waiting).brokenPromises.isEmpty)
  }
}

import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@Suite("Verification of a plan's structure")
struct StructureTests {
  /// A legal plan with a session of every outcome.
  private struct Every {
    var roster = Roster()
    let covered: SessionID
    let waiting: SessionID
    let none: SessionID
    let closed: SessionID
    let uncovered: SessionID
    let usual: SessionID

    init(gridMinutes: Int = 30, withinDays: Int = 1) {
      roster.rules.retime.withinDays = withinDays
      roster.rules.retime.gridMinutes = gridMinutes
      roster.clinician("ann")
      roster.clinician("ben")
      roster.client("C1", of: "ann") { $0.times = WeeklyHoursText("mon-fri 09:30-13:00").hours }
      roster.client("W1", of: "ann") { $0.cover = .wait }
      roster.client("N1", of: "ann") { $0.cover = .none }
      roster.client("U1", of: "ann") { $0.needs = [Tag("emdr")] }
      roster.leave("ann", "2026-12-21..2026-12-23")
      roster.closure("2026-12-24")
      covered = roster.session("ann", "2026-12-22 10:00-10:50", "C1")
      waiting = roster.session("ann", "2026-12-22 11:00-11:50", "W1")
      none = roster.session("ann", "2026-12-22 12:00-12:50", "N1")
      closed = roster.session("ann", "2026-12-24 10:00-10:50", "C1")
      uncovered = roster.session("ann", "2026-12-22 14:00-14:50", "U1")
      usual = roster.session("ann", "2026-12-18 14:00-14:50", "U1")
    }

    func draft(_ situation: Situation) -> DraftPlan {
      var draft = DraftPlan(situation)
      draft.cover(covered, by: "ben")
      draft.reasons[uncovered] = [ClinicianID("ben"): [.specialty]]
      return draft
    }

    /// The breaches of the plan after a change.
    func breaches(
      draft change: (inout DraftPlan) -> Void = { _ in }, plan: (Plan) -> Plan = { $0 }
    ) -> [Breach.Kind] {
      let situation = roster.situation()
      var draft = draft(situation)
      change(&draft)
      return Verifier(situation: situation).breaches(of: plan(draft.plan())).map(\.kind)
    }

    /// The breaches after the assignments were changed.
    func breaches(assignments change: ([Assignment]) -> [Assignment]) -> [Breach.Kind] {
      breaches(plan: { $0.with(assignments: change($0.assignments)) })
    }
  }

  private let every = Every()

  @Test("what is said to help is held against the rules: it must change something, and be enough")
  func remedies() throws {
    let ben = ClinicianID("ben")
    let session = try #require(
      every.roster.situation().diaries[ClinicianID("ann")]?.sessions.first { $0.id == every.uncovered })
    func kinds(_ suppositions: [Supposition], _ covers: [SessionID: Cover]) -> [Breach.Kind] {
      let remedy = Gap.Remedy(
        colleague: ben, rules: [.specialty], changes: ["Ben has emdr"], suppositions: suppositions, covers: covers)
      let gap = Gap(why: [Gap.Obstacles(colleague: ben, rules: [.specialty])], wouldHelp: [remedy])
      return every.breaches {
        $0.map { $0.session.id == every.uncovered ? $0.with(outcome: .uncovered(gap)) : $0 }
      }
    }
    let covers = [every.uncovered: Cover(by: ben, interval: session.interval)]
    #expect(kinds([.specialty(ben, Tag("emdr"))], covers) == [])
    #expect(kinds([.specialty(ben, Tag("child"))], covers) == [.wrongRemedy])
    #expect(kinds([.specialty(ben, Tag("emdr"))], [:]) == [.wrongRemedy])
    #expect(kinds([], covers) == [.wrongRemedy])
    #expect(kinds([.assigned(every.uncovered, ben)], covers) == [.wrongRemedy])
    // The session that has cover would lose it to this one.
    let times = every.roster.times
    let at = times.interval("2026-12-22 10:00-10:50")
    #expect(
      kinds(
        [.specialty(ben, Tag("emdr")), .otherTime(every.uncovered, at)], [every.uncovered: Cover(by: ben, interval: at)]
      )
        == [.wrongRemedy])
  }

  @Test("a plan with every outcome is legal")
  func legal() { #expect(every.breaches().isEmpty) }

  @Test("a session that is left out is missed, whatever its outcome")
  func missing() {
    for session in [every.waiting, every.none, every.closed] {
      let kinds = every.breaches { $0.filter { $0.session.id != session } }
      #expect(kinds == [.missingAssignment])
    }
  }

  @Test("a session twice, or one that takes place as usual, is told")
  func stray() throws {
    #expect(every.breaches { $0 + $0.suffix(1) } == [.strayAssignment])
    let usual = try #require(
      every.roster.situation().diaries[ClinicianID("ann")]?.sessions.first { $0.id == every.usual })
    let stray = Assignment(
      demand: Demand(session: usual, absence: nil, isClosed: false, need: .none), outcome: .none)
    #expect(every.breaches { $0 + [stray] } == [.strayAssignment])
  }

  @Test("a session whose facts are not the diary's is told")
  func wrongSession() {
    let later = every.breaches {
      $0.map { assignment in
        guard assignment.session.id == every.waiting else { return assignment }
        let session = Session(
          id: assignment.session.id, clients: assignment.session.clients,
          interval: every.roster.times.interval("2026-12-22 11:00-12:00"), place: .open,
          source: assignment.session.source)
        return assignment.with(demand: assignment.demand.with(session: session))
      }
    }
    #expect(later == [.wrongSession])
    let withoutAbsence = every.breaches {
      $0.map { $0.session.id == every.waiting ? $0.with(demand: $0.demand.with(absence: nil)) : $0 }
    }
    #expect(withoutAbsence == [.wrongSession])
  }

  @Test("which session stands for an appointment of two clinicians is derived anew", arguments: [false, true])
  func shared(bothAreAway: Bool) {
    var roster = Roster()
    for name in ["ann", "ben", "cat"] { roster.clinician(name) }
    roster.leave("ann", "2026-12-22")
    if bothAreAway { roster.leave("ben", "2026-12-22") }
    let held = roster.session("ann", "2026-12-22 10:00-10:50", "C1", key: "joint")
    roster.session("ben", "2026-12-22 10:00-10:50", "C1", key: "joint")
    let situation = roster.situation()
    var draft = DraftPlan(situation)
    if bothAreAway { draft.cover(held, by: "cat") }
    let plan = draft.plan()
    #expect(Verifier(situation: situation).breaches(of: plan).isEmpty)
    let alone = plan.assignments.map { assignment in
      let demand = assignment.demand
      return assignment.with(
        demand: Demand(
          session: demand.session, absence: demand.absence, isClosed: demand.isClosed, need: demand.need))
    }
    #expect(Verifier(situation: situation).breaches(of: plan.with(assignments: alone)).map(\.kind) == [.wrongSession])
  }

  @Test("a wrong need is told, and so is an outcome that does not go with the need")
  func needAndOutcome() {
    let need = every.breaches {
      $0.map { $0.session.id == every.waiting ? $0.with(demand: $0.demand.with(need: .none)) : $0 }
    }
    #expect(need == [.wrongNeed])
    for session in [every.waiting, every.none, every.closed] {
      for outcome in [Outcome.waiting, .none, .closed, .uncovered(Gap(why: [], wouldHelp: []))] {
        let kinds = every.breaches { $0.map { $0.session.id == session ? $0.with(outcome: outcome) : $0 } }
        let fits = [every.waiting: Outcome.waiting, every.none: .none, every.closed: .closed][session] == outcome
        #expect(kinds == (fits ? [] : [.wrongOutcome]))
      }
    }
  }

  @Test("cover where none is wanted is told")
  func unwantedCover() {
    let kinds = every.breaches(draft: { $0.cover(every.none, by: "ben") })
    #expect(kinds.contains(.wrongOutcome))
  }

  @Test("a plan for another window is told")
  func window() throws {
    let times = every.roster.times
    let other = try #require(
      PlanningWindow(from: times.day("2026-12-14"), to: times.day("2026-12-29"), zone: times.zone))
    #expect(every.breaches(plan: { $0.with(window: other) }) == [.wrongWindow])
  }

  @Test("somebody who is not in the practice is told")
  func unknownColleague() {
    // The handovers are with somebody unknown as well, who is not free for them: none is placed.
    #expect(every.breaches(draft: { $0.cover(every.covered, by: "zoe") }) == [.unknownClinician])
  }

  @Test(
    "a session is moved on the grid, within the days, and inside the client's times alone",
    arguments: [
      ("2026-12-22 09:30", true), ("2026-12-22 09:15", false), ("2026-12-21 09:30", true), ("2026-12-23 12:00", true),
      ("2026-12-23 12:30", false), ("2026-12-21 09:00", false), ("2026-12-18 10:00", false),
    ])
  func moved(start: String, holds: Bool) {
    let instant = every.roster.times.instant(start)
    #expect(every.breaches(draft: { $0.cover(every.covered, by: "ben", at: instant) }) == (holds ? [] : [.wrongTime]))
  }

  @Test("nothing is moved where the practice does not, a client's times are unknown, or the time is past")
  func notMoved() {
    let start = every.roster.times.instant("2026-12-22 11:00")
    #expect(Every(withinDays: 0).breaches(draft: { $0.cover(every.covered, by: "ben", at: start) }) == [.wrongTime])
    var late = Every()
    late.roster.now = start + 1
    #expect(late.breaches(draft: { $0.cover(every.covered, by: "ben", at: start) }) == [.wrongTime])
    let unknown = OneSession()
    var roster = unknown.roster
    roster.rules.retime.withinDays = 1
    let situation = roster.situation()
    var draft = DraftPlan(situation)
    draft.cover(unknown.session, by: "ben", at: start)
    #expect(Verifier(situation: situation).breaches(of: draft.plan()).map(\.kind) == [.wrongTime])
  }

  @Test("a cover of another length is told")
  func length() {
    let longer = every.roster.times.interval("2026-12-22 10:00-11:00")
    let kinds = every.breaches {
      $0.map {
        $0.session.id == every.covered
          ? $0.with(outcome: .covered(Cover(by: ClinicianID("ben"), interval: longer))) : $0
      }
    }
    #expect(kinds == [.wrongTime])
  }

  @Test("a gap names every colleague, and what truly stands in the way")
  func reasons() {
    let none = every.breaches(draft: { $0.reasons[every.uncovered] = [:] })
    #expect(none == [.wrongReason])
    let untrue = every.breaches(draft: { $0.reasons[every.uncovered] = [ClinicianID("ben"): [.specialty, .hours]] })
    #expect(untrue == [.wrongReason])
    let nobody = every.breaches {
      $0.map { $0.session.id == every.uncovered ? $0.with(outcome: .uncovered(Gap(why: [], wouldHelp: []))) : $0 }
    }
    #expect(nobody == [.wrongReason])
  }

  @Test("a gap that somebody could fill belies a proven tier, and only that")
  func notBest() {
    let one = OneSession()
    let situation = one.roster.situation()
    var draft = DraftPlan(situation)
    #expect(Verifier(situation: situation).breaches(of: draft.plan()).map(\.kind) == [.notBest])
    draft.isProven = false
    #expect(Verifier(situation: situation).breaches(of: draft.plan()).isEmpty)
  }
}

import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@testable import CoverPlanning

/// Ann is away on 22 December; it is one o'clock. Her session at 10 is over, that at 16 is to come; Cat takes one a day.
@Suite("What has begun")
struct PastTests {
  private struct Afternoon {
    var roster = Roster()
    let over: SessionID
    let toCome: SessionID

    init() {
      roster.clinician("ann")
      roster.clinician("cat") { $0.limits.coverPerDay = 1 }
      roster.client("K10", of: "ann")
      roster.client("K11", of: "ann") { $0.cover = .required }
      roster.leave("ann", "2026-12-22")
      over = roster.session("ann", "2026-12-22 10:00-10:50", "K10")
      toCome = roster.session("ann", "2026-12-22 16:00-16:50", "K11")
      roster.now = roster.times.instant("2026-12-22 13:00")
    }

    func plan() throws -> Plan {
      let situation = roster.situation()
      let plan = try Planner(situation: situation).plan()
      #expect(Verifier(situation: situation).breaches(of: plan) == [])
      return plan
    }
  }

  private func opening(_ plan: Plan, _ session: SessionID) -> Gap? {
    guard case .uncovered(let gap)? = plan.assignments.first(where: { $0.session.id == session })?.outcome else {
      return nil
    }
    return gap
  }

  @Test("nobody is named for it any more, and it takes no place of what is to come")
  func notPlanned() throws {
    var afternoon = Afternoon()
    afternoon.roster.change(client: "K10") { $0.cover = .required }
    let plan = try afternoon.plan()
    #expect(plan.covers[afternoon.toCome]?.by == ClinicianID("cat"))
    let gap = try #require(opening(plan, afternoon.over))
    #expect(gap.why.map(\.rules) == [[.hours, .coverDayLimit]] && gap.wouldHelp.isEmpty)
    #expect(plan.help == .none)
    #expect(plan.tiers.first?.value == 1)
  }

  @Test("it is moved to no other time either")
  func notMoved() throws {
    var afternoon = Afternoon()
    afternoon.roster.rules.retime.withinDays = 2
    afternoon.roster.change(client: "K10") { $0.times = WeeklyHoursText("mon-fri 09:00-17:00").hours }
    #expect(try opening(afternoon.plan(), afternoon.over) != nil)
  }

  @Test("verification holds cover of it for a breach, whoever takes it")
  func verified() {
    let afternoon = Afternoon()
    let situation = afternoon.roster.situation()
    var draft = DraftPlan(situation)
    draft.cover(afternoon.over, by: "cat")
    draft.reasons[afternoon.toCome] = [ClinicianID("cat"): [.coverDayLimit]]
    let breaches = Verifier(situation: situation).breaches(of: draft.plan())
    #expect(breaches.contains { $0.rule == .hours && $0.session == afternoon.over })
  }

  @Test("what was published of it stays, though its colleague could then take more that is to come")
  func published() throws {
    var afternoon = Afternoon()
    afternoon.roster.published(afternoon.over, by: "cat", "2026-12-22 10:00-10:50", clients: "K10")
    let plan = try afternoon.plan()
    #expect(plan.covers[afternoon.over]?.by == ClinicianID("cat"))
    #expect(opening(plan, afternoon.toCome)?.why.map(\.rules) == [[.coverDayLimit]])
    #expect(plan.brokenPromises.isEmpty)
  }

  @Test("what was published of it and moved stays at its time")
  func publishedAndMoved() throws {
    var afternoon = Afternoon()
    afternoon.roster.rules.retime.withinDays = 1
    afternoon.roster.change(client: "K10") { $0.times = WeeklyHoursText("mon-fri 09:00-17:00").hours }
    afternoon.roster.published(afternoon.over, by: "cat", "2026-12-21 11:00-11:50", clients: "K10")
    let plan = try afternoon.plan()
    #expect(plan.covers[afternoon.over]?.interval == afternoon.roster.times.interval("2026-12-21 11:00-11:50"))
    #expect(plan.tiers.first { $0.tier == .stability }?.value == 0)
  }

  @Test("what a person decided about it stands as well: they know who was there")
  func decided() throws {
    var afternoon = Afternoon()
    afternoon.roster.clinician("ben")
    afternoon.roster.published(afternoon.over, by: "cat", "2026-12-22 10:00-10:50", clients: "K10")
    afternoon.roster.decide(.assign(ClinicianID("ben")), session: afternoon.over)
    let plan = try afternoon.plan()
    #expect(plan.covers[afternoon.over]?.by == ClinicianID("ben"))
    #expect(plan.covers[afternoon.toCome]?.by == ClinicianID("cat"))
  }

  @Test("where a rule forbids what was published, that is named, and nobody else is put in")
  func broken() throws {
    var afternoon = Afternoon()
    afternoon.roster.clinician("ben")
    afternoon.roster.leave("cat", "2026-12-22")
    afternoon.roster.published(afternoon.over, by: "cat", "2026-12-22 10:00-10:50", clients: "K10")
    let plan = try afternoon.plan()
    #expect(plan.brokenPromises.map(\.pin.reason) == [.begun] && plan.brokenPromises[0].rules == [.onLeave])
    #expect(opening(plan, afternoon.over)?.why.map(\.rules) == [[.hours], [.onLeave]])
    #expect(plan.covers[afternoon.toCome]?.by == ClinicianID("ben"))
  }
}

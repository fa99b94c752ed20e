import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@Suite("A plan's words")
struct PlanTests {
  private func draft() -> (DraftPlan, SessionID) {
    var roster = Roster()
    roster.clinician("ann")
    roster.clinician("ben")
    roster.client("W1") { $0.cover = .wait }
    roster.client("N1") { $0.cover = .none }
    roster.leave("ann", "2026-12-21..2026-12-23")
    roster.closure("2026-12-24")
    let session = roster.session("ann", "2026-12-22 10:00-10:50", "C1")
    roster.session("ann", "2026-12-22 11:00-11:50", "W1")
    roster.session("ann", "2026-12-22 12:00-12:50", "N1")
    roster.session("ann", "2026-12-24 10:00-10:50", "C1")
    return (DraftPlan(roster.situation()), session)
  }

  @Test("each outcome has its name; a cover at another time is moved")
  func outcomes() {
    var (draft, session) = draft()
    #expect(draft.plan().assignments.map(\.outcomeName) == ["uncovered", "waiting", "none", "closed"])
    draft.cover(session, by: "ben")
    #expect(draft.plan().count("covered") == 1)
    draft.cover(session, by: "ben", at: Times().instant("2026-12-22 14:00"))
    #expect(draft.plan().count("moved") == 1)
    #expect(draft.plan().count("covered") == 0)
  }

  @Test("a plan is optimal when every tier is proven")
  func status() {
    var (draft, session) = draft()
    #expect(draft.plan().status == .optimal)
    draft.isProven = false
    draft.cover(session, by: "ben")
    #expect(draft.plan().status == .feasible)
  }

  @Test("a bound never lies above its value")
  func bound() {
    #expect(TierResult(tier: .required, value: 2, bound: 3).bound == 2)
    #expect(!TierResult(tier: .required, value: 2, bound: 1).isProven)
  }

  @Test("a ledger adds up when every component ended in one place")
  func ledger() {
    #expect(LedgerEntry(file: "a.ics", components: 3, counts: [.session: 2, .busy: 1]).addsUp)
    #expect(!LedgerEntry(file: "a.ics", components: 3, counts: [.session: 2]).addsUp)
  }
}

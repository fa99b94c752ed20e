import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@Suite("Verification of what people have decided, P5")
struct DecidedTests {
  /// Ann is away; Ben and Cat are there; one session on Tuesday.
  private struct Pinned {
    var roster = Roster()
    let session: SessionID

    init(cat: (inout Clinician) -> Void = { _ in }, client: (inout Client) -> Void = { _ in }) {
      roster.clinician("ann")
      roster.clinician("ben")
      roster.clinician("cat", cat)
      roster.client("C1", of: "ann", client)
      roster.leave("ann", "2026-12-21..2026-12-23")
      session = roster.session("ann", "2026-12-22 10:00-10:50", "C1")
    }

    /// The breaches of a plan in which that colleague, or nobody, covers.
    func breaches(by colleague: String?, _ change: (inout DraftPlan) -> Void = { _ in }) -> [Breach] {
      let situation = roster.situation()
      var draft = DraftPlan(situation)
      if let colleague { draft.cover(session, by: colleague) }
      change(&draft)
      return Verifier(situation: situation).breaches(of: draft.plan())
    }
  }

  @Test("what was assigned is kept, or it is a breach")
  func assigned() {
    var pinned = Pinned()
    pinned.roster.decide(.assign(ClinicianID("cat")), client: "C1")
    #expect(pinned.breaches(by: "cat").isEmpty)
    #expect(pinned.breaches(by: "ben").map(\.rule) == [.decided])
    #expect(pinned.breaches(by: "ben") { $0.breaks(.assigned, of: pinned.session, because: [.hours]) }.count == 1)
    #expect(pinned.breaches(by: "ben") { $0.breaks(.assigned, of: pinned.session, because: []) }.count == 1)
  }

  @Test("of several assignments the last counts")
  func lastAssignment() {
    var pinned = Pinned()
    pinned.roster.decide(.assign(ClinicianID("cat")), client: "C1")
    pinned.roster.decide(.assign(ClinicianID("ben")), session: pinned.session)
    #expect(pinned.breaches(by: "ben").isEmpty)
    #expect(pinned.breaches(by: "cat").map(\.rule) == [.decided])
  }

  @Test("where a rule stands in the way, the promise is to be named, with that rule")
  func broken() {
    var pinned = Pinned()
    pinned.roster.decide(.assign(ClinicianID("cat")), client: "C1")
    pinned.roster.leave("cat", "2026-12-22")
    #expect(pinned.breaches(by: "ben").map(\.rule) == [.decided])
    #expect(pinned.breaches(by: "ben") { $0.breaks(.assigned, of: pinned.session, because: [.onLeave]) }.isEmpty)
    #expect(pinned.breaches(by: "ben") { $0.breaks(.assigned, of: pinned.session, because: [.hours]) }.count == 1)
    #expect(pinned.breaches(by: "ben") { $0.breaks(.assigned, of: pinned.session, because: []) }.count == 1)
  }

  @Test("what a client was told and what a colleague accepted is kept", arguments: [Pin.Reason.told, .accepted])
  func published(reason: Pin.Reason) {
    var pinned = Pinned()
    pinned.roster.published(pinned.session, by: "cat", "2026-12-22 10:00-10:50", clients: "C1", sequence: 2)
    #expect(pinned.breaches(by: "ben").isEmpty)
    if reason == .told {
      pinned.roster.decide(.told, client: "C1")
    } else {
      pinned.roster.answer(pinned.session, "cat", .accepted, sequence: 2)
    }
    #expect(pinned.breaches(by: "cat").isEmpty)
    #expect(pinned.breaches(by: "ben").map(\.rule) == [.decided])
    #expect(pinned.breaches(by: nil) { $0.reasons[pinned.session] = [:] }.contains { $0.rule == .decided })
  }

  @Test(
    "what a client was told of an earlier cover settles nothing",
    arguments: [("2026-12-01 10:00", 1), ("2026-11-30", 0)])
  func toldBefore(at: String, breaches: Int) {
    var pinned = Pinned()
    pinned.roster.published(
      pinned.session, by: "cat", "2026-12-22 10:00-10:50", clients: "C1", since: "2026-12-01 10:00")
    pinned.roster.decide(.told, client: "C1", at: at)
    #expect(pinned.breaches(by: "ben").count == breaches)
  }

  @Test("an answer to an earlier question settles nothing")
  func oldAnswer() {
    var pinned = Pinned()
    pinned.roster.published(pinned.session, by: "cat", "2026-12-22 10:00-10:50", clients: "C1", sequence: 2)
    pinned.roster.answer(pinned.session, "cat", .accepted, sequence: 1)
    #expect(pinned.breaches(by: "ben").isEmpty)
  }

  @Test("of two promises for one session the stronger is kept and the other named")
  func strongerFirst() {
    var pinned = Pinned()
    pinned.roster.published(pinned.session, by: "cat", "2026-12-22 10:00-10:50", clients: "C1")
    pinned.roster.decide(.told, client: "C1")
    pinned.roster.decide(.assign(ClinicianID("ben")), client: "C1")
    #expect(pinned.breaches(by: "ben").map(\.rule) == [.decided])
    #expect(pinned.breaches(by: "ben") { $0.breaks(.told, of: pinned.session, because: [.decided]) }.isEmpty)
    let weaker = pinned.breaches(by: "cat") { $0.breaks(.assigned, of: pinned.session, because: [.decided]) }
    #expect(weaker.map(\.rule) == [.decided])
  }

  @Test("a promise that cannot be kept beside another kept one is named")
  func besideAnother() {
    var pinned = Pinned(cat: { $0.limits.coverPerDay = 1 })
    let second = pinned.roster.session("ann", "2026-12-22 14:00-14:50", "C1")
    pinned.roster.decide(.assign(ClinicianID("cat")), client: "C1")
    let named = pinned.breaches(by: "cat") {
      $0.cover(second, by: "ben")
      $0.breaks(.assigned, of: second, because: [.coverDayLimit])
    }
    #expect(named.isEmpty)
    // Neither is kept: each stands in the way of nothing.
    let neither = pinned.breaches(by: "ben") {
      $0.cover(second, by: "ben")
      $0.breaks(.assigned, of: pinned.session, because: [.coverDayLimit])
      $0.breaks(.assigned, of: second, because: [.coverDayLimit])
    }
    #expect(neither.map(\.rule) == [.decided, .decided])
  }

  @Test("cover that nobody was promised gives way to a promise")
  func givesWay() {
    var pinned = Pinned(cat: { $0.limits.coverPerDay = 1 })
    let second = pinned.roster.session("ann", "2026-12-22 14:00-14:50", "C2")
    pinned.roster.decide(.assign(ClinicianID("cat")), client: "C1")
    let breaches = pinned.breaches(by: "ben") {
      $0.cover(second, by: "cat")
      $0.breaks(.assigned, of: pinned.session, because: [.coverDayLimit])
    }
    #expect(breaches.map(\.rule) == [.decided])
  }

  @Test("a promise that is named as broken and kept, or that nobody made, is a breach")
  func falselyNamed() {
    var pinned = Pinned()
    pinned.roster.decide(.assign(ClinicianID("cat")), client: "C1")
    #expect(pinned.breaches(by: "cat") { $0.breaks(.assigned, of: pinned.session, because: [.hours]) }.count == 1)
    let invented = BrokenPromise(
      pin: Pin(session: pinned.session, colleague: ClinicianID("ben"), start: nil, reason: .told), rules: [.hours])
    #expect(pinned.breaches(by: "cat") { $0.brokenPromises = [invented] }.map(\.rule) == [.decided])
  }

  @Test("a promise for a session that now falls into a closure is named; one whose client now waits need not be")
  func withoutObject() {
    var told = Pinned()
    told.roster.published(told.session, by: "cat", "2026-12-22 10:00-10:50", clients: "C1")
    told.roster.decide(.told, client: "C1")
    var closed = told
    closed.roster.closure("2026-12-22")
    #expect(closed.breaches(by: nil).map(\.rule) == [.decided])
    #expect(closed.breaches(by: nil) { $0.breaks(.told, of: closed.session, because: [.hours]) }.isEmpty)
    told.roster.decide(.wait, client: "C1")
    #expect(told.breaches(by: nil).isEmpty)
  }

  @Test("a promised time to which the session can no longer be moved is reason enough")
  func promisedTime() {
    var pinned = Pinned()
    pinned.roster.published(pinned.session, by: "cat", "2026-12-22 12:00-12:50", clients: "C1")
    pinned.roster.decide(.told, client: "C1")
    #expect(pinned.breaches(by: "cat") { $0.breaks(.told, of: pinned.session, because: [.decided]) }.isEmpty)
  }
}

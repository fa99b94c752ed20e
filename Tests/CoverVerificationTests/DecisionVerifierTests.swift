import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@Suite("What becomes of a decision")
struct DecisionVerifierTests {
  /// Ann is away on the 22nd; AB and CD see her at 10 and 11. The present is the 14th.
  private struct Practice {
    var roster = Roster()
    let first: SessionID
    let second: SessionID

    init(ben: (inout Clinician) -> Void = { _ in }, client: (inout Client) -> Void = { _ in }) {
      roster.clinician("ann")
      roster.clinician("ben", ben)
      roster.clinician("cat")
      roster.client("AB", of: "ann", client)
      roster.client("CD", of: "ann")
      roster.leave("ann", "2026-12-22")
      first = roster.session("ann", "2026-12-22 10:00-10:50", "AB")
      second = roster.session("ann", "2026-12-22 11:00-11:50", "CD")
    }

    /// The standing of the decision of that place.
    func standing(_ index: Int = 0) -> DecisionStanding {
      let situation = roster.situation()
      return DecisionVerifier(situation: situation).standing(of: situation.decisions[index])
    }
  }

  private let ben = ClinicianID("ben")
  private let cat = ClinicianID("cat")

  @Test("An assignment that nothing forbids is kept, for the sessions that it is about")
  func kept() {
    var practice = Practice()
    practice.roster.decide(.assign(ben), client: "AB")
    #expect(practice.standing().state == .kept)
    #expect(practice.standing().sessions.map(\.id) == [practice.first])
  }

  @Test("Rules that stand in the way are named, all of them, in their order")
  func obstacles() {
    var practice = Practice(client: { $0.language = LanguageTag("fr") })
    practice.roster.busy("ben", "2026-12-22 10:30-11:00")
    practice.roster.decide(.assign(ben), session: practice.first)
    let standing = practice.standing()
    #expect(standing.state == .broken)
    #expect(standing.obstacles.map(\.rules) == [[.busy, .language]])
    #expect(standing.obstacles.first?.details.count == 2)
  }

  @Test("Of two assignments that cannot both be kept one is: that which the publication keeps")
  func oneOfTwo() {
    var practice = Practice(ben: { $0.limits.coverPerDay = 1 })
    practice.roster.decide(.assign(ben), session: practice.first)
    practice.roster.decide(.assign(ben), session: practice.second)
    #expect([practice.standing(0).state, practice.standing(1).state] == [.kept, .broken])
    practice.roster.published(practice.second, by: "ben", "2026-12-22 11:00-11:50", clients: "CD")
    #expect([practice.standing(0).state, practice.standing(1).state] == [.broken, .kept])
    #expect(practice.standing(0).obstacles.map(\.rules) == [[.coverDayLimit]])
  }

  @Test("Rules of the plan as a whole count beside what is promised, and not beside what is merely planned")
  func besidePromises() {
    var practice = Practice(ben: { $0.limits.coverPerDay = 1 })
    practice.roster.published(practice.second, by: "ben", "2026-12-22 11:00-11:50", clients: "CD")
    practice.roster.decide(.assign(ben), session: practice.first)
    #expect(practice.standing().state == .kept)
    practice.roster.decide(.told, client: "CD")
    #expect(practice.standing().obstacles.map(\.rules) == [[.coverDayLimit]])
  }

  @Test("To forbid is stronger than to assign")
  func forbidden() {
    var practice = Practice()
    practice.roster.decide(.assign(ben), client: "AB")
    practice.roster.decide(.forbid(ben), client: "AB")
    #expect(practice.standing(0).obstacles.map(\.rules) == [[.avoid]])
    #expect(practice.standing(1).state == .kept)
  }

  @Test("Of two that assign one session the later counts, and the earlier rests")
  func later() {
    var practice = Practice()
    practice.roster.decide(.assign(ben), client: "AB")
    practice.roster.decide(.assign(cat), session: practice.first)
    #expect(practice.standing(0).state == .rests)
    #expect(practice.standing(0).reason == "a later decision assigns cat")
    #expect(practice.standing(1).state == .kept)
  }

  @Test("A client who waits is assigned to nobody; one who wants no cover cannot be")
  func noCoverWanted() {
    var practice = Practice(client: { $0.cover = .none })
    practice.roster.decide(.assign(ben), client: "AB")
    #expect(practice.standing().obstacles.map(\.rules) == [[.decided]])
    var waiting = Practice()
    waiting.roster.decide(.assign(ben), client: "AB")
    waiting.roster.decide(.wait, client: "AB")
    #expect(waiting.standing(0).state == .rests)
    #expect(waiting.standing(1).state == .kept)
  }

  @Test("What was told is kept, told anew where the cover has changed since, and broken where it cannot stand")
  func told() {
    var practice = Practice()
    practice.roster.published(
      practice.first, by: "ben", "2026-12-22 10:00-10:50", clients: "AB", since: "2026-12-10 09:00")
    practice.roster.decide(.told, client: "AB", at: "2026-12-10 09:00")
    practice.roster.decide(.told, client: "AB", at: "2026-12-10 08:59")
    #expect(practice.standing(0).state == .kept)
    #expect(practice.standing(1).state == .rests)
    practice.roster.leave("ben", "2026-12-22")
    #expect(practice.standing(0).obstacles.map(\.rules) == [[.onLeave]])
    practice.roster.decide(.assign(cat), client: "AB")
    #expect(practice.standing(0).obstacles.map(\.rules) == [[.decided]])
  }

  @Test("What is about nothing that is planned rests, and what is past is over")
  func restsAndOver() {
    var practice = Practice()
    let ordinary = practice.roster.session("ann", "2026-12-23 10:00-10:50", "AB")
    practice.roster.leave("ann", "2026-12-10")
    practice.roster.decide(.assign(ben), session: ordinary)
    practice.roster.decide(.assign(ben), session: SessionID(clinician: ClinicianID("ann"), key: "gone"))
    practice.roster.decide(.wait, absence: ("ann", "2026-12-28"))
    practice.roster.decide(.wait, absence: ("ann", "2026-12-10"))
    practice.roster.decide(
      .leave(ben, practice.roster.times.day("2026-12-12")...practice.roster.times.day("2026-12-13")))
    practice.roster.decide(
      .leave(ben, practice.roster.times.day("2026-12-13")...practice.roster.times.day("2026-12-14")))
    #expect((0..<6).map { practice.standing($0).state } == [.rests, .rests, .rests, .over, .over, .kept])
    #expect(practice.standing(0).reason == "ann is not away then")
    #expect(practice.standing(2).reason == "ann is not away on 2026-12-28")
  }

  @Test("On a closed day nobody takes a session")
  func closed() {
    var practice = Practice()
    practice.roster.closure("2026-12-22")
    practice.roster.decide(.assign(ben), session: practice.first)
    #expect(practice.standing().obstacles.map(\.rules) == [[.hours]])
  }
}

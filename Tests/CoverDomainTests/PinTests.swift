import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@Suite("What people have settled")
struct PinTests {
  private struct Case {
    var roster = Roster()
    let session: SessionID

    init() {
      roster.clinician("ann")
      roster.clinician("ben")
      roster.clinician("cat")
      roster.leave("ann", "2026-12-21..2026-12-23")
      session = roster.session("ann", "2026-12-22 10:00-10:50", "C1")
    }

    var pins: [Pin] { roster.situation().pins }
  }

  @Test("an assignment means the session's own time, and the last one counts")
  func assigned() {
    var one = Case()
    one.roster.decide(.assign(ClinicianID("ben")), client: "C1")
    one.roster.decide(.assign(ClinicianID("cat")), session: one.session)
    one.roster.decide(.assign(ClinicianID("ben")), client: "C2")
    #expect(one.pins == [Pin(session: one.session, colleague: ClinicianID("cat"), start: nil, reason: .assigned)])
  }

  @Test("what was told is what is published, at its time")
  func told() {
    var one = Case()
    one.roster.decide(.told, client: "C1")
    #expect(one.pins.isEmpty)
    one.roster.published(one.session, by: "ben", "2026-12-22 12:00-12:50", clients: "C1")
    let start = one.roster.times.instant("2026-12-22 12:00")
    #expect(one.pins == [Pin(session: one.session, colleague: ClinicianID("ben"), start: start, reason: .told)])
  }

  @Test(
    "who was told before the published cover stood was told of another",
    arguments: [("2026-12-01 10:00", 1), ("2026-12-01 09:59", 0), (nil, 1)])
  func toldOfAnother(at: String?, count: Int) {
    var one = Case()
    one.roster.decide(.told, client: "C1", at: at)
    one.roster.published(
      one.session, by: "ben", "2026-12-22 10:00-10:50", clients: "C1", since: "2026-12-01 10:00")
    #expect(one.pins.count == count)
  }

  @Test(
    "an acceptance counts for the published question or a later one",
    arguments: [(2, "ben", 1), (3, "ben", 1), (1, "ben", 0), (2, "cat", 0)])
  func accepted(sequence: Int, by: String, count: Int) {
    var one = Case()
    one.roster.published(one.session, by: "ben", "2026-12-22 10:00-10:50", clients: "C1", sequence: 2)
    one.roster.answer(one.session, by, .accepted, sequence: sequence)
    #expect(one.pins.count == count)
  }

  @Test("a later decline takes an acceptance back, and the reverse")
  func changedMind() {
    var one = Case()
    one.roster.published(one.session, by: "ben", "2026-12-22 10:00-10:50", clients: "C1")
    one.roster.answer(one.session, "ben", .accepted)
    one.roster.answer(one.session, "ben", .declined)
    #expect(one.pins.isEmpty)
    #expect(one.roster.situation().hasDeclined(ClinicianID("ben"), one.session))
    one.roster.answer(one.session, "ben", .accepted)
    #expect(one.pins.count == 1)
    #expect(!one.roster.situation().hasDeclined(ClinicianID("ben"), one.session))
  }

  @Test("a tentative answer settles nothing")
  func tentative() {
    var one = Case()
    one.roster.published(one.session, by: "ben", "2026-12-22 10:00-10:50", clients: "C1")
    one.roster.answer(one.session, "ben", .tentative)
    #expect(one.pins.isEmpty)
    #expect(!one.roster.situation().hasDeclined(ClinicianID("ben"), one.session))
  }

  @Test("whoever is assigned has not declined, whatever they answered")
  func assignedAllTheSame() {
    var one = Case()
    one.roster.answer(one.session, "ben", .declined)
    one.roster.decide(.assign(ClinicianID("ben")), client: "C1")
    #expect(!one.roster.situation().hasDeclined(ClinicianID("ben"), one.session))
  }

  @Test("assigned is stronger than told, told than accepted")
  func strength() {
    var one = Case()
    one.roster.published(one.session, by: "ben", "2026-12-22 10:00-10:50", clients: "C1")
    one.roster.answer(one.session, "ben", .accepted)
    one.roster.decide(.told, client: "C1")
    one.roster.decide(.assign(ClinicianID("cat")), client: "C1")
    #expect(one.pins.map(\.reason) == [.assigned, .told, .accepted])
  }

  @Test("consent is what the register says, or what was recorded since")
  func consent() throws {
    var one = Case()
    one.roster.client("C1") { $0.consent = .no }
    func consent() throws -> Client.Consent {
      let situation = one.roster.situation()
      return situation.consent(of: ClientID("C1"), to: try #require(situation.demands.first))
    }
    #expect(try consent() == .no)
    one.roster.decide(.consented, client: "C2")
    #expect(try consent() == .no)
    one.roster.decide(.consented, client: "C1")
    #expect(try consent() == .yes)
  }
}

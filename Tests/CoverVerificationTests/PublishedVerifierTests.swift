import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@Suite("The last publication, held against the calendars of today")
struct PublishedVerifierTests {
  /// Ann is away on the 22nd; Ben's cover of her session is published.
  private struct Promised {
    var roster = Roster()
    var session: SessionID

    init(
      leave: Bool = true, session text: String? = "2026-12-22 10:00-10:50", clients: String = "C1",
      ben: (inout Clinician) -> Void = { _ in }, client: (inout Client) -> Void = { _ in }
    ) {
      roster.clinician("ann")
      roster.clinician("ben", ben)
      roster.clinician("cat")
      roster.client("C1", of: "ann", client)
      if leave { roster.leave("ann", "2026-12-22") }
      session = SessionID(clinician: ClinicianID("ann"), key: "S")
      if let text { roster.session("ann", text, clients, key: "S") }
      roster.published(session, by: "ben", "2026-12-22 10:00-10:50", clients: "C1")
    }

    func broken() -> [BrokenPublication] { PublishedVerifier(situation: roster.situation()).broken() }
    func kinds() -> [BrokenPublication.Kind] { broken().map(\.kind) }
  }

  @Test("a promise that stands is not spoken of")
  func stands() { #expect(Promised().broken().isEmpty) }

  @Test("a session that is gone, or whose clinician is there again")
  func gone() {
    #expect(Promised(session: nil).kinds() == [.gone])
    #expect(Promised(leave: false).kinds() == [.withdrawn])
  }

  @Test(
    "a session that is at another time, or longer",
    arguments: ["2026-12-22 10:30-11:20", "2026-12-22 10:00-11:00"])
  func moved(text: String) {
    #expect(Promised(session: text).kinds() == [.moved])
  }

  @Test("an offer at a permitted time stands")
  func offer() {
    var promised = Promised(
      session: "2026-12-22 14:00-14:50", client: { $0.times = WeeklyHoursText("mon-fri 09:00-17:00").hours })
    #expect(promised.kinds() == [.moved])
    promised.roster.rules.retime.withinDays = 1
    #expect(promised.broken().isEmpty)
  }

  @Test("other clients in the session")
  func otherClients() { #expect(Promised(clients: "C1 C2").kinds() == [.otherClients]) }

  @Test("a closure, on leave or not")
  func closed() {
    var promised = Promised()
    promised.roster.closure("2026-12-22")
    #expect(promised.kinds() == [.closed])
  }

  @Test("a client who now waits")
  func waits() {
    var promised = Promised()
    promised.roster.decide(.wait, client: "C1")
    #expect(promised.kinds() == [.notWanted])
  }

  @Test("a colleague whom a rule now keeps from it, with every rule by name")
  func rules() {
    var promised = Promised(ben: { $0.specialties = [] }, client: { $0.needs = [Tag("emdr")] })
    promised.roster.leave("ben", "2026-12-22")
    let broken = promised.broken()
    #expect(broken.map(\.kind) == [.broken])
    #expect(broken.map(\.rules) == [[.onLeave, .specialty]])
    #expect(broken.map(\.colleague) == [ClinicianID("ben")])
  }

  @Test("a colleague who has left the practice")
  func left() {
    var promised = Promised(session: nil)
    let other = promised.roster.session("ann", "2026-12-22 12:00-12:50", "C1")
    promised.roster.published(other, by: "zoe", "2026-12-22 12:00-12:50", clients: "C1")
    #expect(promised.broken().last?.rules == [.takesCover])
  }

  @Test("limits and conflicts among the promises are told once")
  func amongPromises() {
    var promised = Promised(ben: { $0.limits.coverPerDay = 1 })
    let second = promised.roster.session("ann", "2026-12-22 14:00-14:50", "C1")
    promised.roster.published(second, by: "ben", "2026-12-22 14:00-14:50", clients: "C1")
    #expect(promised.broken().map(\.rules) == [[.coverDayLimit]])
    #expect(promised.broken().map(\.session) == [second])
  }

  @Test("a promise that is withdrawn counts for nobody")
  func withdrawnDoesNotCount() {
    var promised = Promised(ben: { $0.limits.coverPerDay = 1 })
    let usual = promised.roster.session("cat", "2026-12-22 09:00-09:50", "C5")
    promised.roster.published(usual, by: "ben", "2026-12-22 09:00-09:50", clients: "C5")
    #expect(promised.kinds() == [.withdrawn])
  }

  @Test("a decision for somebody else, where that person could take it")
  func decided() {
    var promised = Promised()
    promised.roster.decide(.assign(ClinicianID("cat")), client: "C1")
    #expect(promised.broken().map(\.rules) == [[.decided]])
    promised.roster.leave("cat", "2026-12-22")
    #expect(promised.broken().isEmpty)
  }

  @Test("a decision that gives way to another one is not broken for ever; beside what nobody was promised it would be")
  func decidedBeside() {
    var promised = Promised(ben: { $0.limits.coverPerDay = 1 })
    let other = promised.roster.session("ann", "2026-12-22 12:00-12:50", "C2", key: "S2")
    promised.roster.published(other, by: "cat", "2026-12-22 12:00-12:50", clients: "C2")
    promised.roster.decide(.assign(ClinicianID("ben")), session: other)
    #expect(promised.broken().map(\.session) == [other])
    promised.roster.decide(.assign(ClinicianID("ben")), session: promised.session)
    #expect(promised.broken().isEmpty)
  }

  @Test("a handover over which somebody has something else, which is declined, or whose absence is gone")
  func meetings() {
    func sentences(_ change: (inout Promised) -> Void) -> [String] {
      var promised = Promised()
      promised.roster.publishedMeetings = [
        PublishedMeeting(
          clinician: ClinicianID("ann"), by: ClinicianID("ben"),
          interval: promised.roster.times.interval("2026-12-21 16:40-16:55"))
      ]
      change(&promised)
      return PublishedVerifier(situation: promised.roster.situation()).brokenMeetings().map(\.sentence)
    }
    #expect(sentences { _ in }.isEmpty)
    #expect(
      sentences { $0.roster.busy("ben", "2026-12-21 09:00-17:00") } == ["ann with ben at 2026-12-21 16:40: ben is busy"]
    )
    #expect(
      sentences {
        $0.roster.dutyAnswers = [
          DutyAnswer(
            .meeting(
              of: ClinicianID("ann"), with: ClinicianID("ben"), at: $0.roster.times.instant("2026-12-21 16:40")),
            by: ClinicianID("ben"), .declined)
        ]
      } == ["ann with ben at 2026-12-21 16:40: ben has declined it"])
    #expect(sentences { $0.roster.now = $0.roster.times.instant("2026-12-21 16:45") }.isEmpty)
    #expect(
      sentences {
        $0.roster.publishedMeetings = $0.roster.publishedMeetings.map {
          PublishedMeeting(clinician: ClinicianID("cat"), by: $0.by, interval: $0.interval)
        }
      } == ["cat with ben at 2026-12-21 16:40: cat has no absence that it goes with"])
  }

  @Test("a session that wants cover and has none published; not one that waits, and not one with a promise")
  func newlyAffected() {
    var promised = Promised()
    promised.roster.client("W1") { $0.cover = .wait }
    promised.roster.session("ann", "2026-12-22 12:00-12:50", "W1")
    let session = promised.roster.session("ann", "2026-12-22 13:00-13:50", "C1")
    #expect(promised.kinds() == [.newlyAffected])
    #expect(promised.broken().map(\.session) == [session])
  }

  @Test(
    "what has begun is past", arguments: [("2026-12-22 10:00", 2), ("2026-12-22 10:01", 1), ("2026-12-22 13:01", 0)])
  func past(now: String, count: Int) {
    var promised = Promised()
    promised.roster.session("ann", "2026-12-22 13:00-13:50", "C1")
    promised.roster.leave("ben", "2026-12-22")
    promised.roster.now = promised.roster.times.instant(now)
    #expect(promised.broken().count == count)
  }

  @Test("what lies outside the window is not spoken of")
  func outside() {
    var promised = Promised()
    let later = SessionID(clinician: ClinicianID("ann"), key: "later")
    promised.roster.published(later, by: "ben", "2026-12-28 10:00-10:50", clients: "C1")
    let before = SessionID(clinician: ClinicianID("ann"), key: "before")
    promised.roster.published(before, by: "ben", "2026-12-11 10:00-10:50", clients: "C1")
    #expect(promised.broken().isEmpty)
  }

  @Test("no sentence holds a client's name")
  func noNames() {
    var promised = Promised(ben: { $0.takesCover = false }, client: { $0.name = "Canary Wren" })
    promised.roster.session("ann", "2026-12-22 13:00-13:50", "C1")
    let broken = promised.broken()
    #expect(broken.count == 2)
    #expect(!broken.contains { $0.sentence.contains("Canary") || $0.sentence.contains("Wren") })
  }
}

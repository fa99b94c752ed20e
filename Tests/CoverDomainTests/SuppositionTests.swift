import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@Suite("Suppositions")
struct SuppositionTests {
  private static let ben = ClinicianID("ben")
  private static let times = Times()

  private static func roster() -> Roster {
    var roster = Roster()
    roster.rules.breakMinutes = 10
    roster.clinician("ann")
    roster.clinician("ben") {
      $0.name = "Ben Lee"
      $0.limits.coverPerDay = 1
      $0.limits.sessionsPerWeek = 5
      $0.payers = [Tag("axa")]
      $0.takesCover = false
      $0.online = false
      $0.sites = []
    }
    roster.client("C1") { $0.consent = .no }
    roster.leave("ann", "2026-12-21..2026-12-25")
    roster.busy("ben", "2026-12-22 10:00-12:00")
    roster.session("ann", "2026-12-22 10:00-11:00", "C1", key: "S1")
    return roster
  }

  private static func day(_ text: String) -> Day { times.day(text) }

  @Test(
    "in a manager's words",
    arguments: [
      (.furtherSession(ben, on: day("2026-12-22")), "one more session for Ben Lee on Tue 22 Dec"),
      (.furtherSessionInWeek(ben, day("2026-12-22").week), "one more session for Ben Lee in the week of Mon 21 Dec"),
      (.shorterBreak(ben, on: day("2026-12-22"), minutes: 5), "Ben Lee has a break of 5 minutes on Tue 22 Dec"),
      (
        .shorterBreak(ben, on: day("2026-12-22"), minutes: 0),
        "Ben Lee has two sessions without a break on Tue 22 Dec"
      ),
      (
        .otherTime(SessionID(clinician: ben, key: "S1"), times.interval("2026-12-22 15:00-16:00")),
        "the session is moved to Tue 22 Dec, 15:00-16:00"
      ),
      (.free(ben, times.interval("2026-12-22 10:00-11:00")), "Ben Lee is free on Tue 22 Dec, 10:00-11:00"),
      (.hours(ben, times.interval("2026-12-22 17:00-18:00"), .until), "Ben Lee works until 18:00 on Tue 22 Dec"),
      (.hours(ben, times.interval("2026-12-22 08:00-09:00"), .from), "Ben Lee works from 08:00 on Tue 22 Dec"),
      (.hours(ben, times.interval("2026-12-26 10:00-11:00"), .dayOff), "Ben Lee works on Sat 26 Dec, 10:00-11:00"),
      (.place(ben, .site(SiteID("mill"))), "Ben Lee works at mill"), (.place(ben, .online), "Ben Lee works online"),
      (.payer(ben, Tag("bupa")), "Ben Lee accepts bupa"), (.consent(ClientID("C1")), "C1 consents to cover"),
      (.takesCover(ben), "Ben Lee takes cover"),
      (
        .shorterLeave(ben, without: times.interval("2026-12-21"), .beginning), "Ben Lee's leave begins on Tue 22 Dec"
      ),
      (
        .shorterLeave(ben, without: times.interval("2026-12-24..2026-12-25"), .end),
        "Ben Lee's leave ends on Wed 23 Dec"
      ),
      (.licence(ben, Tag("gb")), "Ben Lee has a licence for GB"), (.specialty(ben, Tag("emdr")), "Ben Lee has emdr"),
      (.language(ben, .french), "Ben Lee speaks French"),
      (.leave(ben, day("2026-12-21")...day("2026-12-23")), "Ben Lee is away from Mon 21 Dec to Wed 23 Dec"),
      (.limit(ben, .coverWeek, 3), "Ben Lee takes 3 cover sessions a week"),
    ] as [(Supposition, String)])
  func words(supposition: Supposition, words: String) {
    let practice = Self.roster().situation().practice
    #expect(SuppositionWords(practice: practice).phrases([supposition]) == [words])
  }

  @Test("the same one twice is one phrase with its number, and counts twice")
  func twice() throws {
    let situation = Self.roster().situation()
    let twice = [Supposition](repeating: .furtherSession(Self.ben, on: Self.day("2026-12-22")), count: 2)
    #expect(
      SuppositionWords(practice: situation.practice).phrases(twice) == [
        "2 sessions beyond the limit for Ben Lee on Tue 22 Dec"
      ])
    let ben = try #require(situation.supposing(twice).practice.clinician(Self.ben))
    #expect(ben.mostCover(on: Self.day("2026-12-22")) == 3)
    #expect(ben.mostCover(on: Self.day("2026-12-23")) == 1)
    #expect(ben.mostSessions(in: Self.day("2026-12-23").week) == 7)
    #expect(ben.mostSessions(on: Self.day("2026-12-22")) == nil)
  }

  @Test("what a clinician, a client and a diary would be")
  func changes() throws {
    let old = Self.roster().situation()
    let situation = old.supposing([
      .payer(Self.ben, Tag("bupa")), .takesCover(Self.ben), .place(Self.ben, .online),
      .specialty(Self.ben, Tag("emdr")),
      .consent(ClientID("C1")), .free(Self.ben, Self.times.interval("2026-12-22 10:00-11:00")),
      .hours(Self.ben, Self.times.interval("2026-12-22 17:00-18:00"), .until),
      .shorterBreak(Self.ben, on: Self.day("2026-12-22"), minutes: 5),
    ])
    let ben = try #require(situation.practice.clinician(Self.ben))
    #expect(
      ben.payers == [Tag("axa"), Tag("bupa")] && ben.takesCover && ben.online && ben.specialties == [Tag("emdr")])
    #expect(situation.clients[ClientID("C1")]?.consent == .yes)
    #expect(situation.diaries[Self.ben]?.busy == [Self.times.interval("2026-12-22 11:00-12:00")])
    #expect(situation.workingTime[Self.ben]?.contains(Self.times.interval("2026-12-22 16:00-18:00")) ?? false)
    #expect(ben.breakMinutes(on: Self.day("2026-12-22"), situation.practice.rules) == 5)
    #expect(ben.breakMinutes(on: Self.day("2026-12-23"), situation.practice.rules) == 10)
    #expect(old.practice.clinician(Self.ben)?.takesCover == false)
  }

  @Test("leave that begins later frees the session; more leave takes others")
  func leave() {
    let ann = ClinicianID("ann")
    let old = Self.roster().situation()
    #expect(old.demands.count == 1)
    let gone = Self.times.interval("2026-12-21..2026-12-22")
    let later = old.supposing([.shorterLeave(ann, without: gone, .beginning)])
    #expect(later.demands.isEmpty && later.absences.first?.interval.start == Self.times.instant("2026-12-23"))
    let more = later.supposing([.leave(ann, Self.day("2026-12-22")...Self.day("2026-12-22"))])
    #expect(more.demands.count == 1)
  }

  @Test("a session at another time is the same session")
  func otherTime() {
    let id = SessionID(clinician: ClinicianID("ann"), key: "S1")
    let time = Self.times.interval("2026-12-22 15:00-16:00")
    let situation = Self.roster().situation().supposing([.otherTime(id, time)])
    #expect(situation.demands.map(\.session.id) == [id] && situation.demands.first?.session.interval == time)
  }

  @Test("somebody else in the practice, and somebody who is not there")
  func people() {
    let situation = Self.roster().situation()
    let locum = Clinician(id: ClinicianID("locum"), name: "A locum")
    let more = situation.supposing([.further(locum, Diary(hours: .empty)), .takesCover(ClinicianID("nobody"))])
    #expect(more.practice.clinicians.map(\.id.text) == ["ann", "ben", "locum"])
    #expect(more.diaries[locum.id] != nil)
  }
}

import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@Suite("Verification of who may take a session, E1 to E14")
struct WhoMayTakeTests {
  @Test("a cover against which no rule speaks is no breach")
  func nothing() { #expect(OneSession().breaches().isEmpty) }

  @Test("E1: who takes no cover is told apart")
  func takesCover() {
    #expect(OneSession(ben: { $0.takesCover = false }).rules() == [.takesCover])
  }

  @Test(
    "E1: employment counts on its first and its last day and not beside them",
    arguments: [
      ("2026-12-22", nil, true), ("2026-12-23", nil, false), (nil, "2026-12-22", true), (nil, "2026-12-21", false),
    ] as [(String?, String?, Bool)])
  func employment(from: String?, until: String?, holds: Bool) {
    let one = OneSession(ben: {
      $0.employedFrom = from.flatMap { Day($0) }
      $0.employedUntil = until.flatMap { Day($0) }
      $0.onCall = false
    })
    #expect(one.rules() == (holds ? [] : [.takesCover]))
  }

  @Test("E1: nobody covers their own session")
  func ownSession() {
    let one = OneSession()
    let situation = one.roster.situation()
    var draft = DraftPlan(situation)
    draft.cover(one.session, by: "ann")
    let rules = Verifier(situation: situation).breaches(of: draft.plan()).compactMap(\.rule)
    #expect(rules == [.takesCover, .onLeave])
  }

  @Test(
    "E2: leave in any part of the interval, none where it only touches",
    arguments: [("10:49-11:30", false), ("10:50-11:30", true), ("09:00-10:01", false), ("09:00-10:00", true)])
  func onLeave(clock: String, holds: Bool) {
    var one = OneSession()
    one.roster.leave("ben", "2026-12-22 \(clock)")
    #expect(one.rules() == (holds ? [] : [.onLeave]))
  }

  @Test(
    "E3: the whole interval lies in working hours",
    arguments: [
      ("tue 10:00-10:50", true), ("tue 10:01-12:00", false), ("tue 09:00-10:49", false),
      ("tue 09:00-10:20 10:30-12:00", false), ("tue 09:00-10:20 10:20-12:00", true), ("wed 09:00-17:00", false),
    ])
  func hours(hours: String, holds: Bool) {
    let one = OneSession(ben: {
      $0.hours = WeeklyHoursText(hours).hours
      $0.onCall = false
    })
    #expect(one.rules() == (holds ? [] : [.hours]))
  }

  @Test(
    "E4: a busy event that overlaps the interval, not one that touches it",
    arguments: [("10:49-11:30", false), ("10:50-11:30", true), ("09:00-10:00", true), ("10:20-10:21", false)])
  func busy(clock: String, holds: Bool) {
    var one = OneSession()
    one.roster.rules.breakMinutes = 10
    one.roster.busy("ben", "2026-12-22 \(clock)")
    #expect(one.rules() == (holds ? [] : [.busy]))
  }

  @Test("E4: an own session stands in the way, and alone: it is not also a break too short")
  func ownSessionInTheWay() {
    var one = OneSession()
    one.roster.rules.breakMinutes = 10
    let own = one.roster.session("ben", "2026-12-22 10:30-11:00", "B1")
    #expect(one.rules() == [.busy])
    #expect(one.breaches().map(\.other) == [own])
  }

  @Test("E4: a long own session that began hours before, with shorter ones after it")
  func longSession() {
    var one = OneSession()
    let long = one.roster.session("ben", "2026-12-22 00:00-10:01", "B1")
    one.roster.session("ben", "2026-12-22 09:00-09:10", "B2")
    one.roster.session("ben", "2026-12-22 11:00-11:10", "B3")
    #expect(one.rules() == [.busy])
    #expect(one.breaches().map(\.other) == [long])
  }

  @Test("E4: an own session that falls into a closure does not stand")
  func closedSessionsDoNotStand() {
    var one = OneSession()
    one.roster.session("ben", "2026-12-22 10:30-13:00", "B1")
    one.roster.closure("2026-12-22 12:00-17:00")
    #expect(one.rules().isEmpty)
  }

  @Test(
    "E5: the break lies before and after each standing session",
    arguments: [("11:00-11:30", true), ("10:59-11:30", false), ("09:00-09:50", true), ("09:00-09:51", false)])
  func breakBetween(clock: String, holds: Bool) {
    var one = OneSession()
    one.roster.rules.breakMinutes = 10
    one.roster.session("ben", "2026-12-22 \(clock)", "B1")
    #expect(one.rules() == (holds ? [] : [.breakBetween]))
  }

  @Test(
    "E6: every specialty of every client", arguments: [(["emdr", "Trauma"], true), (["emdr"], false), ([], false)])
  func specialty(has: [String], holds: Bool) {
    let one = OneSession(
      ben: { $0.specialties = Set(has.map { Tag($0) }) }, client: { $0.needs = [Tag("EMDR"), Tag("trauma")] })
    #expect(one.rules() == (holds ? [] : [.specialty]))
  }

  @Test(
    "E7: a more special language serves, a more general one does not",
    arguments: [("fr", "fr", true), ("fr", "fr-CA", true), ("fr-CA", "fr", false), ("fr", "fro", false)])
  func language(wanted: String, spoken: String, holds: Bool) {
    let one = OneSession(
      ben: { $0.languages = Set([LanguageTag(spoken)].compactMap { $0 }) },
      client: { $0.language = LanguageTag(wanted) })
    #expect(one.rules() == (holds ? [] : [.language]))
  }

  @Test(
    "E8: the colleague works where the session is",
    arguments: [
      (Place.open, true), (.online, false), (.site(SiteID("mill")), true), (.site(SiteID("harbour")), false),
    ])
  func place(place: Place, holds: Bool) {
    let one = OneSession(
      place: place,
      ben: {
        $0.online = false
        $0.sites = [SiteID("mill")]
      })
    #expect(one.rules() == (holds ? [] : [.place]))
  }

  @Test(
    "E9: a licence for the client's jurisdiction, on its day of expiry for the last time",
    arguments: [
      ("GB", "2026-12-22", true), ("GB", "2026-12-21", false), ("gb", nil, true), ("FR", nil, false), (nil, nil, false),
    ] as [(String?, String?, Bool)])
  func licence(jurisdiction: String?, expires: String?, holds: Bool) {
    let one = OneSession(
      ben: {
        $0.licences =
          jurisdiction.map {
            [Clinician.Licence(jurisdiction: Tag($0), expires: expires.flatMap { Day($0) })]
          } ?? []
      }, client: { $0.jurisdiction = Tag("GB") })
    #expect(one.rules() == (holds ? [] : [.licence]))
  }

  @Test(
    "E10: the payer is accepted; who lists none accepts all",
    arguments: [(nil, true), (["bupa"], true), (["axa"], false), ([], false)] as [([String]?, Bool)])
  func payer(accepted: [String]?, holds: Bool) {
    let one = OneSession(
      ben: { $0.payers = accepted.map { Set($0.map { Tag($0) }) } }, client: { $0.payer = Tag("Bupa") })
    #expect(one.rules() == (holds ? [] : [.payer]))
  }

  @Test("E11: a client who avoids the colleague")
  func avoids() {
    #expect(OneSession(client: { $0.avoid = [ClinicianID("ben")] }).rules() == [.avoid])
    #expect(OneSession(client: { $0.avoid = [ClinicianID("cat")] }).rules().isEmpty)
  }

  @Test(
    "E11: a decision against the pair, as far as it reaches",
    arguments: [("C1", nil, false), ("C2", nil, true), (nil, "2026-12-23", false), (nil, "2026-12-24", true)]
      as [(String?, String?, Bool)])
  func forbidden(client: String?, day: String?, holds: Bool) {
    var one = OneSession()
    one.roster.decide(.forbid(ClinicianID("ben")), client: client, absence: day.map { ("ann", $0) })
    #expect(one.rules() == (holds ? [] : [.avoid]))
  }

  @Test("E12: no consent, until it is recorded; to be asked is enough to plan")
  func consent() {
    var refusing = OneSession(client: { $0.consent = .no })
    #expect(refusing.rules() == [.consent])
    refusing.roster.decide(.consented, client: "C1")
    #expect(refusing.rules().isEmpty)
    #expect(OneSession(client: { $0.consent = .ask }).rules().isEmpty)
  }

  @Test("E13: a trainee and a high risk, neither alone")
  func level() {
    #expect(OneSession(ben: { $0.level = .trainee }, client: { $0.risk = .high }).rules() == [.level])
    #expect(OneSession(ben: { $0.level = .trainee }).rules().isEmpty)
    #expect(OneSession(client: { $0.risk = .high }).rules().isEmpty)
  }

  @Test("E14: the last answer counts, unless the session is assigned to the colleague")
  func declined() {
    var one = OneSession()
    one.roster.answer(one.session, "ben", .declined)
    #expect(one.rules() == [.declined])
    var assigned = one
    assigned.roster.decide(.assign(ClinicianID("ben")), session: one.session)
    #expect(assigned.rules().isEmpty)
    one.roster.answer(one.session, "ben", .accepted)
    #expect(one.rules().isEmpty)
  }

  @Test("of a couple every client counts")
  func couple() {
    var one = OneSession()
    one.roster.client("C2", of: "ann") { $0.needs = [Tag("couples")] }
    one.session = one.roster.session("ann", "2026-12-23 10:00-10:50", "C1 C2")
    let situation = one.roster.situation()
    var draft = DraftPlan(situation)
    for demand in situation.demands { draft.cover(demand.session.id, by: "ben") }
    let breaches = Verifier(situation: situation).breaches(of: draft.plan())
    #expect(breaches.map(\.rule) == [.specialty])
    #expect(breaches.map(\.session) == [one.session])
  }
}

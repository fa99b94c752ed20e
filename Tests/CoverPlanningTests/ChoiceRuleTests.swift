import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPlanning

/// Ann is away on 22 December and has one session, 10:00-10:50, with C1; Ben is the only colleague.
struct Pair {
  var roster = Roster()
  var ben: (inout Clinician) -> Void = { _ in }
  var client: (inout Client) -> Void = { _ in }
  var place = Place.open

  mutating func plan() throws -> (plan: Plan, gap: Gap?) {
    roster.clinician("ann")
    roster.clinician("ben", ben)
    roster.client("C1", of: "ann", client)
    roster.leave("ann", "2026-12-22")
    roster.session("ann", "2026-12-22 10:00-10:50", "C1", place: place, key: "S")
    let plan = try Planner(situation: roster.situation()).plan()
    if case .uncovered(let gap)? = plan.assignments.first?.outcome { return (plan, gap) }
    return (plan, nil)
  }

  static let session = SessionID(clinician: ClinicianID("ann"), key: "S")
}

/// A way to set the pair up, and the rules that then stand in Ben's way.
struct RuleCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let rules: [Rule]
  let setUp: @Sendable (inout Pair) -> Void

  init(_ description: String, _ rules: [Rule] = [], _ setUp: @escaping @Sendable (inout Pair) -> Void) {
    testDescription = description
    self.rules = rules
    self.setUp = setUp
  }
}

@Suite("Who may take a session")
struct ChoiceRuleTests {
  static let cases: [RuleCase] = [
    RuleCase("E1 kept: employed on the day alone") {
      $0.ben = {
        $0.employedFrom = Day("2026-12-22")
        $0.employedUntil = Day("2026-12-22")
      }
    },
    RuleCase("E1 broken: takes no cover", [.takesCover]) { $0.ben = { $0.takesCover = false } },
    RuleCase("E1 broken: employed until the day before", [.takesCover]) {
      $0.ben = { $0.employedUntil = Day("2026-12-21") }
    },
    RuleCase("E1 broken: employed from the day after", [.takesCover]) {
      $0.ben = { $0.employedFrom = Day("2026-12-23") }
    },
    RuleCase("E2 kept: leave ends as the session begins") { $0.roster.leave("ben", "2026-12-22 09:00-10:00") },
    RuleCase("E2 broken: leave overlaps the session by a minute", [.onLeave]) {
      $0.roster.leave("ben", "2026-12-22 10:49-12:00")
    },
    RuleCase("E3 kept: the hours are the session") {
      $0.roster.practiceHours = WeeklyHoursText("mon-fri 10:00-10:50").hours
    },
    RuleCase("E3 broken: the hours end a minute early", [.hours]) {
      $0.roster.practiceHours = WeeklyHoursText("mon-fri 09:00-10:49").hours
    },
    RuleCase("E3 broken: a lunch within the session", [.hours]) {
      $0.roster.practiceHours = WeeklyHoursText("mon-fri 09:00-10:20 10:30-17:00").hours
    },
    RuleCase("E4 kept: busy before and after") {
      $0.roster.busy("ben", "2026-12-22 09:00-10:00")
      $0.roster.busy("ben", "2026-12-22 10:50-12:00")
    },
    RuleCase("E4 broken: busy in the last minute", [.busy]) { $0.roster.busy("ben", "2026-12-22 10:49-12:00") },
    RuleCase("E4 broken: an own session that stands", [.busy]) {
      $0.roster.session("ben", "2026-12-22 10:30-11:20", "C2")
    },
    RuleCase("E4 broken: an appointment without a length", [.busy]) {
      $0.roster.busy("ben", "2026-12-22 10:30-10:30")
    },
    RuleCase("E5 kept: exactly the break before and after") {
      $0.roster.rules.breakMinutes = 10
      $0.roster.session("ben", "2026-12-22 09:00-09:50", "C2")
      $0.roster.session("ben", "2026-12-22 11:00-11:50", "C3")
    },
    RuleCase("E5 kept: busy time needs no break") {
      $0.roster.rules.breakMinutes = 10
      $0.roster.busy("ben", "2026-12-22 09:00-10:00")
    },
    RuleCase("E5 broken: a minute short after", [.breakBetween]) {
      $0.roster.rules.breakMinutes = 10
      $0.roster.session("ben", "2026-12-22 10:59-11:50", "C3")
    },
    RuleCase("E5 broken: a minute short before", [.breakBetween]) {
      $0.roster.rules.breakMinutes = 10
      $0.roster.session("ben", "2026-12-22 09:00-09:51", "C3")
    },
    RuleCase("E6 kept: more specialties than needed") {
      $0.client = { $0.needs = [Tag("EMDR")] }
      $0.ben = { $0.specialties = [Tag("emdr"), Tag("trauma")] }
    },
    RuleCase("E6 broken: one of two specialties", [.specialty]) {
      $0.client = { $0.needs = [Tag("emdr"), Tag("trauma")] }
      $0.ben = { $0.specialties = [Tag("emdr")] }
    },
    RuleCase("E7 kept: a variety of the language") {
      $0.client = { $0.language = LanguageTag("fr") }
      $0.ben = { $0.languages = [.english, LanguageTag("fr-CA")].compactMap(\.self).asSet }
    },
    RuleCase("E7 broken: only another variety", [.language]) {
      $0.client = { $0.language = LanguageTag("fr-CA") }
      $0.ben = { $0.languages = [LanguageTag("fr")].compactMap(\.self).asSet }
    },
    RuleCase("E8 kept: at the site") {
      $0.place = .site(SiteID("mill"))
      $0.ben = { $0.sites = [SiteID("mill")] }
    },
    RuleCase("E8 broken: at another site", [.place]) {
      $0.place = .site(SiteID("mill"))
      $0.ben = { $0.sites = [SiteID("harbour")] }
    },
    RuleCase("E8 broken: not online", [.place]) {
      $0.place = .online
      $0.ben = { $0.online = false }
    },
    RuleCase("E8 kept: the place is open") {
      $0.ben = {
        $0.sites = []
        $0.online = false
      }
    },
    RuleCase("E9 kept: the licence expires on the day") {
      $0.client = { $0.jurisdiction = Tag("GB") }
      $0.ben = { $0.licences = [.init(jurisdiction: Tag("gb"), expires: Day("2026-12-22"))] }
    },
    RuleCase("E9 broken: the licence expired the day before", [.licence]) {
      $0.client = { $0.jurisdiction = Tag("GB") }
      $0.ben = { $0.licences = [.init(jurisdiction: Tag("GB"), expires: Day("2026-12-21"))] }
    },
    RuleCase("E9 broken: a licence elsewhere", [.licence]) {
      $0.client = { $0.jurisdiction = Tag("GB") }
      $0.ben = { $0.licences = [.init(jurisdiction: Tag("IE"), expires: nil)] }
    },
    RuleCase("E10 kept: whoever lists no payers accepts all") { $0.client = { $0.payer = Tag("bupa") } },
    RuleCase("E10 broken: another payer alone", [.payer]) {
      $0.client = { $0.payer = Tag("bupa") }
      $0.ben = { $0.payers = [Tag("axa")] }
    },
    RuleCase("E11 broken: the client avoids the colleague", [.avoid]) {
      $0.client = { $0.avoid = [ClinicianID("ben")] }
    },
    RuleCase("E11 broken: decided against for the client", [.avoid]) {
      $0.roster.decide(.forbid(ClinicianID("ben")), client: "C1")
    },
    RuleCase("E11 kept: decided against for another day") {
      $0.roster.decide(.forbid(ClinicianID("ben")), client: "C1", absence: ("ann", "2026-12-23"))
    },
    RuleCase("E12 broken: no consent", [.consent]) { $0.client = { $0.consent = .no } },
    RuleCase("E12 kept: consent is still to be asked") { $0.client = { $0.consent = .ask } },
    RuleCase("E12 kept: consent was recorded") {
      $0.client = { $0.consent = .no }
      $0.roster.decide(.consented, client: "C1")
    },
    RuleCase("E13 broken: a trainee and a high risk", [.level]) {
      $0.client = { $0.risk = .high }
      $0.ben = { $0.level = .trainee }
    },
    RuleCase("E13 kept: a trainee and a standard risk") { $0.ben = { $0.level = .trainee } },
    RuleCase("E14 broken: declined", [.declined]) { $0.roster.answer(Pair.session, "ben", .declined) },
    RuleCase("E14 kept: declined, then tentative") {
      $0.roster.answer(Pair.session, "ben", .declined)
      $0.roster.answer(Pair.session, "ben", .tentative)
    },
    RuleCase("E14 kept: declined, and assigned nevertheless") {
      $0.roster.answer(Pair.session, "ben", .declined)
      $0.roster.decide(.assign(ClinicianID("ben")), session: Pair.session)
    },
    RuleCase("P2 kept: the day's limit is reached by the cover") {
      $0.ben = { $0.limits.sessionsPerDay = 2 }
      $0.roster.session("ben", "2026-12-22 14:00-15:00", "C2")
    },
    RuleCase("P2 broken: the day's limit is reached by own sessions", [.dayLimit]) {
      $0.ben = { $0.limits.sessionsPerDay = 1 }
      $0.roster.session("ben", "2026-12-22 14:00-15:00", "C2")
    },
    RuleCase("P2 broken: the week's limit is reached on its Sunday", [.weekLimit]) {
      $0.ben = { $0.limits.sessionsPerWeek = 1 }
      $0.roster.session("ben", "2026-12-27 14:00-15:00", "C2")
    },
    RuleCase("P2 kept: the Monday after counts in another week") {
      $0.ben = { $0.limits.sessionsPerWeek = 1 }
      $0.roster.session("ben", "2026-12-28 14:00-15:00", "C2")
    },
    RuleCase("P3 broken: no cover in a day", [.coverDayLimit]) { $0.ben = { $0.limits.coverPerDay = 0 } },
    RuleCase("P3 broken: no cover in a week", [.coverWeekLimit]) { $0.ben = { $0.limits.coverPerWeek = 0 } },
    RuleCase("P4 broken: the client is with somebody else then", [.clientOnce]) {
      $0.roster.clinician("cat") { $0.takesCover = false }
      $0.roster.session("cat", "2026-12-22 10:40-11:30", "C1")
    },
    RuleCase("P4 kept: the client is with somebody else right after") {
      $0.roster.clinician("cat") { $0.takesCover = false }
      $0.roster.session("cat", "2026-12-22 10:50-11:30", "C1")
    },
  ]

  @Test("stands in the way, or does not", arguments: cases)
  func rule(_ one: RuleCase) throws {
    var pair = Pair()
    one.setUp(&pair)
    let (plan, gap) = try pair.plan()
    let ben = gap?.why.first { $0.colleague == ClinicianID("ben") }
    #expect((ben?.rules ?? []) == one.rules)
    #expect((plan.assignments[0].outcome.cover?.by == ClinicianID("ben")) == one.rules.isEmpty)
  }

  @Test("every rule of the glossary has a case in which it stands in the way")
  func coverage() {
    let broken = Set(Self.cases.flatMap(\.rules))
    // P1 needs a second cover session, P5 a promise, R1 to R3 a request: they have tests of their own.
    #expect(
      Set(Rule.allCases).subtracting(broken) == [.onePlace, .decided, .independence, .supervisor, .background])
  }

  @Test("the list of rules holds each once, in the order of the contract")
  func list() {
    let listed = HardRules.ofChoices.map(\.rule) + HardRules.ofPlans.map(\.rule)
    #expect(listed == Rule.allCases.filter { $0 != .decided && !$0.code.hasPrefix("R") })
  }
}

extension Array where Element: Hashable {
  fileprivate var asSet: Set<Element> { Set(self) }
}

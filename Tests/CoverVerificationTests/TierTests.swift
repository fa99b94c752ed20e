import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@Suite("Verification of the tiers")
struct TierTests {
  /// A plan in which every tier counts something, with the values worked out by hand.
  private struct Counted {
    let situation: Situation
    let plan: Plan
    static let values: [Tier: Int] = [
      .required: 1, .preferred: 1, .stability: 2, .continuity: 1, .sameTime: 1, .preference: 3,
      .fairness: 100 * 4 + 200 * 4, .referralUnmet: 1, .referralWait: 2, .ownClinician: 2,
    ]

    init(priorities: [Tier] = Tier.defaultOrder) {
      var roster = Roster(from: "2026-12-21", to: "2026-12-28")
      roster.rules.priorities = priorities
      roster.rules.fairnessLookBackDays = 7
      roster.rules.retime.withinDays = 1
      roster.rules.retime.ownClinician = true
      roster.clinician("ann")
      roster.clinician("ben") {
        $0.gender = Tag("male")
        $0.languages = [.english, LanguageTag("fr-CA")].compactMap { $0 }.reduce(into: []) { $0.insert($1) }
      }
      roster.clinician("cat") {
        $0.fte = 0.5
        $0.specialties = [Tag("trauma")]
        $0.background = [Tag("buddhist")]
      }
      // Ben meets "fr" and "ben", not "trauma"; Cat meets "trauma", neither "fr" nor "ben".
      roster.client("C1", of: "ann") {
        $0.prefers = [Tag("fr"), Tag("Ben"), Tag("trauma")]
        $0.times = WeeklyHoursText("mon-fri 09:00-17:00").hours
      }
      roster.client("R1", of: "ann") {
        $0.risk = .high
        $0.needs = [Tag("emdr")]
      }
      roster.client("P1", of: "ann") { $0.consent = .no }
      roster.leave("ann", "2026-12-21..2026-12-23")
      let first = roster.session("ann", "2026-12-21 10:00-10:50", "C1")
      let second = roster.session("ann", "2026-12-22 10:00-10:50", "C1")
      let required = roster.session("ann", "2026-12-22 11:00-11:50", "R1")
      let preferred = roster.session("ann", "2026-12-22 12:00-12:50", "P1")
      // As published; another colleague; none any more.
      roster.published(first, by: "ben", "2026-12-21 10:00-10:50", clients: "C1")
      roster.published(second, by: "ben", "2026-12-22 10:00-10:50", clients: "C1")
      roster.published(required, by: "cat", "2026-12-22 11:00-11:50", clients: "R1")
      // Ben has one, Cat one in the days looked back on; the third is a day too old.
      let ann = ClinicianID("ann")
      roster.published(SessionID(clinician: ann, key: "P1"), by: "ben", "2026-12-14 10:00-10:50", clients: "C1")
      roster.published(SessionID(clinician: ann, key: "P2"), by: "cat", "2026-12-20 10:00-10:50", clients: "C1")
      roster.published(SessionID(clinician: ann, key: "P3"), by: "cat", "2026-12-13 10:00-10:50", clients: "C1")
      // Cat could see C9 on the first day and does on the third; nobody has what C8 is sent for.
      let met = roster.referral("ben", .specialist, "2026-12-22..2026-12-26", "C9", needs: "trauma")
      roster.referral("ben", .perspective, "2026-12-22..2026-12-26", "C8", needs: "pastoral")
      situation = roster.situation()
      var draft = DraftPlan(situation)
      draft.cover(first, by: "ben")
      draft.cover(second, by: "cat", at: roster.times.instant("2026-12-22 14:00"))
      draft.meet(met, by: "cat", at: roster.times.instant("2026-12-24 09:00"))
      draft.reasons[required] = [ClinicianID("ben"): [.specialty], ClinicianID("cat"): [.specialty]]
      draft.reasons[preferred] = [ClinicianID("ben"): [.consent], ClinicianID("cat"): [.consent]]
      plan = draft.plan()
    }

    func breaches(_ change: ([TierResult]) -> [TierResult] = { $0 }) -> [Breach.Kind] {
      Verifier(situation: situation).breaches(of: plan.with(tiers: change(plan.tiers))).map(\.kind)
    }
  }

  private let counted = Counted()

  @Test("every tier has the value worked out by hand", arguments: Tier.allCases)
  func values(tier: Tier) throws {
    let value = try #require(Counted.values[tier])
    let others = counted.plan.tiers.filter { $0.tier != tier }
    #expect(others.count == Tier.allCases.count - 1)
    let kinds = counted.breaches {
      $0.map { $0.tier == tier ? TierResult(tier: tier, value: value, bound: value) : $0 }
    }
    #expect(kinds.isEmpty)
  }

  @Test("a value that is off by one is told", arguments: Tier.allCases, [-1, 1])
  func wrongValue(tier: Tier, by difference: Int) {
    let kinds = counted.breaches {
      $0.map {
        $0.tier == tier
          ? TierResult(tier: tier, value: $0.value + difference, bound: $0.value + difference) : $0
      }
    }
    #expect(kinds == [.wrongTierValue])
  }

  @Test("in the middle of an absence colleagues count beyond those whom the client has met in it")
  func midway() {
    var roster = Roster(from: "2026-12-21", to: "2026-12-28")
    for name in ["ann", "ben", "cat"] { roster.clinician(name) }
    roster.leave("ann", "2026-12-14..2026-12-23")
    let before = roster.session("ann", "2026-12-15 10:00-10:50", "C1")
    roster.published(before, by: "ben", "2026-12-15 10:00-10:50", clients: "C1")
    let next = roster.session("ann", "2026-12-22 10:00-10:50", "C1")
    for (by, value) in [("ben", 0), ("cat", 1)] {
      var draft = DraftPlan(roster.situation())
      draft.cover(next, by: by)
      let plan = draft.plan()
      #expect(plan.tiers.first { $0.tier == .continuity }?.value == value)
      #expect(Verifier(situation: roster.situation()).breaches(of: plan).isEmpty)
    }
  }

  @Test("a bound below nought is told")
  func bound() {
    let kinds = counted.breaches { $0.map { TierResult(tier: $0.tier, value: $0.value, bound: -1) } }
    #expect(kinds == Array(repeating: .wrongTierValue, count: Tier.allCases.count))
  }

  @Test("the tiers come in the practice's order, each once")
  func order() {
    let order: [Tier] = [
      .required, .preferred, .fairness, .stability, .ownClinician, .continuity, .referralWait, .sameTime,
      .referralUnmet,
      .preference,
    ]
    #expect(Counted(priorities: order).breaches().isEmpty)
    #expect(
      Counted(priorities: order).breaches { $0.sorted { $0.tier.rawValue < $1.tier.rawValue } } == [.wrongTierOrder])
    #expect(counted.breaches { $0.dropLast() } == [.wrongTierOrder])
    #expect(counted.breaches { $0 + $0.suffix(1) } == [.wrongTierOrder])
  }
}

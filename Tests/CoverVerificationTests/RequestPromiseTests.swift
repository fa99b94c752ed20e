import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

/// Ann has asked for a second opinion on C1; Ben meets it on Tuesday at 10:00, and C1 was told.
@Suite("Promises about requests for a second professional")
struct RequestPromiseTests {
  private let request = SessionID(clinician: ClinicianID("ann"), key: "R1")

  private func roster(_ change: (inout Roster) -> Void = { _ in }) -> Roster {
    var roster = Roster()
    roster.clinician("ann")
    roster.clinician("ben")
    roster.clinician("cat")
    roster.client("C1", of: "ann")
    roster.referral("ann", .secondOpinion, "2026-12-14..2026-12-18", "C1")
    roster.published(referral: request, by: "ben", "2026-12-15 10:00-10:50", clients: "C1")
    change(&roster)
    return roster
  }

  private func plan(
    _ situation: Situation, _ by: String, _ text: String, broken: [BrokenPromise] = []
  ) -> Plan {
    let times = Times()
    return Plan(
      window: situation.window,
      tiers: Tier.defaultOrder.filter(situation.isInPlay).map {
        TierResult(tier: $0, value: $0 == .referralWait ? 1 : 0, bound: 0)
      },
      assignments: [], absences: [], brokenPromises: broken,
      referrals: situation.referrals.map {
        ReferralAssignment(
          referral: $0, outcome: .met(Cover(by: ClinicianID(by), interval: times.interval(text))))
      })
  }

  private func rules(_ breaches: [Breach]) -> [String] {
    breaches.filter { "\($0)".contains("named as broken") }.map { "\($0)" }
  }

  @Test("what a client was told is kept, or named as broken for a true reason")
  func told() {
    let told = roster { $0.decide(.told, client: "C1", session: request) }.situation()
    #expect(told.pins.map(\.reason) == [.told])
    #expect(rules(Verifier(situation: told).breaches(of: plan(told, "ben", "2026-12-15 10:00-10:50"))).isEmpty)
    let other = Verifier(situation: told).breaches(of: plan(told, "cat", "2026-12-15 10:00-10:50"))
    #expect(other.contains { $0.description.contains("it is not kept, and not named as broken") })
    let busy = roster {
      $0.decide(.told, client: "C1", session: request)
      $0.busy("ben", "2026-12-15 09:00-12:00")
    }.situation()
    func breaches(_ rule: Rule) -> [String] {
      let named = busy.pins.map { BrokenPromise(pin: $0, rules: [rule]) }
      return rules(Verifier(situation: busy).breaches(of: plan(busy, "cat", "2026-12-15 10:00-10:50", broken: named)))
    }
    #expect(breaches(.busy).isEmpty)
    #expect(breaches(.onLeave).contains { $0.contains("which does not stand in its way") })
  }

  @Test("a word about an absence, or cover assigned, is none about a request")
  func otherWords() {
    let situation = roster {
      $0.decide(.told, client: "C1")
      $0.decide(.assign(ClinicianID("cat")), client: "C1")
    }.situation()
    #expect(situation.pins.isEmpty)
    #expect(
      Verifier(situation: situation).breaches(of: plan(situation, "ben", "2026-12-15 10:00-10:50")).allSatisfy {
        !"\($0)".contains("named as broken")
      })
  }

  @Test("an appointment that no longer stands is named, with what has changed")
  func published() {
    func kinds(_ change: @escaping (inout Roster) -> Void) -> [BrokenPublication.Kind] {
      PublishedVerifier(situation: roster(change).situation()).broken().map(\.kind)
    }
    #expect(kinds { _ in } == [])
    #expect(kinds { $0.busy("ben", "2026-12-15 09:00-12:00") } == [.broken])
    #expect(kinds { $0.leave("ben", "2026-12-15") } == [.broken])
    #expect(
      kinds {
        $0.change(client: "C1") { $0.times = WeeklyHoursText("fri 09:00-12:00").hours }
      } == [.moved])
    var gone = Roster()
    gone.clinician("ann")
    gone.clinician("ben")
    gone.client("C1", of: "ann")
    gone.published(referral: request, by: "ben", "2026-12-15 10:00-10:50", clients: "C1")
    #expect(PublishedVerifier(situation: gone.situation()).broken().map(\.kind) == [.gone])
  }

  @Test("decisions that name a request are kept, or broken with the rules in the way")
  func decisions() {
    func standing(_ kind: Decision.Kind, _ change: @escaping (inout Roster) -> Void = { _ in }) -> DecisionStanding {
      let situation = roster {
        change(&$0)
        $0.decide(kind, client: "C1", session: request, at: "2026-12-14 09:00")
      }.situation()
      return DecisionVerifier(situation: situation).standing(of: situation.decisions[0])
    }
    #expect(standing(.told).state == .kept)
    #expect(standing(.told).sessions.map(\.interval) == [Times().interval("2026-12-15 10:00-10:50")])
    let broken = standing(.told) { $0.busy("ben", "2026-12-15 09:00-12:00") }
    #expect(broken.state == .broken && broken.obstacles.first?.rules == [.busy])
    #expect(standing(.assign(ClinicianID("cat"))).state == .kept)
    let away = standing(.assign(ClinicianID("cat"))) { $0.leave("cat", "2026-12-14..2026-12-18") }
    #expect(away.state == .broken && away.obstacles.first?.rules == [.onLeave])
  }
}

import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@testable import CoverPlanning

@Suite("Requests for a second professional")
struct ReferralTests {
  /// Ann asks, Ben and Cat could see them; the window is two weeks from Monday 14 December.
  private func roster(_ change: (inout Roster) -> Void = { _ in }) -> Roster {
    var roster = Roster()
    roster.clinician("ann")
    roster.clinician("ben")
    roster.clinician("cat")
    roster.client("C1", of: "ann")
    change(&roster)
    return roster
  }

  /// The plan's answers, each as `ben 2026-12-15 09:00` or `-`; every plan is verified.
  private func answers(_ roster: Roster) throws -> [String] {
    let situation = roster.situation()
    let plan = try Planner(situation: situation).plan()
    #expect(Verifier(situation: situation).breaches(of: plan).isEmpty)
    #expect(plan.status == .optimal)
    return plan.referrals.map { assignment in
      guard let cover = assignment.cover else { return "-" }
      let civil = roster.times.zone.civil(cover.interval.start)
      let minute = civil.minute < 10 ? "0\(civil.minute)" : "\(civil.minute)"
      return "\(cover.by) \(civil.day.iso8601) \(civil.hour < 10 ? "0" : "")\(civil.hour):\(minute)"
    }
  }

  @Test("the earliest fitting time of the request is given, and no earlier one")
  func earliest() throws {
    let first = roster {
      $0.busy("ben", "2026-12-15 09:00-10:15")
      $0.clinician("dan") { $0.takesCover = false }
      $0.leave("cat", "2026-12-14..2026-12-18")
      $0.referral("ann", .specialist, "2026-12-15..2026-12-18", "C1")
    }
    #expect(try answers(first) == ["ben 2026-12-15 10:15"])
  }

  @Test("the appointment ends when the request's time does, or it is not given")
  func due() throws {
    func open(_ time: String) throws -> [String] {
      try answers(roster { $0.referral("ann", .specialist, time, "C1", minutes: 50) })
    }
    #expect(try open("2026-12-15 16:10-17:00").contains { $0.hasSuffix("16:10") })
    #expect(try open("2026-12-15 16:11-17:00") == ["-"])
    #expect(try open("2026-12-15 08:00-09:49") == ["-"])
  }

  @Test("a specialist and a second opinion need every specialty that is asked for, and what the client needs besides")
  func specialty() throws {
    for reason in [Referral.Reason.specialist, .secondOpinion] {
      var roster = roster {
        $0.change(clinician: "ben") { $0.specialties = [Tag("emdr")] }
        $0.change(clinician: "cat") { $0.specialties = [Tag("emdr"), Tag("trauma")] }
        $0.referral("ann", reason, "2026-12-15", "C1", needs: "emdr trauma")
      }
      #expect(try answers(roster).contains { $0.hasPrefix("cat") })
      roster.change(client: "C1") { $0.needs = [Tag("couples")] }
      #expect(try answers(roster) == ["-"])
    }
  }

  @Test("who gives a second opinion neither supervises nor is supervised by who asks")
  func independence() throws {
    func asked(_ reason: Referral.Reason) throws -> [String] {
      try answers(
        roster {
          $0.change(clinician: "ann") { $0.supervisor = ClinicianID("ben") }
          $0.change(clinician: "cat") { $0.supervisor = ClinicianID("ann") }
          $0.referral("ann", reason, "2026-12-15", "C1")
        })
    }
    #expect(try asked(.secondOpinion) == ["-"])
    #expect(try asked(.specialist) != ["-"])
  }

  @Test(
    "supervision is the named supervisor's; without one, anybody's who supervises; nobody asks what the client needs")
  func supervision() throws {
    var roster = roster {
      $0.change(client: "C1") { $0.needs = [Tag("emdr")] }
      $0.change(clinician: "cat") { $0.supervises = true }
      $0.referral("ann", .supervision, "2026-12-15", "C1")
    }
    #expect(try answers(roster) == ["cat 2026-12-15 09:00"])
    roster.change(clinician: "ann") { $0.supervisor = ClinicianID("ben") }
    #expect(try answers(roster) == ["ben 2026-12-15 09:00"])
  }

  @Test("to supervision the clinician comes, so both have to be free, and the client need not be")
  func companions() throws {
    let roster = roster {
      $0.change(clinician: "ann") { $0.supervisor = ClinicianID("ben") }
      $0.rules.breakMinutes = 10
      $0.session("ann", "2026-12-15 09:00-10:00", "C2")
      $0.busy("ben", "2026-12-15 11:00-12:00")
      $0.session("cat", "2026-12-15 12:00-13:00", "C1")
      $0.referral("ann", .supervision, "2026-12-15", "C1", minutes: 60)
    }
    #expect(try answers(roster) == ["ben 2026-12-15 12:00"])
  }

  @Test("another perspective needs every background that is asked for")
  func perspective() throws {
    let roster = roster {
      $0.change(clinician: "cat") { $0.background = [Tag("pastoral"), Tag("muslim")] }
      $0.change(clinician: "ben") { $0.background = [Tag("pastoral")] }
      $0.referral("ann", .perspective, "2026-12-15", "C1", needs: "pastoral muslim")
    }
    #expect(try answers(roster) == ["cat 2026-12-15 09:00"])
  }

  @Test("the client is in no other session then, and inside their times")
  func client() throws {
    let roster = roster {
      $0.change(client: "C1") { $0.times = WeeklyHoursText("tue 10:00-13:00").hours }
      $0.session("ann", "2026-12-15 10:00-11:00", "C1")
      $0.referral("ann", .specialist, "2026-12-15", "C1")
    }
    #expect(try answers(roster).contains { $0.hasSuffix("2026-12-15 11:00") })
  }

  @Test("cover comes first: a request takes what capacity is left")
  func capacity() throws {
    var roster = roster {
      $0.leave("ann", "2026-12-21..2026-12-23")
      $0.leave("cat", "2026-12-14..2026-12-27")
      $0.change(clinician: "ben") { $0.limits.coverPerWeek = 1 }
      $0.session("ann", "2026-12-22 10:00-10:50", "C2")
      $0.referral("ann", .specialist, "2026-12-21..2026-12-27", "C1")
    }
    #expect(try answers(roster) == ["-"])
    roster.change(clinician: "ben") { $0.limits.coverPerWeek = 2 }
    #expect(try answers(roster) == ["ben 2026-12-21 09:00"])
  }

  @Test("several requests share who can take them: as many as can be are met, the days waited are fewest")
  func several() throws {
    let roster = roster {
      $0.leave("cat", "2026-12-14..2026-12-27")
      $0.change(clinician: "ben") { $0.limits.coverPerDay = 1 }
      for client in ["C1", "C2", "C3"] { $0.referral("ann", .specialist, "2026-12-14..2026-12-16", client) }
    }
    #expect(
      try answers(roster).sorted() == ["ben 2026-12-14 09:00", "ben 2026-12-15 09:00", "ben 2026-12-16 09:00"])
  }

  @Test("an appointment that was published stays, though an earlier one has become free")
  func stays() throws {
    var roster = roster()
    let request = roster.referral("ann", .specialist, "2026-12-15..2026-12-18", "C1")
    roster.published(referral: request, by: "cat", "2026-12-17 11:00-11:50", clients: "C1")
    #expect(try answers(roster) == ["cat 2026-12-17 11:00"])
    roster.leave("cat", "2026-12-17")
    #expect(try answers(roster).contains { $0.hasSuffix("2026-12-15 09:00") })
  }

  @Test("one that lies before the window is met, occupies nobody else, and is not planned again")
  func before() throws {
    var roster = roster()
    let request = roster.referral("ann", .specialist, "2026-12-08..2026-12-18", "C1")
    roster.published(referral: request, by: "cat", "2026-12-09 11:00-11:50", clients: "C1")
    let plan = try Planner(situation: roster.situation()).plan()
    #expect(plan.referrals.isEmpty)
    #expect(!plan.tiers.contains { $0.tier == .referralUnmet })
  }

  @Test("who declined is not asked again; whoever is assigned takes it")
  func people() throws {
    var roster = roster()
    let request = roster.referral("ann", .specialist, "2026-12-15", "C1")
    roster.published(referral: request, by: "cat", "2026-12-15 09:00-09:50", clients: "C1")
    roster.answer(request, "cat", .declined)
    #expect(try answers(roster) == ["ben 2026-12-15 09:00"])
    roster.clinician("dan")
    roster.decide(.assign(ClinicianID("dan")), session: request)
    #expect(try answers(roster) == ["dan 2026-12-15 09:00"])
  }

  @Test("a request that nobody can take says why of each, and when somebody could first")
  func gap() throws {
    let roster = roster {
      $0.change(clinician: "ben") { $0.specialties = [Tag("emdr")] }
      $0.leave("ben", "2026-12-14..2026-12-17")
      $0.referral("ann", .specialist, "2026-12-15..2026-12-16", "C1", needs: "emdr")
    }
    let plan = try Planner(situation: roster.situation()).plan()
    guard case .unmet(let gap) = plan.referrals[0].outcome else { return #expect(Bool(false), "it is met") }
    #expect(gap.why.map(\.colleague.text) == ["ben", "cat"])
    #expect(gap.why[0].rules == [.onLeave])
    #expect(gap.why[1].rules == [.specialty])
    #expect(
      gap.firstOpening == Cover(by: ClinicianID("ben"), interval: roster.times.interval("2026-12-18 09:00-09:50")))
  }
}

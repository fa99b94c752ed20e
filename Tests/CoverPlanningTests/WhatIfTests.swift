import CivilTime
import CoverDomain
import CoverTestSupport
import CoverVerification
import Testing

@testable import CoverPlanning

@Suite("What if")
struct WhatIfTests {
  private let ann = ClinicianID("ann")
  private let ben = ClinicianID("ben")

  /// Ann and Ben, each with one session on the Wednesday; Cat, who could take one.
  private func roster() -> Roster {
    var roster = Roster()
    roster.clinician("ann")
    roster.clinician("ben")
    roster.clinician("cat") { $0.limits.coverPerDay = 1 }
    roster.session("ann", "2026-12-16 10:00-11:00", "A1", key: "A")
    roster.session("ben", "2026-12-16 10:00-11:00", "B1", key: "B")
    roster.session("ann", "2026-12-17 10:00-11:00", "A2", key: "A2")
    return roster
  }

  private func day(_ text: String) -> Day { Times().day(text) }

  @Test("leave of one is covered; of both at once one session has nobody")
  func leave() throws {
    let question = try WhatIf(situation: roster().situation())
    let away = day("2026-12-16")...day("2026-12-16")
    let (one, plan, supposed) = try question.comparison([.leave(ann, away)])
    #expect(one.entries.map(\.kind) == [.covered] && one.change(.preferred).difference == 0)
    #expect(Verifier(situation: supposed).breaches(of: plan).isEmpty)
    let (both, _, _) = try question.comparison([.leave(ann, away), .leave(ben, away)])
    #expect(both.entries.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.covered, .lost])
    #expect(both.change(.preferred) == TierChange(tier: .preferred, before: 0, after: 1))
    #expect(question.today.assignments.isEmpty)
  }

  @Test("who has cover today and would change colleague is named as moved; another limit may leave nobody")
  func moved() throws {
    var roster = roster()
    roster.leave("ann", "2026-12-17")
    let question = try WhatIf(situation: roster.situation())
    let taker = try #require(question.today.assignments.first?.outcome.cover?.by)
    let (gone, _, _) = try question.comparison([.leave(taker, day("2026-12-17")...day("2026-12-17"))])
    #expect(gone.entries(.moved).map(\.session.id.key) == ["A2"])
    let (full, _, _) = try question.comparison([.limit(ben, .coverDay, 0), .limit(ClinicianID("cat"), .coverWeek, 0)])
    #expect(full.entries(.lost).map(\.session.id.key) == ["A2"])
  }

  @Test("the week in which leave costs least comes first, and each beginning is a day on which they work")
  func offers() throws {
    var roster = roster()
    // On the Wednesday nobody is left for Ann; on the Thursday Cat is; on the other days nobody misses her.
    roster.leave("cat", "2026-12-16")
    roster.leave("ben", "2026-12-16")
    let question = try WhatIf(situation: roster.situation())
    let offers = try question.offers(ann, days: 1, between: day("2026-12-14")...day("2026-12-20"))
    #expect(
      offers.map(\.days.lowerBound.iso8601) == ["2026-12-14", "2026-12-15", "2026-12-18", "2026-12-17", "2026-12-16"])
    #expect(offers.map(\.affected) == [0, 0, 0, 1, 1])
    #expect(offers.last?.comparison.change(.preferred).difference == 1)
    #expect(try question.offers(ann, days: 8, between: day("2026-12-14")...day("2026-12-20")).isEmpty)
  }
}

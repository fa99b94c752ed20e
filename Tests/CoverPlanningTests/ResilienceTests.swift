import CivilTime
import CoverDomain
import CoverTestSupport
import Testing

@testable import CoverPlanning

@Suite("Resilience")
struct ResilienceTests {
  /// Four weeks in which Ann sees E1, who needs emdr, every Tuesday, and Ben sees P1 every Tuesday at the same time.
  private func roster(_ change: (inout Roster) -> Void = { _ in }) -> Roster {
    var roster = Roster(from: "2027-01-04", to: "2027-02-01")
    roster.clinician("ann") { $0.specialties = [Tag("emdr")] }
    roster.clinician("ben")
    roster.clinician("cat") { $0.languages = [.english, .french] }
    roster.client("E1") {
      $0.needs = [Tag("emdr")]
      $0.cover = .required
    }
    roster.client("P1") { $0.language = .french }
    for date in ["2027-01-05", "2027-01-12", "2027-01-19", "2027-01-26"] {
      roster.session("ann", "\(date) 10:00-11:00", "E1")
      roster.session("ben", "\(date) 10:00-11:00", "P1")
    }
    change(&roster)
    return roster
  }

  private func short(_ resilience: Resilience, _ away: String...) throws -> [[Int]] {
    let all = resilience.single + resilience.pairs
    let scenario = try #require(all.first { $0.away.map(\.text) == away })
    return [scenario.week, scenario.month].map { [$0.affected, $0.required, $0.preferred] }
  }

  @Test("each alone and each two together, for a week and for a month, as counted by hand")
  func scenarios() throws {
    let resilience = try ResilienceStudy(situation: roster().situation()).resilience()
    #expect(try short(resilience, "ann") == [[1, 1, 0], [4, 4, 0]])
    #expect(try short(resilience, "ben") == [[1, 0, 0], [4, 0, 0]])
    #expect(try short(resilience, "cat") == [[0, 0, 0], [0, 0, 0]])
    #expect(try short(resilience, "ann", "ben") == [[2, 1, 0], [8, 4, 0]])
    // Cat alone speaks P1's language besides Ben.
    #expect(try short(resilience, "ben", "cat") == [[1, 0, 1], [4, 0, 4]])
    #expect(resilience.single.count == 3 && resilience.pairs.count == 3 && resilience.openAlone == 4)
    #expect(resilience.single.allSatisfy { $0.month.isProven })
  }

  @Test("what hangs on one person, and what nobody has")
  func dependencies() throws {
    let situation = roster { roster in
      roster.client("G1") {
        $0.jurisdiction = Tag("ie")
        $0.payer = Tag("bupa")
      }
      roster.client("unseen") { $0.needs = [Tag("child")] }
      roster.session("ben", "2027-01-06 10:00-11:00", "G1")
    }.situation()
    let found = Dependencies(situation: situation).all()
    #expect(found.map(\.word) == ["emdr", "fr", "ie"])
    #expect(found.map { $0.holder?.text } == ["ann", "cat", nil])
    #expect(found.map { $0.clients.map(\.text) } == [["E1"], ["P1"], ["G1"]])
  }

  @Test("what would close most is found by planning with it")
  func additions() throws {
    let resilience = try ResilienceStudy(situation: roster().situation()).resilience(triesPairs: false)
    #expect(resilience.pairs.isEmpty)
    #expect(resilience.additions.map(\.words).contains("Ben has emdr") == false)
    #expect(resilience.additions.first?.words == "Cat has emdr" && resilience.additions.first?.closes == 4)
    #expect(resilience.additions.contains { $0.words == "a locum in the practice's hours with emdr" && $0.closes == 4 })
  }

  @Test("leave that is known counts for nothing: only what comes besides")
  func beside() throws {
    let situation = roster { $0.leave("ann", "2027-01-05") }.situation()
    let resilience = try ResilienceStudy(situation: situation).resilience()
    #expect(try short(resilience, "ben") == [[1, 0, 0], [4, 0, 0]])
    #expect(try short(resilience, "ann") == [[0, 0, 0], [3, 3, 0]])
  }
}

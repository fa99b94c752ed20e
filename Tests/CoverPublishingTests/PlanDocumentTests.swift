import CivilTime
import CoverDomain
import CoverTestSupport
import Foundation
import Testing

@testable import CoverPublishing

@Suite("plan.json")
struct PlanDocumentTests {
  private func json(_ sample: SamplePlan) throws -> (text: String, value: [String: Any]) {
    let text = try sample.publication().planText
    let value = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return (text, value)
  }

  @Test("has its keys in the order of the contract")
  func order() throws {
    let text = try json(SamplePlan()).text
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }
      .compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
    #expect(
      Array(keys.prefix(11)) == [
        "schema", "practice", "timezone", "window", "status", "tiers", "absences", "sessions", "referrals", "ledger",
        "not-recognised",
      ])
  }

  @Test("holds every session with its outcome, and for a gap why and what would help")
  func sessions() throws {
    var sample = SamplePlan()
    sample.covers["S3"] = nil
    sample.moved["S2"] = "2026-12-23 11:00-11:50"
    let value = try json(sample).value
    let sessions = try #require(value["sessions"] as? [[String: Any]])
    #expect(sessions.map { $0["outcome"] as? String } == ["covered", "moved", "uncovered"])
    #expect(sessions[0]["by"] as? String == "ben")
    #expect(sessions[0]["at"] as? String == "2026-12-21T10:00:00Z")
    #expect(sessions[0]["need"] as? String == "required")
    #expect(sessions[1]["at"] as? String == "2026-12-23T11:00:00Z")
    #expect(sessions[2]["by"] is NSNull)
    let why = try #require(sessions[2]["why"] as? [[String: Any]])
    #expect(why.map { $0["colleague"] as? String } == ["ben", "cat"])
    #expect(why.map { $0["rules"] as? [String] } == [["specialty"], ["specialty"]])
    let help = try #require(sessions[2]["would-help"] as? [[String: Any]])
    #expect(help.first?["changes"] as? [String] == ["Ben Birch works on Mon 21 Dec, 10:00-10:50"])
  }

  @Test("holds absences with contacts, handovers and supervisors, those that are missing too")
  func absences() throws {
    var sample = SamplePlan()
    sample.supervisors = [
      CoveringSupervisor(supervisee: ClinicianID("cat"), day: Day("2026-12-21")!, by: nil)
    ]
    let absences = try #require(try json(sample).value["absences"] as? [[String: Any]])
    #expect(absences.count == 1)
    #expect(absences[0]["start"] as? String == "2026-12-21T00:00:00Z")
    #expect(absences[0]["end"] as? String == "2026-12-23T00:00:00Z")
    #expect(
      (absences[0]["contacts"] as? [[String: Any]])?.map { $0["date"] as? String } == ["2026-12-21", "2026-12-22"])
    #expect((absences[0]["handovers"] as? [[String: Any]])?.map { $0["by"] as? String } == ["ben", "cat"])
    #expect((absences[0]["supervisors"] as? [[String: Any]])?.first?["by"] is NSNull)
  }

  @Test("holds the ledger, all kinds in their order")
  func ledger() throws {
    var sample = SamplePlan()
    sample.reading.ledger = [
      LedgerEntry(file: "clinicians/ann.ics", components: 5, counts: [.session: 3, .leave: 1, .notUnderstood: 1])
    ]
    let text = try json(sample).text
    #expect(
      text.contains(
        "{\"file\": \"clinicians/ann.ics\", \"components\": 5, \"sessions\": 3, \"leave\": 1, \"busy\": 0, \"free\": 0, "
          + "\"cancelled\": 0, \"outside\": 0, \"referrals\": 0, \"closures\": 0, \"not-understood\": 1}"))
  }

  @Test("says whether the plan is proven", arguments: [(0, "optimal"), (1, "feasible")])
  func status(gap: Int, status: String) throws {
    let sample = SamplePlan()
    let situation = sample.situation()
    let made = sample.plan(situation)
    let plan = Plan(
      window: made.window, tiers: [TierResult(tier: .required, value: gap, bound: 0)], assignments: made.assignments,
      absences: made.absences, brokenPromises: [])
    let text = try Publication(
      PublicationInput(situation: situation, plan: plan, reading: Reading(), previous: nil, inputFiles: [])
    ).planText
    #expect(text.contains("\"status\": \"\(status)\""))
  }

  @Test(
    "escapes what JSON escapes",
    arguments: [
      ("a\"b\\c", "\"a\\\"b\\\\c\""), ("a\n\t\r\u{0}\u{1F}\u{7F}", "\"a\\n\\t\\r\\u0000\\u001f\\u007f\""),
      ("é漢😀", "\"é漢😀\""), ("\u{2028}", "\"\\u2028\""),
    ])
  func escaping(text: String, expected: String) throws {
    #expect(JSONValue.string(text).compact == expected)
    let back = try JSONSerialization.jsonObject(with: Data("[\(expected)]".utf8)) as? [String]
    #expect(back == [text])
  }
}

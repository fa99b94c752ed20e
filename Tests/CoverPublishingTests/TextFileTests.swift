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

@Suite("cover.csv")
struct CoverTableTests {
  @Test("has a row for every affected session")
  func rows() throws {
    var sample = SamplePlan()
    sample.covers["S3"] = nil
    let lines = try sample.publication().text("cover.csv").components(separatedBy: "\r\n")
    #expect(lines[0] == "date,start,end,clinician,clients,need,outcome,by,cover-date,cover-start,place,reasons,session")
    #expect(lines[1] == "2026-12-21,10:00,10:50,ann,AB1,required,covered,ben,2026-12-21,10:00,harbour-street,,S1")
    #expect(lines[3] == "2026-12-22,10:00,10:50,ann,EF3,preferred,uncovered,,,,,ben: specialty | cat: specialty,S3")
    #expect(lines.count == 5 && lines[4] == "")
  }

  @Test(
    "no cell is a formula, breaks a line or a column",
    arguments: [
      ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), ("+1", "'+1"), ("-1", "'-1"), ("@SUM", "'@SUM"),
      ("\t=1", "'=1"), ("\u{FEFF}=1", "'=1"), ("a\r\nb", "a b"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
      ("a=b", "a=b"),
      ("=\u{301}1", "'=\u{301}1"), ("a,\u{301}b", "\"a,\u{301}b\""), ("a\"\u{301}b", "\"a\"\"\u{301}b\""),
    ])
  func cells(value: String, cell: String) { #expect(CSVTable.cell(value) == cell) }
}

@Suite("Briefs")
struct BriefTests {
  @Test("tell a colleague everything that is theirs, by ids, and what to destroy")
  func everything() throws {
    let publication = try SamplePlan().publication()
    let ben = publication.text("briefs/ben.txt")
    #expect(ben.contains("Mon 21 Dec 10:00-10:50  AB1  harbour-street"))
    #expect(ben.contains("Mon 21 Dec 11:00-11:50  CD2  online"))
    #expect(ben.contains("You are the contact for their clients on\n    Mon 21 Dec 2026\n    Tue 22 Dec 2026"))
    #expect(ben.contains("Fri 18 Dec 14:00-14:15  handover  AB1, CD2"))
    #expect(ben.contains("destroy"))
    #expect(!ben.contains("EF3"))
    #expect(!publication.text("briefs/cat.txt").contains("AB1"))
  }

  @Test("hold nothing of a client whose consent is not recorded")
  func withheld() throws {
    var sample = SamplePlan(clients: false) { $0.client("AB1", of: "ann") { $0.consent = .ask } }
    let brief = try sample.publication().text("briefs/ben.txt")
    #expect(!brief.contains("AB1"))
    #expect(brief.contains("Mon 21 Dec 10:00-10:50  (named when consent to cover is recorded)"))
    sample.roster.decide(.consented, client: "AB1")
    #expect(try sample.publication().text("briefs/ben.txt").contains("Mon 21 Dec 10:00-10:50  AB1"))
  }

  @Test("name supervision, for whom and when")
  func supervision() throws {
    var sample = SamplePlan()
    sample.supervisors = [
      CoveringSupervisor(supervisee: ClinicianID("cat"), day: Day("2026-12-21")!, by: ClinicianID("ben"))
    ]
    #expect(try sample.publication().text("briefs/ben.txt").contains("You supervise Cat Cedar on\n    Mon 21 Dec 2026"))
  }
}

@Suite("The summary")
struct SummaryTests {
  @Test("says at once that all is well, or what is not")
  func headline() throws {
    var sample = SamplePlan()
    #expect(try sample.publication().summary.headline == "3 sessions affected; every one that calls for cover has it.")
    #expect(try !sample.publication().summary.needsPerson)
    sample.covers["S2"] = nil
    let preferred = try sample.publication().summary
    #expect(preferred.headline == "3 sessions affected; 1 is not covered.")
    #expect(!preferred.needsPerson)
    sample.covers["S1"] = nil
    let required = try sample.publication().summary
    #expect(required.headline == "3 sessions affected; 2 are not covered, 1 of which must be.")
    #expect(required.needsPerson)
    #expect(required.sections.first?.title == "Needs you")
    #expect(required.sections.first?.lines.first == "Must be covered and nobody can")
    #expect(
      required.text.contains(
        "  Mon 21 Dec 10:00-10:50  AB1  of Ann Ash  harbour-street\n    Ben Birch and Cat Cedar: lacks the specialty"))
    #expect(required.text.contains("would help: Ben Birch works on Mon 21 Dec, 10:00-10:50"))
  }

  @Test("what keeps everybody away is said once")
  func commonReason() throws {
    var sample = SamplePlan { $0.clinician("dan") { $0.name = "Dan Dale" } }
    sample.covers["S2"] = nil
    let text = try sample.publication().summary.text
    #expect(
      text.contains(
        "    each of 3 colleagues: lacks the specialty\n    nothing else keeps away Ben Birch, Cat Cedar and Dan Dale\n"
      ))
  }

  @Test("lists handovers with their times")
  func handovers() throws {
    let text = try SamplePlan().publication().summary.text
    #expect(text.contains("    handovers: Ben Birch (Fri 18 Dec 14:00), Cat Cedar (Fri 18 Dec 15:00)\n"))
  }

  @Test("a closure that lasts until midnight ends at 24:00")
  func untilMidnight() throws {
    let sample = SamplePlan { $0.closure("2026-12-24 13:00-24:00") }
    #expect(try sample.publication().summary.text.contains("The practice is closed: Thu 24 Dec 2026, 13:00 to 24:00"))
  }

  @Test("puts a broken promise before anything else")
  func brokenPromise() throws {
    var sample = SamplePlan()
    sample.covers["S3"] = nil
    sample.brokenPromises = [
      BrokenPromise(
        pin: Pin(session: sample.session1, colleague: ClinicianID("cat"), start: nil, reason: .accepted),
        rules: [.onLeave])
    ]
    let summary = try sample.publication().summary
    #expect(summary.needsPerson)
    let lines = try #require(summary.sections.first).lines
    #expect(lines[0] == "Promises that cannot be kept")
    #expect(lines[1] == "  Mon 21 Dec 10:00-10:50  AB1")
    #expect(lines[2].contains("Cat Cedar had accepted it, but Cat Cedar is on leave; now Ben Birch, Mon 21 Dec 10:00."))
  }

  @Test("names what was not recognised by place and time, not by its text")
  func unrecognised() throws {
    var sample = SamplePlan()
    sample.reading.unrecognised = [
      UnrecognisedEvent(
        clinician: ClinicianID("ann"), interval: sample.roster.times.interval("2026-12-21 15:00-16:00"),
        summary: "Zora Q.", source: Source(file: "clinicians/ann.ics", line: 12), candidates: [ClientID("AB1")])
    ]
    let summary = try sample.publication().summary
    #expect(summary.needsPerson)
    #expect(summary.text.contains("Mon 21 Dec 15:00-16:00  in Ann Ash's calendar (clinicians/ann.ics:12)  perhaps AB1"))
    #expect(!summary.text.contains("Zora"))
  }

  @Test("names days without a contact and supervisees without a supervisor")
  func missingPeople() throws {
    var sample = SamplePlan()
    sample.contact = nil
    sample.supervisors = [CoveringSupervisor(supervisee: ClinicianID("cat"), day: Day("2026-12-21")!, by: nil)]
    sample.withoutSupervisor = [ClientID("AB1")]
    let summary = try sample.publication().summary
    #expect(summary.needsPerson)
    #expect(summary.text.contains("contact for Ann Ash: Mon 21 Dec and Tue 22 Dec"))
    #expect(summary.text.contains("supervisor of Cat Cedar: Mon 21 Dec"))
    #expect(summary.text.contains("whose supervisor are both away: AB1"))
  }

  @Test("counts sessions and loads in aligned columns")
  func columns() throws {
    let text = try SamplePlan().publication().summary.text
    #expect(
      text.contains("           must  should  can wait  none  all\n  covered     1       2         0     0    3\n"))
    #expect(
      text.contains("  Ben Birch         2             2         1\n  Cat Cedar         1             0         1\n"))
    #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") })
  }

  @Test("is short where nothing happens")
  func nothing() throws {
    let text = try SamplePlan(isAway: false).publication().summary.text
    #expect(text.contains("Nobody's sessions are affected."))
    #expect(!text.contains("LETTERS"))
  }
}

import CivilTime
import CoverDomain
import CoverTestSupport
import Foundation
import Testing

@testable import CoverPublishing

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

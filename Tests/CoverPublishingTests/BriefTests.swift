import CivilTime
import CoverDomain
import CoverTestSupport
import Foundation
import Testing

@testable import CoverPublishing

@Suite("Briefs")
struct BriefTests {
  @Test("tell a colleague everything that is theirs, week by week, by ids")
  func everything() throws {
    let publication = try SamplePlan().publication()
    let ben = publication.text("briefs/ben.txt")
    let page = """
      WEEK OF MON 14 DEC 2026

        Fri 18 Dec 14:00-14:15  handover from Ann Ash: AB1, CD2

      WEEK OF MON 21 DEC 2026

        Mon 21 to Tue 22 Dec    contact for the clients of Ann Ash
        Mon 21 Dec 10:00-10:50  AB1, for Ann Ash, Harbour Street
        Mon 21 Dec 11:00-11:50  CD2, for Ann Ash, online

      WHAT TO DO WHEN

      """
    #expect(ben.contains(page), "\(ben)")
    #expect(!ben.contains("EF3"))
    #expect(!publication.text("briefs/cat.txt").contains("AB1"))
    #expect(!publication.paths.contains("briefs/ann.txt"))
  }

  @Test("a colleague without contact days, or without appointments, is not told what to do about them")
  func duties() throws {
    let publication = try SamplePlan().publication()
    let (ben, cat) = (publication.text("briefs/ben.txt"), publication.text("briefs/cat.txt"))
    #expect(ben.contains("As contact:") && !cat.contains("As contact:"))
    #expect(ben.contains("2 appointments wait for your answer") || ben.contains("2 appointments wait for your\n"))
    #expect(cat.contains("1 appointment waits for your"))
    var sample = SamplePlan()
    sample.covers = ["S1": "cat", "S2": "cat", "S3": "cat"]
    let contact = try sample.publication().text("briefs/ben.txt")
    #expect(contact.contains("If you cannot be there:") && !contact.contains("After each appointment"))
  }

  @Test("say that no time was found for a handover, until the absence begins")
  func withoutHandover() throws {
    var sample = SamplePlan()
    sample.withoutTime = ["ben"]
    let first = try sample.publication()
    let (ben, cat) = (first.text("briefs/ben.txt"), first.text("briefs/cat.txt"))
    #expect(
      ben.contains("- No time was found for the handover from Ann Ash: agree on one before Mon 21\n  Dec.\n"), "\(ben)")
    #expect(ben.contains("- At the handover: what each client needs"))
    #expect(!cat.contains("No time was found"))
    sample.roster.now = sample.roster.times.instant("2026-12-21 08:00")
    #expect(!(try sample.publication(after: first)).text("briefs/ben.txt").contains("No time was found"))
  }

  @Test("tell a contact to make sure who calls")
  func callers() throws {
    let publication = try SamplePlan().publication()
    #expect(publication.text("briefs/ben.txt").contains("- When somebody calls: make sure who it is before you say"))
    #expect(!publication.text("briefs/cat.txt").contains("When somebody calls"))
  }

  @Test("say when to hand back, and by which day what is destroyed", arguments: [true, false])
  func ending(hasHandback: Bool) throws {
    var sample = SamplePlan()
    if hasHandback { sample.handbacks = ["ben": "2026-12-23 09:00-09:15"] }
    let brief = try sample.publication().text("briefs/ben.txt")
    if hasHandback {
      #expect(brief.contains("  Ann Ash  away Mon 21 Dec to Tue 22 Dec  hand back Wed 23 Dec 09:00\n"), "\(brief)")
      #expect(brief.contains("- Destroy by Wed 23 Dec 2026: this page"))
    } else {
      #expect(brief.contains("agree on a time, by Sun 27 Dec"), "\(brief)")
      #expect(brief.contains("- Destroy by Sun 27 Dec 2026: this page"))
    }
  }

  @Test("hold nothing of a client whose consent is not recorded")
  func withheld() throws {
    var sample = SamplePlan(clients: false) { $0.client("AB1", of: "ann") { $0.consent = .ask } }
    let brief = try sample.publication().text("briefs/ben.txt")
    #expect(!brief.contains("AB1"))
    #expect(brief.contains("handover from Ann Ash: CD2 and a client not named"))
    #expect(brief.contains("Mon 21 Dec 10:00-10:50  a client not named yet, for Ann Ash"))
    #expect(brief.contains("has not agreed to be covered."))
    sample.roster.decide(.consented, client: "AB1")
    let told = try sample.publication().text("briefs/ben.txt")
    #expect(told.contains("Mon 21 Dec 10:00-10:50  AB1, for Ann Ash"))
    #expect(!told.contains("not agreed"))
  }

  @Test("name supervision, for whom and when, those with the same days together")
  func supervision() throws {
    var sample = SamplePlan { roster in
      roster.clinician("dan") { $0.name = "Dan Dew" }
      roster.clinician("eve") { $0.name = "Eve Elm" }
    }
    sample.supervisors = [
      ("cat", "2026-12-21"), ("dan", "2026-12-21"), ("dan", "2026-12-22"), ("cat", "2026-12-22"), ("eve", "2026-12-22"),
    ].map { CoveringSupervisor(supervisee: ClinicianID($0.0), day: Day($0.1)!, by: ClinicianID("ben")) }
    let brief = try sample.publication().text("briefs/ben.txt")
    #expect(brief.contains("Mon 21 to Tue 22 Dec    supervisor of Cat Cedar and Dan Dew, for Ann Ash\n"), "\(brief)")
    #expect(brief.contains("Tue 22 Dec              supervisor of Eve Elm, for Ann Ash\n"))
  }

  @Test("long absences take a line a week, and a day off parts it")
  func ranges() throws {
    var sample = SamplePlan(isAway: false) { $0.leave("ann", "2026-12-14..2026-12-27") }
    sample.withoutContact = ["2026-12-16", "2026-12-23", "2026-12-24", "2026-12-25"]
    let brief = try sample.publication().text("briefs/ben.txt")
    let days = brief.split(separator: "\n").filter { $0.contains("contact for") }.map {
      $0.drop { $0 == " " }.components(separatedBy: "  ")[0]
    }
    #expect(days == ["Mon 14 to Tue 15 Dec", "Thu 17 to Fri 18 Dec", "Mon 21 to Tue 22 Dec"], "\(brief)")
  }

  @Test("mark nothing in the first publication, then what is new, what moved, and what is taken back")
  func changes() throws {
    var sample = SamplePlan()
    let first = try sample.publication()
    #expect(!first.text("briefs/ben.txt").contains("*"))
    sample.roster.now = sample.roster.times.instant("2026-12-02 09:00")
    sample.covers["S2"] = "cat"
    sample.moved["S1"] = "2026-12-21 12:00-12:50"
    let second = try sample.publication(after: first)
    let (ben, cat) = (second.text("briefs/ben.txt"), second.text("briefs/cat.txt"))
    #expect(ben.contains("* new or changed on Wed 2 Dec 2026\n"))
    let line = ben.split(separator: "\n").drop { !$0.contains("12:00-12:50") }.prefix(2).joined().split(separator: " ")
    #expect(
      line.joined(separator: " ").hasPrefix(
        "* Mon 21 Dec 12:00-12:50 AB1, for Ann Ash, Harbour Street (was Mon 21 Dec 10:00)"), "\(ben)")
    #expect(ben.contains("NO LONGER YOURS\n\n* Mon 21 Dec 11:00-11:50  CD2, for Ann Ash, online\n"), "\(ben)")
    #expect(ben.contains("\n  Mon 21 to Tue 22 Dec    contact"))
    #expect(cat.contains("* Mon 21 Dec 11:00-11:50  CD2, for Ann Ash, online\n"), "\(cat)")
    #expect(cat.contains("\n  Tue 22 Dec 10:00-10:50  EF3"))
    // Nothing changes with the next run, and nothing is written anew.
    sample.roster.now = sample.roster.times.instant("2026-12-03 09:00")
    #expect(try sample.publication(after: second).text("briefs/ben.txt") == ben)
  }

  @Test("somebody who has nothing to cover any more is told so, until it would be over")
  func nothingLeft() throws {
    var sample = SamplePlan()
    let first = try sample.publication()
    sample.roster.now = sample.roster.times.instant("2026-12-02 09:00")
    sample.covers["S3"] = "ben"
    let second = try sample.publication(after: first)
    let cat = second.text("briefs/cat.txt")
    #expect(cat.contains("You have nothing to cover any more.") && cat.contains("- Destroy now:"), "\(cat)")
    #expect(cat.contains("NO LONGER YOURS") && cat.contains("EF3, for Ann Ash"))
    #expect(!cat.contains("WHAT TO DO WHEN"))
    sample.roster.now = sample.roster.times.instant("2026-12-22 12:00")
    #expect(!(try sample.publication(after: second)).paths.contains("briefs/cat.txt"))
  }

  @Test("no line is longer than a page is wide")
  func width() throws {
    var sample = SamplePlan { roster in
      for number in 0..<12 { roster.clinician("dan\(number)") { $0.name = "Somebody Withaname \(number)" } }
    }
    sample.supervisors = (0..<12).map {
      CoveringSupervisor(supervisee: ClinicianID("dan\($0)"), day: Day("2026-12-21")!, by: ClinicianID("ben"))
    }
    let brief = try sample.publication().text("briefs/ben.txt")
    #expect(brief.split(separator: "\n").allSatisfy { $0.count <= Brief.width }, "\(brief)")
  }
}

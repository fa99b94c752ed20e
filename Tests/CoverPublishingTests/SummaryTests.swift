import CivilTime
import CoverDomain
import CoverTestSupport
import Foundation
import Testing

@testable import CoverPublishing

@Suite("The summary")
struct SummaryTests {
  private func needs(_ summary: Summary) -> [String] { summary.sections.first { $0.title == "Needs you" }?.lines ?? [] }

  @Test("shows at a glance who is away and what becomes of their sessions")
  func glance() throws {
    var sample = SamplePlan()
    sample.covers["S2"] = nil
    let section = try #require(
      try sample.publication().summary.sections.first { $0.title == "The weeks at a glance" })
    #expect(section.lines.count == 2)
    #expect(section.lines.last?.split(separator: " ").suffix(5) == ["3", "2", "0", "0", "1"])
    #expect(section.lines.last?.contains("Ann Ash  Mon 21 Dec to Tue 22 Dec") ?? false)
  }

  @Test("names each request for a second professional, met or not, with the reasons")
  func referrals() throws {
    var sample = SamplePlan()
    sample.roster.referral("ann", .specialist, "2026-12-21..2026-12-22", "AB1", needs: "sex-therapy")
    let summary = try sample.publication().summary
    #expect(needs(summary).contains { $0.contains("AB1 of Ann Ash, a specialist (sex-therapy)") })
    #expect(needs(summary).contains { $0.contains("nobody here has sex-therapy") })
    #expect(summary.needsPerson)
    // Where somebody has it, what keeps each away.
    sample.roster.change(clinician: "ben") { $0.specialties = [Tag("sex-therapy")] }
    let some = try sample.publication().summary
    #expect(needs(some).contains { $0.contains("lacks sex-therapy") })
  }

  @Test("tells what needs a person first, ends that with the letters that go out next, and then shows all letters")
  func order() throws {
    var sample = SamplePlan()
    sample.covers["S1"] = nil
    let summary = try sample.publication().summary
    #expect(summary.sections.map(\.title).prefix(3) == ["Needs you", "Letters to clients", "The weeks at a glance"])
    #expect(
      needs(summary).suffix(3) == ["Letters to send", "  3 letters on Mon 14 Dec 2026", "  3 more in the same week"])
    sample.roster.now = sample.roster.times.instant("2026-12-16 09:00")
    let late = try sample.publication().summary
    #expect(
      needs(late).suffix(2) == [
        "  3 late letters, due since Mon 14 Dec 2026", "  3 letters on Fri 18 Dec 2026",
      ])
  }

  @Test("what does not go on one line goes on further in, and what stands apart stays apart")
  func hangingIndent() throws {
    let sample = SamplePlan { roster in
      for number in 10..<30 {
        roster.client("X\(number)", of: "ann")
        roster.session("ann", "2026-12-22 12:\(number)-12:50", "X\(number)", key: "X\(number)")
      }
    }
    let lines = try sample.publication().summary.text.components(separatedBy: "\n")
    let first = try #require(lines.firstIndex { $0.hasPrefix("  Mon 14 Dec  first: AB1 CD2 EF3 X10") })
    #expect(lines[first + 1].hasPrefix("    X"))
    #expect(lines.allSatisfy { $0.count <= 92 })
  }

  @Test("says at once that all is well, or what is not")
  func headline() throws {
    var sample = SamplePlan()
    #expect(try sample.publication().summary.headline == "3 sessions affected: 3 covered.")
    #expect(try !sample.publication().summary.needsPerson)
    sample.covers["S2"] = nil
    let preferred = try sample.publication().summary
    #expect(preferred.headline == "3 sessions affected: 2 covered, 1 NOT COVERED.")
    #expect(!preferred.needsPerson)
    sample.covers["S1"] = nil
    let required = try sample.publication().summary
    #expect(required.headline == "3 sessions affected: 1 covered, 2 NOT COVERED (1 of which must be).")
    #expect(required.needsPerson)
    #expect(needs(required).first == "Must be covered and nobody can")
    #expect(
      required.text.contains(
        "  Mon 21 Dec 10:00-10:50  AB1  of Ann Ash  harbour-street\n    would help: Ben Birch works on Mon 21 Dec,"))
    #expect(required.text.contains("10:00-10:50\n    Ben Birch and Cat Cedar: lack the specialty\n"))
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
    #expect(text.contains("  handovers: Ben Birch (Fri 18 Dec 14:00), Cat Cedar (Fri 18 Dec 15:00)\n"))
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
    let lines = needs(summary)
    try #require(lines.count > 2)
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
        summary: "Zora Q.", source: Source(file: "clinicians/ann.ics", line: 12),
        near: [NearClient(ClientID("AB1"), .initials)])
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
    #expect(
      summary.text.contains("Clinician and supervisor both away: who answers for these clients?\n  of Ann Ash: AB1\n"))
    sample.contact = "ben"
    #expect(try sample.publication().summary.text.contains("\n  of Ann Ash: AB1; their contact is Ben Birch\n"))
  }

  @Test("counts sessions and loads in aligned columns")
  func columns() throws {
    let text = try SamplePlan().publication().summary.text
    #expect(
      text.contains("           must  should  can wait  none  all\n  covered     1       2         0     0    3\n"))
    #expect(
      text.contains(
        "  Ben Birch         2             2                   0         1\n  Cat Cedar         1             0                   0         1\n"
      ))
    #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") })
  }

  @Test("is short where nothing happens")
  func nothing() throws {
    let text = try SamplePlan(isAway: false).publication().summary.text
    #expect(text.contains("Nobody's sessions are affected."))
    #expect(!text.contains("LETTERS"))
  }

  @Test(
    "where what would help was not sought, it says why",
    arguments: [
      (Help.Reason.tooMany, "looked for in the 0 most urgent"),
      (.ended, "was not looked for: the search was ended before."),
      (.fault("the library is gone"), "could not be looked for: the library is gone."),
    ])
  func notSought(reason: Help.Reason, words: String) throws {
    var sample = SamplePlan()
    sample.covers["S1"] = nil
    let situation = sample.situation()
    let plan = sample.plan(situation)
    let publication = try Publication(
      PublicationInput(
        situation: situation,
        plan: Plan(
          window: plan.window, tiers: plan.tiers, assignments: plan.assignments, absences: plan.absences,
          brokenPromises: [], help: Help(together: [], notSought: 1, reason: reason)), reading: Reading(),
        previous: nil, inputFiles: []))
    #expect(publication.summary.text.contains(words), "\(publication.summary.text)")
  }
}

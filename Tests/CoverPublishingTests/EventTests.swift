import CivilTime
import CoverDomain
import CoverTestSupport
import ICalendar
import Testing

@testable import CoverPublishing

@Suite("Events")
struct EventTests {
  private func events(_ publication: Publication, _ path: String = "practice.ics") throws -> [Component] {
    try CalendarDocument(parsing: Array(publication.text(path).utf8)).components
  }

  private func event(_ publication: Publication, of session: String, in path: String = "practice.ics") throws
    -> Component
  {
    try #require(try events(publication, path).first { $0.first("X-PLAN-COVER-SESSION")?.text == session })
  }

  @Test("a cover session bears everything that its readers need")
  func properties() throws {
    let event = try event(SamplePlan().publication(), of: "S1")
    #expect(event.sequence == 0)
    #expect(event.first("DTSTAMP")?.value == "20261201T090000Z")
    #expect(event.first("LAST-MODIFIED")?.value == "20261201T090000Z")
    #expect(event.first("DTSTART")?.value == "20261221T100000")
    #expect(event.first("DTSTART")?.parameter("TZID") == "Europe/London")
    #expect(event.first("DTEND")?.value == "20261221T105000")
    #expect(event.first("ORGANIZER")?.value == "mailto:office@practice.example")
    #expect(event.first("ATTENDEE")?.value == "mailto:ben@practice.example")
    #expect(event.first("ATTENDEE")?.parameter("PARTSTAT") == "NEEDS-ACTION")
    #expect(event.first("CLASS")?.value == "PRIVATE")
    #expect(event.first("RELATED-TO")?.text == "S1")
    #expect(event.first("X-PLAN-COVER-KIND")?.text == "cover")
    #expect(event.first("X-PLAN-COVER-FOR")?.text == "ann")
    #expect(event.first("X-PLAN-COVER-BY")?.text == "ben")
    #expect(event.first("X-PLAN-COVER-CLIENT")?.text == "AB1")
    #expect(event.first("STATUS")?.value == "CONFIRMED")
    #expect(event.first("TRANSP")?.value == "OPAQUE")
    #expect(event.first("SUMMARY")?.text == "Cover for ann by ben: AB1")
    #expect(event.first("LOCATION")?.text == "harbour-street")
  }

  @Test("everything that was written is read back the same")
  func roundTrip() throws {
    var sample = SamplePlan {
      $0.client("GH4", of: "ann") { $0.consent = .ask }
      $0.session("ann", "2026-12-22 11:00-11:50", "GH4 AB1", key: "uid/with;odd,signs\\/20261222T110000Z")
    }
    sample.covers["uid/with;odd,signs\\/20261222T110000Z"] = "cat"
    sample.supervisors = [
      CoveringSupervisor(supervisee: ClinicianID("cat"), day: Day("2026-12-21")!, by: ClinicianID("ben"))
    ]
    let situation = sample.situation()
    let planned = PlannedEvents(situation: situation, plan: sample.plan(situation)).events
    let published = try PreviousPublication(files: sample.publication().files)
    #expect(published?.events == planned)
    #expect(planned.count == 9)
  }

  @Test("no METHOD, and one UID a file, in what is subscribed to and kept in step")
  func stored() throws {
    let publication = try SamplePlan().publication()
    for file in publication.files where file.path.hasSuffix(".ics") && !file.path.hasPrefix("invitations/") {
      let document = try CalendarDocument(parsing: file.bytes)
      #expect(document.method == nil)
      if file.path.hasPrefix("vdir/") {
        #expect(document.components.count == 1)
        #expect(file.path.hasSuffix("/\(document.components.first?.uid ?? "").ics"))
      }
    }
  }

  @Test("the colleague's time is taken, the absent clinician's is not")
  func transparency() throws {
    let publication = try SamplePlan().publication()
    #expect(try event(publication, of: "S1", in: "clinicians/ben.ics").first("TRANSP")?.value == "OPAQUE")
    #expect(try event(publication, of: "S1", in: "clinicians/ann.ics").first("TRANSP")?.value == "TRANSPARENT")
    #expect(try event(publication, of: "S1", in: "clinicians/ann.ics").first("SUMMARY")?.text == "ben sees AB1")
    let cat = try events(publication, "clinicians/cat.ics")
    #expect(cat.filter { $0.first("X-PLAN-COVER-KIND")?.text == "cover" }.count == 1)
    let contacts = try events(publication, "clinicians/ben.ics").filter {
      $0.first("X-PLAN-COVER-KIND")?.text == "contact"
    }
    #expect(contacts.count == 2 && contacts.allSatisfy(\.isTransparent))
    let handover = try events(publication, "clinicians/ann.ics").first {
      $0.first("X-PLAN-COVER-KIND")?.text == "handover"
    }
    #expect(handover?.isTransparent == false)
  }

  @Test("a client whose consent is not recorded is in the practice's calendar and not in the colleague's")
  func withheld() throws {
    let sample = SamplePlan { roster in
      roster.client("GH4", of: "ann") { $0.consent = .ask }
      roster.session("ann", "2026-12-22 11:00-11:50", "GH4", key: "S4")
    }
    var covered = sample
    covered.covers["S4"] = "cat"
    let first = try covered.publication()
    #expect(try event(first, of: "S4").first("X-PLAN-COVER-CLIENT")?.text == "GH4")
    for path in first.paths where path.contains("cat") || path.hasPrefix("invitations/") {
      #expect(!first.text(path).contains("GH4"), "\(path)")
    }
    #expect(try event(first, of: "S4", in: "clinicians/ann.ics").first("X-PLAN-COVER-CLIENT")?.text == "GH4")

    covered.roster.decide(.consented, client: "GH4")
    covered.roster.now = covered.roster.times.instant("2026-12-02 09:00")
    let second = try covered.publication(after: first)
    let event = try event(second, of: "S4", in: "clinicians/cat.ics")
    #expect(event.first("X-PLAN-COVER-CLIENT")?.text == "GH4")
    #expect(event.first("DTSTAMP")?.value == "20261202T090000Z")
    #expect(second.text("briefs/cat.txt").contains("GH4"))
    #expect(second.changes.updated.map(\.event.kind).sorted { $0.rawValue < $1.rawValue } == [.cover, .handover])
  }

  @Test("two clients of one session stand in one property")
  func couple() throws {
    var sample = SamplePlan {
      $0.client("GH4", of: "ann")
      $0.session("ann", "2026-12-22 11:00-11:50", "GH4 AB1", key: "S4")
    }
    sample.covers["S4"] = "cat"
    #expect(try event(sample.publication(), of: "S4").first("X-PLAN-COVER-CLIENT")?.text == "AB1;GH4")
  }

  @Test("the second of two equal readings of the clock is written in UTC")
  func clockChange() throws {
    var sample = SamplePlan(isAway: false)
    sample.roster = Roster(from: "2026-10-19", to: "2026-11-02")
    sample.roster.clinician("ann")
    sample.roster.clinician("ben")
    sample.roster.client("AB1", of: "ann")
    sample.roster.leave("ann", "2026-10-25..2026-10-25")
    sample.roster.session("ann", "2026-10-25 10:00-10:50", "AB1", key: "S1")
    sample.moved["S1"] = "2026-10-25 10:00-10:50"
    sample.hasHandover = false
    let situation = sample.situation()
    let end = Instant("20261025T015000Z")!
    let interval = Interval(Instant("20261025T010000Z")!, end)!
    let plan = sample.plan(situation)
    let moved = Plan(
      window: plan.window, tiers: plan.tiers,
      assignments: plan.assignments.map {
        Assignment(demand: $0.demand, outcome: .covered(Cover(by: ClinicianID("ben"), interval: interval)))
      }, absences: [], brokenPromises: [])
    let publication = try Publication(
      PublicationInput(situation: situation, plan: moved, reading: Reading(), previous: nil, inputFiles: []))
    let event = try event(publication, of: "S1")
    #expect(event.first("DTSTART")?.value == "20261025T010000Z")
    #expect(try PreviousPublication(files: publication.files)?.events.first?.time == .timed(interval))
  }

  @Test("a practice without an address has calendars and no invitations")
  func noOrganizer() throws {
    let sample = SamplePlan()
    let full = sample.situation()
    var practice = full.practice
    practice.email = nil
    let situation = Situation(
      practice: practice, clients: Array(full.clients.values), diaries: full.diaries, window: full.window, now: full.now
    )
    let publication = try Publication(
      PublicationInput(
        situation: situation, plan: sample.plan(situation), reading: Reading(), previous: nil, inputFiles: []))
    #expect(!publication.paths.contains { $0.hasPrefix("invitations/") || $0.hasSuffix(".eml") })
    #expect(try event(publication, of: "S1").first("ORGANIZER") == nil)
    #expect(try event(publication, of: "S1").first("ATTENDEE") == nil)
  }
}

import CivilTime
import CoverDomain
import CoverTestSupport
import Foundation
import ICalendar
import Testing

@testable import CoverPublishing

@Suite("From one publication to the next")
struct HistoryTests {
  private let first: Publication
  private let times = Times()

  init() throws { first = try SamplePlan().publication() }

  private func event(_ publication: Publication, _ session: String) throws -> CoverEvent {
    try #require(try PreviousPublication(files: publication.files)?.events.first { $0.session == session })
  }

  private func later(_ change: (inout SamplePlan) -> Void) throws -> Publication {
    var sample = SamplePlan()
    sample.roster.now = times.instant("2026-12-03 09:00")
    change(&sample)
    return try sample.publication(after: first)
  }

  @Test("another colleague raises SEQUENCE and keeps the UID, and the event says who it was before")
  func reassigned() throws {
    let second = try later { $0.covers["S2"] = "cat" }
    let before = try event(first, "S2")
    let after = try event(second, "S2")
    #expect(after.uid == before.uid)
    #expect(after.stamps.sequence == 1)
    #expect(after.stamps.modified == times.instant("2026-12-03 09:00"))
    #expect(after.stamps.before == CoverEvent.Before(by: ClinicianID("ben"), start: times.instant("2026-12-21 11:00")))
    #expect(try event(second, "S1") == event(first, "S1"))
    #expect(second.text("clinicians/ben.ics").contains("X-PLAN-COVER-SESSION:S2") == false)
  }

  @Test("the former colleague is told that it is over, the new one is asked")
  func cancelled() throws {
    let second = try later { $0.covers["S2"] = "cat" }
    let uid = try event(first, "S2").uid
    let request = try CalendarDocument(parsing: Array(second.text("invitations/\(uid).ics").utf8))
    #expect(request.method == "REQUEST")
    #expect(request.components.first?.first("ATTENDEE")?.value == "mailto:cat@practice.example")
    let cancel = try CalendarDocument(parsing: Array(second.text("invitations/\(uid)-ben.ics").utf8))
    #expect(cancel.method == "CANCEL")
    #expect(cancel.components.first?.isCancelled == true)
    #expect(cancel.components.first?.sequence == 1)
    #expect(cancel.components.first?.first("ATTENDEE")?.value == "mailto:ben@practice.example")
    #expect(cancel.components.first?.first("ATTENDEE")?.parameter("PARTSTAT") == "NEEDS-ACTION")
    #expect(cancel.components.first?.first("ATTENDEE")?.parameter("RSVP") == nil)
    #expect(second.text("invitations/\(uid)-ben.eml").contains("text/calendar; method=CANCEL; charset=utf-8"))
  }

  @Test("leave that is withdrawn withdraws cover, everywhere but in the invitations")
  func withdrawn() throws {
    var sample = SamplePlan(isAway: false)
    sample.roster.now = times.instant("2026-12-03 09:00")
    let second = try sample.publication(after: first)
    #expect(second.changes.withdrawn.count == 7)
    #expect(!second.paths.contains { $0.hasPrefix("vdir/") })
    #expect(try PreviousPublication(files: second.files)?.events == [])
    let uid = try event(first, "S1").uid
    let cancel = try CalendarDocument(parsing: Array(second.text("invitations/\(uid).ics").utf8))
    #expect(cancel.method == "CANCEL")
    #expect(cancel.components.first?.sequence == 1)
    #expect(second.text("summary.txt").contains("no longer Ben Birch"))
    #expect(second.text("summary.txt").contains("in the calendars of ben and ann"))

    // It is told until it would be over, and then no more.
    sample.roster.now = times.instant("2026-12-10 09:00")
    let third = try sample.publication(after: second)
    #expect(third.differences(from: second) == [])
    sample.roster.now = times.instant("2026-12-21 10:50")
    let fourth = try sample.publication(after: third)
    #expect(!fourth.paths.contains("invitations/\(uid).ics"))
    #expect(fourth.paths.contains { $0.hasPrefix("invitations/cover-") })
  }

  @Test("cover that comes back after it was withdrawn has a SEQUENCE above the cancellation's")
  func returned() throws {
    var away = SamplePlan(isAway: false)
    away.roster.now = times.instant("2026-12-03 09:00")
    let second = try away.publication(after: first)
    var back = SamplePlan()
    back.roster.now = times.instant("2026-12-04 09:00")
    let third = try back.publication(after: second)
    #expect(try event(third, "S1").stamps.sequence == 2)
    let uid = try event(third, "S1").uid
    #expect(try CalendarDocument(parsing: Array(third.text("invitations/\(uid).ics").utf8)).method == "REQUEST")
    #expect(!third.text("plan.json").contains("\"withdrawn\": [\n"))
  }

  @Test("an acceptance changes PARTSTAT and the time of the change, and not the SEQUENCE it answers")
  func accepted() throws {
    let second = try later { $0.roster.answer($0.session1, "ben", .accepted) }
    let event = try event(second, "S1")
    #expect(event.attendees.map(\.answer) == ["ACCEPTED"])
    #expect(event.stamps.sequence == 0)
    #expect(event.stamps.modified == times.instant("2026-12-03 09:00"))
    #expect(event.stamps.since == times.instant("2026-12-01 09:00"))
    #expect(!second.paths.contains("invitations/\(event.uid).ics"))
    #expect(second.changes.updated.count == 1 && second.changes.changed.isEmpty)
  }

  @Test("who is the contact is told and not asked: no mail for each day, no RSVP; cover and meetings are asked")
  func contactsAreTold() throws {
    let kinds = Set(first.paths.filter { $0.hasPrefix("invitations/") }.map { $0.split(separator: "/")[1].prefix(7) })
    #expect(!kinds.isEmpty && kinds.allSatisfy { $0.hasPrefix("cover-") || $0 == "handove" })
    let contact = try #require(PreviousPublication(files: first.files)?.events.first { $0.kind == .contact })
    let text = first.text("vdir/\(contact.by.text)/\(contact.uid).ics").replacingOccurrences(of: "\r\n ", with: "")
    #expect(text.contains("PARTSTAT=NEEDS-ACTION") && !text.contains("RSVP=TRUE"))
  }

  @Test("an answer about a meeting is shown where the meeting still has that time", arguments: [15, 14])
  func meetingAnswer(hour: Int) throws {
    let meeting = try #require(PreviousPublication(files: first.files)?.events.first { $0.kind == .handover })
    let second = try later {
      let time = $0.roster.times.instant("2026-12-18 \(hour):00")
      $0.roster.dutyAnswers = [
        DutyAnswer(.meeting(of: meeting.absent, with: meeting.by, at: time), by: meeting.by, .accepted)
      ]
    }
    let after = try #require(
      PreviousPublication(files: second.files)?.events.first { $0.uid == meeting.uid })
    let isIt = meeting.time == .timed(times.interval("2026-12-18 \(hour):00-\(hour):15"))
    #expect(after.attendees.contains { $0.answer == "ACCEPTED" } == isIt)
    #expect(after.stamps.sequence == meeting.stamps.sequence)
  }

  @Test("an answer to an old question is none to the new one", arguments: [(0, "NEEDS-ACTION"), (1, "ACCEPTED")])
  func staleAnswer(sequence: Int, expected: String) throws {
    let second = try later {
      $0.moved["S1"] = "2026-12-21 12:00-12:50"
      $0.roster.answer($0.session1, "ben", .accepted, sequence: sequence)
    }
    #expect(try event(second, "S1").stamps.sequence == 1)
    #expect(try event(second, "S1").attendees.map(\.answer) == [expected])
  }

  @Test("a change made while the clock stands, or went back, is still later than the one before")
  func clockBack() throws {
    let second = try later {
      $0.roster.now = times.instant("2026-11-30 09:00")
      $0.covers["S2"] = "cat"
    }
    #expect(try event(second, "S2").stamps.modified == times.instant("2026-12-01 09:00") + 1)
    #expect(try event(second, "S1").stamps.modified == times.instant("2026-12-01 09:00"))
  }

  @Test("cover before the window stays published, for four weeks")
  func history() throws {
    var sample = SamplePlan()
    func publish(_ from: String, after previous: Publication) throws -> Publication {
      var roster = Roster(from: from, to: "2027-03-01")
      roster.now = times.instant("\(from) 08:00")
      for clinician in sample.roster.clinicians { roster.clinician(clinician.id.text) { $0 = clinician } }
      roster.leave("ann", "2026-12-21..2026-12-22")
      sample.roster = roster
      return try sample.publication(after: previous)
    }
    let second = try publish("2026-12-28", after: first)
    #expect(try event(second, "S1") == event(first, "S1"))
    #expect(second.changes.isEmpty)
    let third = try publish("2027-01-18", after: second)
    #expect(try event(third, "S1") == event(first, "S1"))
    let fourth = try publish("2027-01-19", after: third)
    let kept = try PreviousPublication(files: fourth.files)?.events.compactMap(\.session)
    #expect(kept == ["S3"])
    #expect(try event(fourth, "S3") == event(first, "S3"))
    #expect(fourth.changes.isEmpty)
  }

  @Test("cover of an absence that is not over stays published, however long ago it was")
  func longAbsence() throws {
    var roster = Roster(from: "2027-02-15", to: "2027-03-29")
    roster.now = times.instant("2027-02-15 08:00")
    for clinician in SamplePlan().roster.clinicians { roster.clinician(clinician.id.text) { $0 = clinician } }
    roster.leave("ann", "2026-12-21..2027-02-26")
    var sample = SamplePlan()
    sample.roster = roster
    let second = try sample.publication(after: first)
    #expect(try event(second, "S1") == event(first, "S1"))
    #expect(try event(second, "S3") == event(first, "S3"))
    #expect(second.changes.withdrawn.isEmpty)
  }

  @Test("an answer about a request for a second professional is shown, and its invitation is done with")
  func requestAnswer() throws {
    func sample(answered: Bool) -> SamplePlan {
      var sample = SamplePlan()
      let request = sample.roster.referral("ann", .specialist, "2026-12-15..2026-12-17", "AB1", key: "R1")
      sample.met["R1"] = ("ben", "2026-12-16 15:00-15:50")
      if answered { sample.roster.answer(request, "ben", .accepted) }
      return sample
    }
    let before = try sample(answered: false).publication()
    let asked = try event(before, "R1")
    #expect(before.paths.contains("invitations/\(asked.uid).ics"))
    var next = sample(answered: true)
    next.roster.now = times.instant("2026-12-03 09:00")
    let second = try next.publication(after: before)
    #expect(try event(second, "R1").attendees.map(\.answer) == ["ACCEPTED"])
    #expect(try event(second, "R1").stamps.sequence == 0)
    #expect(!second.paths.contains("invitations/\(asked.uid).ics"))
  }

  @Test(
    "the cancellation of a request's appointment is the same in every later run", arguments: Referral.Reason.allCases)
  func withdrawnRequest(reason: Referral.Reason) throws {
    var sample = SamplePlan()
    sample.roster.referral("ann", reason, "2026-12-15..2026-12-17", "AB1", key: "R1")
    sample.met["R1"] = ("ben", "2026-12-16 15:00-15:50")
    let before = try sample.publication()
    let uid = try event(before, "R1").uid
    let second = try later(after: before)
    #expect(try CalendarDocument(parsing: Array(second.text("invitations/\(uid).ics").utf8)).method == "CANCEL")
    var again = SamplePlan()
    again.roster.now = times.instant("2026-12-04 09:00")
    #expect(try again.publication(after: second).differences(from: second) == [])
  }

  private func later(after previous: Publication) throws -> Publication {
    var sample = SamplePlan()
    sample.roster.now = times.instant("2026-12-03 09:00")
    return try sample.publication(after: previous)
  }

  @Test("changes/ has what is new or changed, and keeps it until something changes again")
  func changesFolder() throws {
    let second = try later { $0.covers["S2"] = "cat" }
    let changed = try CalendarDocument(parsing: Array(second.text("changes/cat.ics").utf8))
    #expect(changed.components.contains { $0.first("X-PLAN-COVER-SESSION")?.text == "S2" })
    #expect(!second.text("changes/cat.ics").contains("X-PLAN-COVER-SESSION:S3"))
    #expect(!second.text("changes/ben.ics").contains("X-PLAN-COVER-SESSION:S1"))
  }

  @Test("the difference is told in words, the first publication by its size")
  func words() throws {
    #expect(first.changeLines == ["First publication: 3 cover sessions, 2 contact days, 2 meetings."])
    let second = try later {
      $0.covers["S2"] = "cat"
      $0.hasHandover = true
    }
    #expect(
      second.changeLines.contains(
        "changed     Mon 21 Dec 11:00  cover CD2 for Ann Ash: Cat Cedar, was Ben Birch, Mon 21 Dec 11:00"))
    #expect(second.text("summary.txt").contains("cover CD2, in the calendars of ben and ann"))
    #expect(try later { _ in }.changeLines == ["Nothing has changed since the last publication."])
  }

  @Test("a handover that took place is history, not a withdrawal")
  func pastHandover() throws {
    let second = try later {
      $0.roster.now = times.instant("2026-12-19 09:00")
      $0.hasHandover = false
    }
    #expect(second.changes.withdrawn.isEmpty)
    #expect(try PreviousPublication(files: second.files)?.events.count { $0.kind == .handover } == 2)
  }

  @Test("a contact's day outside the window stays while the clinician is away on it")
  func contactOutside() throws {
    var roster = Roster(from: "2026-12-14", to: "2026-12-22")
    let sample = SamplePlan()
    for clinician in sample.roster.clinicians { roster.clinician(clinician.id.text) { $0 = clinician } }
    roster.now = times.instant("2026-12-03 09:00")
    roster.leave("ann", "2026-12-21..2026-12-22")
    var narrow = sample
    narrow.roster = roster
    narrow.hasHandover = true
    let second = try narrow.publication(after: first)
    let days = try PreviousPublication(files: second.files)?.events.filter { $0.kind == .contact }.map(\.time)
    #expect(days == [.day(times.day("2026-12-21")), .day(times.day("2026-12-22"))])
  }
}

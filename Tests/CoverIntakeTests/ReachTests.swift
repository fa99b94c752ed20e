import CivilTime
import CoverDomain
import CoverIntake
import Testing

@Suite("How far around the window calendars are read")
struct ReachTests {
  @Test("Until an absence that touches the window can be handed back: hours, sessions and busy time of everybody")
  func handback() throws {
    let practice = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("off", "DTSTART;VALUE=DATE:20270108", "DTEND;VALUE=DATE:20270801", "SUMMARY:Leave")),
      "clinicians/ben.ics": TemporaryPractice.calendar(
        TemporaryPractice.event(
          "daily", "DTSTART:20260101T100000Z", "DTEND:20260101T105000Z", "RRULE:FREQ=DAILY", "SUMMARY:C2")),
    ])
    let situation = try practice.read().situation
    let week = Interval(start: try #require(Instant("2027-08-02T00:00:00Z")), seconds: 7 * 86_400)
    for clinician in ["ann", "ben"] {
      #expect(situation.workingTime[ClinicianID(clinician)]?.overlapping(week).count == 5)
    }
    let sessions = situation.diaries[ClinicianID("ben")]?.sessions.filter { week.contains($0.interval) }
    #expect(sessions?.count == 7)
    #expect(situation.window.to.iso8601 == "2027-01-11")
  }

  @Test("Back to the days on which an absence before the window can still be handed over")
  func handover() throws {
    let practice = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("off", "DTSTART;VALUE=DATE:20261005", "DTEND;VALUE=DATE:20270101", "SUMMARY:Leave")),
      "clinicians/ben.ics": TemporaryPractice.calendar(
        TemporaryPractice.event(
          "daily", "DTSTART:20260101T100000Z", "DTEND:20260101T105000Z", "RRULE:FREQ=DAILY", "SUMMARY:C2")),
    ])
    let now = try #require(Instant("2026-09-01T09:00:00Z"))
    let situation = try practice.read(IntakeOptions(from: Day("2026-12-14"), to: Day("2027-01-11"), now: now)).situation
    let week = Interval(start: try #require(Instant("2026-09-27T23:00:00Z")), seconds: 7 * 86_400)
    #expect(situation.workingTime[ClinicianID("ann")]?.overlapping(week).count == 5)
    #expect(situation.diaries[ClinicianID("ben")]?.sessions.count { week.contains($0.interval) } == 7)
  }
}

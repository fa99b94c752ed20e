import CivilTime
import CoverDomain
import CoverIntake
import Testing

@Suite("One event in several files of a clinician")
struct SharedEventsTests {
  private static let series =
    TemporaryPractice.event(
      "one", "DTSTART:20261215T100000Z", "DTEND:20261215T105000Z", "RRULE:FREQ=WEEKLY;COUNT=4", "SUMMARY:C1")

  private func read(_ files: [String: String]) throws -> Intake.Result {
    let practice = try TemporaryPractice(files)
    try practice.remove("clinicians/ann.ics")
    let result = try practice.read()
    for entry in result.reading.ledger { #expect(entry.addsUp) }
    #expect(
      result.reading.ledger.map(\.components).reduce(0, +)
        == files.values.map { text in
          text.split(separator: "\r\n").count { $0 == "BEGIN:VEVENT" }
        }.reduce(0, +))
    return result
  }

  private func starts(_ result: Intake.Result) -> [String] {
    (result.situation.diaries[ClinicianID("ann")]?.sessions ?? []).map { String($0.interval.start.iso8601.dropLast(4)) }
  }

  @Test("A cancelled occurrence that has a file of its own is cancelled")
  func cancelled() throws {
    let result = try read([
      "clinicians/ann/a.ics": TemporaryPractice.calendar(Self.series),
      "clinicians/ann/b.ics": TemporaryPractice.calendar(
        TemporaryPractice.event(
          "one", "RECURRENCE-ID:20261222T100000Z", "DTSTART:20261222T100000Z", "STATUS:CANCELLED")),
    ])
    #expect(starts(result) == ["2026-12-15T10:00", "2026-12-29T10:00", "2027-01-05T10:00"])
    #expect(result.reading.ledger.map { $0.count(.cancelled) } == [0, 1, 0])
  }

  @Test("A message that cancels the whole series, saved beside it, cancels it")
  func wholeSeries() throws {
    let result = try read([
      "clinicians/ann/a.ics": TemporaryPractice.calendar(Self.series),
      "clinicians/ann/b.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("one", "SEQUENCE:1", "DTSTART:20261215T100000Z", "SUMMARY:C1"),
        header: "METHOD:CANCEL"),
    ])
    #expect(starts(result).isEmpty)
  }

  @Test("A moved occurrence without a title of its own is the series' session at the new time, wherever it lies")
  func moved() throws {
    let result = try read([
      "clinicians/ann/a.ics": TemporaryPractice.calendar(
        TemporaryPractice.event(
          "one", "RECURRENCE-ID:20261222T100000Z", "DTSTART:20261223T130000Z", "DTEND:20261223T135000Z")),
      "clinicians/ann/b.ics": TemporaryPractice.calendar(Self.series),
      "clinicians/ann/sub/c.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("two", "DTSTART:20261216T100000Z", "DTEND:20261216T105000Z", "SUMMARY:C1")),
    ])
    #expect(
      starts(result).sorted() == [
        "2026-12-15T10:00", "2026-12-16T10:00", "2026-12-23T13:00", "2026-12-29T10:00", "2027-01-05T10:00",
      ])
    #expect(
      result.reading.intervals.first { $0.interval.start.iso8601.hasPrefix("2026-12-23") }?.source.file
        == "clinicians/ann/a.ics")
    let files = result.reading.intervals.map(\.source.file)
    #expect(files == files.sorted())
  }

  @Test("A leave that was moved in another file is not leave at its old time")
  func movedLeave() throws {
    let result = try read([
      "clinicians/ann/a.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("off", "DTSTART;VALUE=DATE:20261216", "RRULE:FREQ=WEEKLY;COUNT=2", "SUMMARY:Leave")),
      "clinicians/ann/b.ics": TemporaryPractice.calendar(
        TemporaryPractice.event(
          "off", "RECURRENCE-ID;VALUE=DATE:20261223", "DTSTART;VALUE=DATE:20261224", "SUMMARY:Leave")),
    ])
    #expect(
      result.situation.diaries[ClinicianID("ann")]?.leave.map { String($0.interval.start.iso8601.prefix(10)) }
        == ["2026-12-16", "2026-12-24"])
  }

  @Test("Of two versions of an event in two files the higher SEQUENCE holds, whole")
  func versions() throws {
    let result = try read([
      "clinicians/ann/a.ics": TemporaryPractice.calendar(Self.series),
      "clinicians/ann/b.ics": TemporaryPractice.calendar(
        TemporaryPractice.event(
          "one", "SEQUENCE:1", "DTSTART:20261216T130000Z", "DTEND:20261216T135000Z", "RRULE:FREQ=WEEKLY;COUNT=2",
          "SUMMARY:C1")),
    ])
    #expect(starts(result) == ["2026-12-16T13:00", "2026-12-23T13:00"])
    #expect(result.reading.remarks.filter { $0.contains("different times") }.isEmpty)
  }

  @Test("Files of two clinicians are not taken together")
  func twoClinicians() throws {
    let result = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(Self.series),
      "clinicians/ben.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("one", "RECURRENCE-ID:20261222T100000Z", "DTSTART:20261222T100000Z", "STATUS:CANCELLED")
      ),
    ]).read()
    #expect(result.situation.diaries[ClinicianID("ann")]?.sessions.count == 4)
  }

  @Test("Each file's own time zone and X-WR-TIMEZONE hold for what comes from it")
  func zones() throws {
    let result = try read([
      "clinicians/ann/a.ics": TemporaryPractice.calendar(
        TemporaryPractice.event(
          "one", "DTSTART:20261215T100000", "DTEND:20261215T105000", "RRULE:FREQ=WEEKLY;COUNT=2", "SUMMARY:C1"),
        header: "X-WR-TIMEZONE:Europe/Paris"),
      "clinicians/ann/b.ics": TemporaryPractice.calendar(
        TemporaryPractice.event(
          "one", "RECURRENCE-ID:20261222T090000Z", "DTSTART:20261222T130000", "DTEND:20261222T135000", "SUMMARY:C1"),
        header: "X-WR-TIMEZONE:America/New_York"),
    ])
    #expect(starts(result) == ["2026-12-15T09:00", "2026-12-22T18:00"])
  }
}

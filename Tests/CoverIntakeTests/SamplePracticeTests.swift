import CivilTime
import CoverDomain
import CoverIntake
import Foundation
import Testing

@Suite("The sample practice")
struct SamplePracticeTests {
  private func result() throws -> Intake.Result {
    let now = try #require(Instant("2026-11-20T09:00:00Z"))
    return try Intake(
      folder: Repository.root.appendingPathComponent("calendars"),
      options: IntakeOptions(from: Day("2026-12-14"), now: now)
    ).read()
  }

  @Test("Every component of every file is accounted for")
  func ledger() throws {
    let reading = try result().reading
    #expect(reading.ledger.count > 20)
    for entry in reading.ledger { #expect(entry.addsUp, "\(entry.file)") }
    #expect(reading.notUnderstood.isEmpty)
    #expect(reading.remarks.isEmpty)
  }

  @Test("The event in a leave that names nobody is listed, with its clinician")
  func unrecognised() throws {
    let unrecognised = try result().reading.unrecognised
    #expect(unrecognised.map(\.clinician.text) == ["amara-osei"])
    #expect(unrecognised.map(\.interval.start.iso8601) == ["2026-12-29T11:00:00Z"])
  }

  @Test("Absences are the ones that the calendars tell, from every program's way of telling")
  func absences() throws {
    let situation = try result().situation
    #expect(
      situation.absencesInWindow.map { "\($0.clinician) \($0.days.lowerBound.iso8601) \($0.days.upperBound.iso8601)" }
        == [
          "chiara-moretti 2026-12-17 2026-12-23",
          "siobhan-byrne 2026-12-17 2026-12-17",
          "amara-osei 2026-12-21 2027-01-01",
          "eilidh-fraser 2026-12-22 2026-12-24",
          "grace-whitlock 2026-12-29 2027-01-05",
          "dev-patel 2027-01-04 2027-01-08",
          "ben-lee 2027-01-06 2027-01-07",
        ])
    #expect(situation.window.to.iso8601 == "2027-01-25")
  }
}

import CoverIntake
import Foundation
import Testing

@Suite("One problem does not hide another")
struct HiddenProblemsTests {
  private func problems(_ files: [String: String]) throws -> [String] { try TemporaryPractice(files).problems() }

  @Test("A row with a used id is read for its other problems")
  func usedID() throws {
    let found = try problems([
      "clients.csv": "id,name,clinician,consent\nC1,Maria Rossi,ann,yes\nC1,Tom Jones,nobody,perhaps\n"
    ])
    #expect(found.count == 3 && found.allSatisfy { $0.hasPrefix("clients.csv:3:") }, "\(found)")
    #expect(found.contains { $0.contains("'consent' is") } && found.contains { $0.contains("'clinician' is no") })
  }

  @Test("A quote that is not closed does not hide what stands before it")
  func openQuote() throws {
    let found = try problems(["clients.csv": "id,name,clinician,risk\nC1,Maria Rossi,ann,medium\nC2,\"Tom\n"])
    #expect(found.contains { $0.hasPrefix("clients.csv:2:20: 'risk' is") }, "\(found)")
    #expect(found.contains { $0.hasPrefix("clients.csv:3:4: a quote opens here") }, "\(found)")
    #expect(found.count == 2)
  }

  @Test("A practice.yaml that is no YAML hides no other file's problems")
  func noYaml() throws {
    let found = try problems([
      "practice.yaml": "practice: {name: X\nclinicians:\n", "leave.ics": "junk", "closures.ics": "junk",
      "clinicians/ann.ics": "junk", "decisions.yaml": "decisions:\n  - bogus: 1\n",
    ])
    for file in ["practice.yaml", "leave.ics", "closures.ics", "clinicians/ann.ics", "decisions.yaml"] {
      #expect(found.contains { $0.hasPrefix(file + ":") }, "\(file): \(found)")
    }
  }

  @Test("An empty list of clinicians has its place")
  func noClinicians() throws {
    let practice = "practice:\n  name: X\n  timezone: Europe/London\nclinicians: []\n"
    #expect(try problems(["practice.yaml": practice]).contains { $0.hasPrefix("practice.yaml:4:13: 'clinicians' is") })
  }

  @Test("Names with a comma are remarked on once: a letter would begin with them")
  func surnames() throws {
    let result = try TemporaryPractice([
      "clients.csv": "id,name,clinician\nC1,\"Rossi, Maria\",ann\nC2,\"Jones, Tom\",ben\nC3,Ada Low,ben\n"
    ]).read()
    let remarks = result.reading.remarks.filter { $0.hasPrefix("clients.csv") }
    #expect(remarks.count == 1 && remarks[0].hasPrefix("clients.csv:2:4: this name, and 1 more, have a comma"))
  }

  @Test("The time of an event in a zone that nobody knows is held, by the practice's clock")
  func unknownZone() throws {
    let result = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(
        TemporaryPractice.event(
          "odd", "DTSTART;TZID=Middle/Earth:20261222T100000", "DTEND;TZID=Middle/Earth:20261222T110000", "SUMMARY:Board"
        ))
    ]).read()
    #expect(result.reading.needsPerson)
    let busy = result.situation.diaries.values.flatMap(\.busy)
    #expect(busy.map(\.start.iso8601) == ["2026-12-22T10:00:00Z"] && busy.map(\.length) == [3_600])
  }
}

import CivilTime
import CoverDomain
import CoverTestSupport
import Foundation
import ICalendar
import Testing

@testable import CoverPublishing

/// Words planted in a practice that may come out only where they belong.
@Suite("Nothing leaks")
struct LeakTests {
  private let publication: Publication

  init() throws {
    var sample = SamplePlan(clients: false) { roster in
      for (id, name, way) in [
        ("AB1", "Canaryname Alpha", Client.ContactWay.email), ("CD2", "Canaryname Beta", .letter),
      ] {
        roster.client(id, of: "ann") {
          $0.name = name
          $0.email = "canarymail-\(id)@client.example"
          $0.phone = "0000 CANARYPHONE"
          $0.needs = [Tag("canaryneed")]
          $0.payer = Tag("canarypayer")
          $0.jurisdiction = Tag("canaryland")
          $0.risk = .high
          $0.contact = way
          $0.prefers = [Tag("canarywish")]
        }
      }
    }
    sample.roster.session("ann", "2026-12-22 12:00-12:50", "AB1 CD2", key: "S4")
    sample.covers["S4"] = "cat"
    sample.covers["S3"] = nil
    sample.reading.unrecognised = [
      UnrecognisedEvent(
        clinician: ClinicianID("ann"), interval: sample.roster.times.interval("2026-12-21 15:00-16:00"),
        summary: "canarysummary of an event", source: Source(file: "clinicians/ann.ics", line: 3))
    ]
    publication = try sample.publication()
  }

  @Test("a client's name is in that client's letters and in no other file")
  func names() {
    for file in publication.files {
      for (id, name) in [("AB1", "Canaryname Alpha"), ("CD2", "Canaryname Beta")] where file.text.contains(name) {
        #expect(file.path.hasPrefix("notices/") && file.path.contains("-\(id)-"), "\(file.path)")
      }
      #expect(!file.path.lowercased().contains("canary"))
    }
    #expect(publication.files.contains { $0.text.contains("Canaryname Alpha") })
  }

  @Test("a client's address is in the mail to that client and in no other file")
  func addresses() {
    for file in publication.files where file.text.contains("canarymail") {
      #expect(
        file.path.hasPrefix("notices/") && file.path.hasSuffix(".eml") && file.path.contains("-AB1-"), "\(file.path)")
    }
    #expect(!publication.files.contains { $0.text.contains("CANARYPHONE") })
  }

  @Test(
    "needs, payers, places of law, wishes and risk are in no file",
    arguments: ["canaryneed", "canarypayer", "canaryland", "canarywish", "high"])
  func registers(word: String) {
    for file in publication.files { #expect(!file.text.lowercased().contains(word), "\(file.path)") }
  }

  @Test("the text of an event is in plan.json alone")
  func summaries() {
    #expect(publication.files.filter { $0.text.contains("canarysummary") }.map(\.path) == ["plan.json"])
  }

  @Test("changes in words and the log name nobody")
  func words() throws {
    let words = publication.changeLines.joined() + publication.text("log.jsonl") + publication.summary.text
    #expect(!words.lowercased().contains("canary"))
  }
}

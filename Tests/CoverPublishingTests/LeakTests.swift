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
    for file in publication.files {
      // The page's style speaks of heights.
      let text = file.text.lowercased().replacing(/<style>[^<]*<\/style>/, with: "")
      #expect(!text.contains(word), "\(file.path)")
    }
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

/// UIDs of other programs, which may be made of a client's name or address.
@Suite("The UID of the original")
struct OriginalLeakTests {
  private func publication(key: String, consent: Client.Consent = .yes) throws -> Publication {
    var sample = SamplePlan(clients: false) { roster in
      roster.client("AB1", of: "ann") {
        $0.name = "Dr Zoë Li-Quill"
        $0.email = "zq81.77@client.example"
        $0.phone = "07700 900123"
        $0.consent = consent
      }
      roster.session("ann", "2026-12-22 12:00-12:50", "AB1", key: key)
    }
    sample.covers[key] = "cat"
    return try sample.publication()
  }

  /// Files of the publication that hold the text, unfolded.
  private func holders(_ text: String, _ publication: Publication) -> Set<String> {
    Set(
      publication.files.filter { $0.text.replacing("\r\n ", with: "").contains(text) }
        .map {
          $0.path.hasPrefix("vdir/") ? String($0.path.split(separator: "/").prefix(2).joined(separator: "/")) : $0.path
        })
  }

  @Test(
    "stays with the practice and the absent clinician where it holds a client's name, address or number",
    arguments: [
      "zoe.quill-20261222@system", "ZOEQUILL20261222", "x-Quill@system.example", "appt_LI_3@system",
      "zq81-20261222@system",
      "07700900123/20261222", "caf\u{E9}-ZO\u{CB}-1",
    ])
  func telling(key: String) throws {
    let publication = try publication(key: key)
    #expect(
      holders(key, publication) == [
        "practice.ics", "clinicians/ann.ics", "vdir/ann", "changes/ann.ics", "plan.json", "cover.csv",
      ])
    for path in publication.paths where path.contains("cat") || path.hasPrefix("invitations/") {
      for word in ["quill", "zq81", "900123"] {
        #expect(!publication.text(path).lowercased().contains(word), "\(path)")
      }
    }
  }

  @Test(
    "is in a colleague's calendar where it tells nothing",
    arguments: [
      "4f2a9c-77-1234@google.com", "5CAD492F-183B-4A6E-A77C-F94F4F932750", "appt-718031-20261222@system",
      "040000008200E00074C5B7101A82E008", "quilted-7@system",
    ])
  func silent(key: String) throws {
    let publication = try publication(key: key)
    #expect(holders("X-PLAN-COVER-SESSION:\(key)", publication).contains("clinicians/cat.ics"))
    #expect(holders("RELATED-TO:\(key)", publication).contains("vdir/cat"))
  }

  @Test("is in no colleague's file while the client's consent is not recorded")
  func withheld() throws {
    let publication = try publication(key: "4f2a9c@google.com", consent: .ask)
    #expect(!holders("4f2a9c@google.com", publication).contains { $0.contains("cat") || $0.hasPrefix("invitations/") })
    #expect(publication.text("clinicians/cat.ics").contains("X-PLAN-COVER-KIND:cover"))
  }
}

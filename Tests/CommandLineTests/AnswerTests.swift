import Foundation
import Testing

/// Week by week: what colleagues answer, and what the next plan makes of it.
@Suite("Colleagues' answers")
struct AnswerTests {
  /// The events of cover/practice.ics, unfolded, by the start of their UID.
  private func events(_ practice: PracticeOnDisk, _ kind: String) throws -> [String] {
    try practice.read("cover/practice.ics").replacingOccurrences(of: "\r\n ", with: "")
      .components(separatedBy: "BEGIN:VEVENT").filter { $0.contains("\r\nUID:\(kind)-") }
  }

  private func value(_ name: String, _ event: String) throws -> String {
    let line = try #require(
      event.components(separatedBy: "\r\n").first { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") })
    return String(line[line.index(after: try #require(line.lastIndex(of: ":")))...])
  }

  private func reply(_ practice: PracticeOnDisk, _ file: String, to event: String, _ status: String, by: String) throws
  {
    try FileManager.default.createDirectory(
      at: practice.folder.appendingPathComponent("replies"), withIntermediateDirectories: true)
    let lines = event.components(separatedBy: "\r\n").filter {
      $0.hasPrefix("UID") || $0.hasPrefix("SEQUENCE") || $0.hasPrefix("DTSTART;TZID=Europe/London:2026")
    }
    try practice.calendar(
      "replies/\(file)",
      [
        (lines + ["DTSTAMP:20261202T090000Z", "ATTENDEE;PARTSTAT=\(status):mailto:\(by)@harbour.example"]).joined(
          separator: "\n")
      ],
      properties: ["METHOD:REPLY"])
  }

  @Test("a declined session goes to somebody else, and nothing else changes; a third run changes nothing")
  func declinedCover() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    let before = try practice.files(under: "cover/vdir")
    let asked = try #require(events(practice, "cover").first { $0.contains("X-PLAN-COVER-CLIENT:AB1") })
    #expect(try value("X-PLAN-COVER-BY", asked) == "cat")
    try reply(practice, "cat.ics", to: asked, "DECLINED", by: "cat")
    let second = try practice.run("plan", now: "2026-12-02T10:00:00Z")
    #expect(second.output.contains("cover AB1 for Ann Ash: Ben Birch, was Cat Cedar"), "\(second.output.suffix(900))")
    let after = try practice.files(under: "cover/vdir")
    let uid = try value("UID", asked)
    for (name, bytes) in after where before[name] != bytes {
      #expect(name.contains(uid) || name.contains("/hand"), "\(name)")
    }
    let third = try practice.run("plan", now: "2026-12-03T10:00:00Z")
    #expect(third.output.contains("Nothing has changed"))
  }

  @Test("a declined meeting moves to another time, and stays there")
  func declinedMeeting() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    let asked = try #require(events(practice, "handover").first)
    try reply(practice, "a.ics", to: asked, "DECLINED", by: try value("X-PLAN-COVER-BY", asked))
    try practice.run("plan", now: "2026-12-02T10:00:00Z")
    let uid = try value("UID", asked)
    let moved = try #require(events(practice, "handover").first { $0.contains(uid) })
    #expect(try value("DTSTART", moved) != value("DTSTART", asked))
    #expect(try value("SEQUENCE", moved) == "1")
    #expect(try practice.run("plan", now: "2026-12-03T10:00:00Z").output.contains("Nothing has changed"))
    #expect(try events(practice, "handover").contains(moved))
  }

  @Test("a declined contact's day goes to another colleague")
  func declinedContact() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    let asked = try #require(events(practice, "contact").first)
    let by = try value("X-PLAN-COVER-BY", asked)
    try reply(practice, "a.ics", to: asked, "DECLINED", by: by)
    #expect(try practice.run("verify", now: "2026-12-02T10:00:00Z").status == 2)
    try practice.run("plan", now: "2026-12-02T10:00:00Z")
    let uid = try value("UID", asked)
    let now = try #require(events(practice, "contact").first { $0.contains(uid) })
    #expect(try value("X-PLAN-COVER-BY", now) != by)
    #expect(try practice.run("verify", now: "2026-12-02T10:00:00Z").status == 0)
  }

  @Test("an answer that nobody but a person can settle makes the status 2, and stands on top of the summary")
  func strangersAnswer() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    try reply(practice, "a.ics", to: try #require(events(practice, "cover").first), "DECLINED", by: "private")
    let result = try practice.run("plan", now: "2026-12-02T10:00:00Z")
    #expect(result.status == 2)
    #expect(result.output.contains("Answers that only you can settle\n  replies/a.ics:"), "\(result.output)")
  }
}

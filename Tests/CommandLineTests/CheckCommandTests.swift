import Foundation
import Testing

@Suite("plan-cover check")
struct CheckCommandTests {
  @Test("lists every interval of the window with its file, UID, kind and clients")
  func intervals() throws {
    let practice = try PracticeOnDisk()
    let result = try practice.run("check", "--json")
    #expect(result.status == 0, "\(result.errors)")
    let intervals = try #require(try result.json()["intervals"] as? [[String: Any]])
    let sessions = intervals.filter { $0["kind"] as? String == "session" }
    #expect(sessions.count == 4)
    #expect(sessions.first?["uid"] as? String == "s-2")
    #expect(sessions.first?["start"] as? String == "2026-12-14T11:00:00Z")
    #expect(sessions.first?["clients"] as? [String] == ["CD2"])
    #expect(sessions.first?["file"] as? String == "clinicians/ann.ics")
    let leave = try #require(intervals.first { $0["kind"] as? String == "leave" })
    #expect(leave["start"] as? String == "2026-12-21T00:00:00Z")
    #expect(leave["end"] as? String == "2026-12-23T00:00:00Z")
  }

  @Test("the ledger of every file adds up")
  func ledger() throws {
    let practice = try PracticeOnDisk()
    let ledger = try #require(try practice.run("check", "--json").json()["ledger"] as? [[String: Any]])
    #expect(ledger.count == 3)
    for entry in ledger {
      let counts = entry.filter { $0.key != "file" && $0.key != "components" }.values.compactMap { $0 as? Int }
      #expect(counts.reduce(0, +) == entry["components"] as? Int)
    }
  }

  @Test("an event in a leave that fits nobody is listed, and the status is 2")
  func unrecognised() throws {
    let practice = try PracticeOnDisk()
    let text = try practice.read("clinicians/ann.ics")
    try practice.write(
      "clinicians/ann.ics",
      text.replacingOccurrences(
        of: "END:VCALENDAR",
        with:
          "BEGIN:VEVENT\r\nUID:odd\r\nSUMMARY:J.\r\nDTSTART:20261221T140000Z\r\nDTEND:20261221T145000Z\r\nEND:VEVENT\r\nEND:VCALENDAR"
      ))
    let result = try practice.run("check", "--json")
    #expect(result.status == 2, "\(result.errors)")
    let odd = try #require(try result.json()["not-recognised"] as? [[String: Any]])
    #expect(odd.map { $0["uid"] as? String } == ["odd"])
    #expect(try practice.run("check").output.contains("odd"))
    #expect(try practice.run("plan").status == 2)
  }

  @Test(
    "the present may be said with an offset, or as a day",
    arguments: ["2026-12-14T01:30:00+02:00", "2026-12-13", "20261213T090000Z"])
  func presentTimes(now: String) throws {
    let practice = try PracticeOnDisk()
    let result = try Program.run(["check", practice.path, "--json", "--now", now])
    #expect((try result.json()["window"] as? [String: String])?["from"] == "2026-12-13", "\(result.errors)")
    #expect(try Program.run(["check", practice.path, "--now", "2026-12-14T01:30:00+0200"]).status == 64)
  }

  @Test("writes nothing")
  func readsOnly() throws {
    let practice = try PracticeOnDisk()
    let before = try practice.files()
    try practice.run("check")
    #expect(try practice.files() == before)
  }
}

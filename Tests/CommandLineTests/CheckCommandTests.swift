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

  @Test("who cannot be invited by mail is named, and needs a person where they are given cover")
  func uninvited() throws {
    let practice = try PracticeOnDisk()
    #expect(try !practice.run("check").output.contains("WHO CANNOT BE INVITED"))
    let yaml = try practice.read("practice.yaml")
    try practice.write(
      "practice.yaml",
      yaml.replacingOccurrences(of: "name: Ben Birch, email: ben@harbour.example", with: "name: Ben Birch"))
    #expect(try practice.run("check").output.contains("  ben: no email in practice.yaml\n"))
    let planned = try practice.run("plan")
    #expect(planned.status == 2)
    #expect(planned.output.contains("Cannot be invited by mail: ask them, and record it with plan-cover decide assign"))
    #expect(planned.output.contains("Ben Birch  "), "\(planned.output)")
    try practice.write(
      "practice.yaml", yaml.replacingOccurrences(of: "  email: office@harbour.example\n", with: ""))
    #expect(try practice.run("check").output.contains("  anybody: the practice has no email in practice.yaml\n"))
    #expect(try practice.run("plan", "--digest").output.contains("cannot be invited by mail: "))
  }

  @Test("a misspelt command is asked about")
  func misspelt() throws {
    let result = try Program.run(["verfy"])
    #expect(result.status == 64 && result.errors.contains("did you mean 'verify'?"), "\(result.errors)")
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

  /// Adds events to Ann's calendar: UID, start, title.
  private func add(_ events: [(String, String, String)], to practice: PracticeOnDisk) throws {
    let lines = events.map { uid, start, title in
      "BEGIN:VEVENT\r\nUID:\(uid)\r\nSUMMARY:\(title)\r\nDTSTART:\(start)\r\nDURATION:PT50M\r\nEND:VEVENT\r\n"
    }.joined()
    try practice.write(
      "clinicians/ann.ics",
      practice.read("clinicians/ann.ics").replacingOccurrences(of: "END:VCALENDAR", with: lines + "END:VCALENDAR"))
  }

  @Test("what was not recognised comes a title at a time, with the nearest clients and the lines that settle it")
  func settling() throws {
    let practice = try PracticeOnDisk()
    try add(
      [
        ("a", "20261221T140000Z", "ZQ"), ("b", "20261222T140000Z", "ZQ"), ("c", "20261222T120000Z", "Appointment"),
      ], to: practice)
    let text = try practice.run("check").output
    #expect(
      text.contains(
        """
          clinicians/ann.ics:33: ann, "ZQ", UID a
              Mon 21 Dec 14:00 and 1 more, the last Tue 22 Dec 14:00
              nearest: AB1 (the initials)
              - {summary: "ZQ", clinician: ann, client: AB1}
              - {summary: "ZQ", clinician: ann, is: busy}

          clinicians/ann.ics:45: ann, "Appointment", UID c
              Tue 22 Dec 12:00
              - {uid: "c", is: busy}

        """), "\(text)")
    // The manager copies the right lines, and nothing is left to ask.
    try practice.write(
      "practice.yaml",
      practice.read("practice.yaml") + """

        events:
          - {summary: "ZQ", clinician: ann, client: AB1}
          - {uid: "c", is: busy}
        """)
    let settled = try practice.run("check", "--json")
    #expect(settled.status == 0, "\(settled.errors)")
    #expect((try settled.json()["not-recognised"] as? [Any])?.isEmpty == true)
    let intervals = try #require(try settled.json()["intervals"] as? [[String: Any]])
    #expect(intervals.filter { $0["clients"] as? [String] == ["AB1"] }.count == 3)
  }

  @Test("the nearest clients and their reasons are in the JSON as well")
  func nearInJSON() throws {
    let practice = try PracticeOnDisk()
    try add([("a", "20261221T140000Z", "Z. Quill")], to: practice)
    let odd = try #require(try practice.run("check", "--json").json()["not-recognised"] as? [[String: Any]]).first
    #expect(odd?["candidates"] as? [String] == ["AB1"])
    #expect((odd?["near"] as? [[String: String]]) == [["client": "AB1", "why": "initial-and-name"]])
    #expect(odd?["occasion"] as? String == "leave")
  }

  @Test(
    "busy time that comes near to a client, and sessions that say cancelled, are worth a look and leave the status 0")
  func questions() throws {
    let practice = try PracticeOnDisk()
    try add([("a", "20261215T140000Z", "Quill\\, Z."), ("b", "20261216T140000Z", "CANCELLED: CD2")], to: practice)
    let result = try practice.run("check")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output.contains(
        """
        WORTH A LOOK

          clinicians/ann.ics:33: ann, "Quill, Z.", Tue 15 Dec 14:00
              counts as busy time; nearest: AB1 (a name and an initial)
              - {summary: "Quill, Z.", clinician: ann, client: AB1}
              - {summary: "Quill, Z.", clinician: ann, is: busy}

          clinicians/ann.ics:39: ann, "CANCELLED: CD2", Wed 16 Dec 14:00
              counts as a session of CD2, and its title says that it does not take place
              - {summary: "CANCELLED: CD2", clinician: ann, is: free}
              - {summary: "CANCELLED: CD2", clinician: ann, client: CD2}

        """), "\(result.output)")
    let questions = try #require(try practice.run("check", "--json").json()["questions"] as? [[String: Any]])
    #expect(questions.map { $0["kind"] as? String } == ["may-be-a-client", "says-cancelled"])
  }

  @Test("of many questions that hold nothing up the first are shown, and all are in the JSON")
  func manyQuestions() throws {
    let practice = try PracticeOnDisk()
    try add((0..<50).map { ("q\($0)", "20261215T140000Z", "Z. Quill \($0 + 10)") }, to: practice)
    let text = try practice.run("check").output
    #expect(text.contains("  and 10 more, when these are settled; --json has them all\n"), "\(text)")
    #expect((try practice.run("check", "--json").json()["questions"] as? [Any])?.count == 50)
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

  @Test("leave that ends before it begins is told as leave that is not counted, before all else")
  func reversedLeave() throws {
    let practice = try PracticeOnDisk()
    try practice.calendar(
      "clinicians/ben.ics",
      ["UID:b-1\nSUMMARY:Annual leave\nDTSTART;VALUE=DATE:20261223\nDTEND;VALUE=DATE:20261221"])
    let plan = try practice.run("plan", "--dry-run")
    #expect(plan.status == 2)
    #expect(
      plan.output.contains(
        "NEEDS YOU\n\nLeave that could not be read: somebody may be away, and is not planned for\n"
          + "  clinicians/ben.ics:8: leave of 2026-12-23 is not counted: DTEND lies before DTSTART\n"), "\(plan.output)"
    )
    for words in [
      ["plan", practice.path, "--leave", "ben 2026-12-23..2026-12-21"],
      ["decide", "leave", "ben", "2026-12-23..2026-12-21"],
    ] {
      let result = try Program.run(words)
      #expect(result.status == 64)
      #expect(result.errors.contains("it ends (2026-12-21) before it begins (2026-12-23)"), "\(result.errors)")
    }
  }
}

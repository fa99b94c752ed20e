import Foundation
import Testing

@Suite("plan-cover plan")
struct PlanCommandTests {
  @Test("covers what it can, proves it, publishes it, and ends with 0")
  func coversAndPublishes() throws {
    let practice = try PracticeOnDisk()
    let result = try practice.run("plan", "--json")
    #expect(result.status == 0, "\(result.errors)")
    let plan = try result.json()
    #expect(plan["schema"] as? String == "plan-cover/1")
    #expect(plan["status"] as? String == "optimal")
    let sessions = try #require(plan["sessions"] as? [[String: Any]])
    #expect(sessions.map { $0["outcome"] as? String } == ["covered", "covered", "covered"])
    #expect(try session("s-2/20261221T110000Z", in: plan)["by"] as? String == "ben")
    let published = try practice.read("cover/plan.json")
    #expect(published == result.output)
    for name in ["practice.ics", "clinicians/ben.ics", "cover.csv", "summary.txt", "log.jsonl"] {
      #expect(try !practice.read("cover/\(name)").isEmpty)
    }
  }

  @Test("is the default command, of the current folder")
  func isDefault() throws {
    let practice = try PracticeOnDisk()
    let result = try Program.run(
      ["--from", "2026-12-14", "--to", "2026-12-28", "--now", "2026-12-01T09:00:00Z"], in: practice.folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try result.output.contains(practice.read("cover/summary.txt")))
  }

  @Test("ends with 2 when a session that must be covered is not, and says why for every colleague")
  func uncoveredRequired() throws {
    let practice = try PracticeOnDisk()
    try practice.calendar(
      "clinicians/ben.ics", ["UID:b-1\nSUMMARY:Team day\nDTSTART:20261221T090000Z\nDTEND:20261221T170000Z"])
    try practice.calendar(
      "clinicians/cat.ics",
      ["UID:c-1\nSUMMARY:Holiday\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20261222"])
    let result = try practice.run("plan", "--json")
    #expect(result.status == 2, "\(result.errors)")
    let gap = try session("s-1", in: try result.json())
    #expect(gap["outcome"] as? String == "uncovered")
    let why = try #require(gap["why"] as? [[String: Any]])
    #expect(why.map { $0["colleague"] as? String } == ["ben", "cat"])
    #expect(why.map { $0["rules"] as? [String] } == [["busy"], ["on-leave"]])
  }

  @Test("writes nothing at all on a dry run")
  func dryRun() throws {
    let practice = try PracticeOnDisk()
    let before = try practice.files()
    let result = try practice.run("plan", "--dry-run")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try practice.files() == before)
    #expect(!result.output.isEmpty)
  }

  @Test("leave given on the command line counts, both its days")
  func extraLeave() throws {
    let practice = try PracticeOnDisk()
    let result = try practice.run("plan", "--json", "--leave", "ben 2026-12-21..2026-12-21")
    let plan = try result.json()
    #expect(try session("s-1", in: plan)["by"] as? String == "cat")
    #expect(try session("s-2/20261221T110000Z", in: plan)["outcome"] as? String == "uncovered")
    #expect(try session("s-3", in: plan)["outcome"] as? String == "covered")
    // The next run does not know of it unless a calendar does.
    #expect(result.errors.contains("leave.ics"))
  }

  @Test("leave of somebody who is not there is an error that names who is")
  func leaveOfAStranger() throws {
    let practice = try PracticeOnDisk()
    let result = try practice.run("plan", "--leave", "bem 2026-12-21..2026-12-21")
    #expect(result.status == 64)
    #expect(result.errors.contains("ben"))
  }

  @Test("a second run changes no byte but the log's")
  func secondRun() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    var first = try practice.files(under: "cover")
    try practice.run("plan", now: "2026-12-02T09:00:00Z")
    var second = try practice.files(under: "cover")
    let logs = (first.removeValue(forKey: "log.jsonl"), second.removeValue(forKey: "log.jsonl"))
    #expect(first.keys.sorted() == second.keys.sorted())
    for (name, bytes) in first { #expect(second[name] == bytes, "\(name) changed") }
    #expect(logs.0 != logs.1)
  }

  @Test(
    "says which letters are to be sent now",
    arguments: [
      ("2026-12-01T09:00:00Z", "none this week"), ("2026-12-10T09:00:00Z", "in the six days after: 3"),
      ("2026-12-14T09:00:00Z", "today: 3"), ("2026-12-18T09:00:00Z", "late: 3"),
    ])
  func lettersToSend(now: String, words: String) throws {
    let practice = try PracticeOnDisk()
    let output = try practice.run("plan", now: now).output
    #expect(output.components(separatedBy: "LETTERS TO SEND").last?.contains(words) ?? false, "\(output.suffix(300))")
  }

  @Test("a plan for fewer days takes back nothing that was promised for the others")
  func smallerWindow() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan", "--from", "2026-12-14", "--to", "2027-02-01")
    let before = try practice.files(under: "cover/vdir")
    let result = try practice.run("plan", "--from", "2026-12-01", "--to", "2026-12-03")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Nothing has changed"))
    #expect(try practice.files(under: "cover/vdir") == before)
  }

  @Test("an event that could be read in part is not given away as free time")
  func partlyReadEvent() throws {
    let practice = try PracticeOnDisk()
    try practice.calendar(
      "clinicians/ben.ics",
      ["UID:b-1\nSUMMARY:x\nDTSTART:20261221T100000Z\nDTEND:20261221T120000Z\nRRULE:FREQ=WEEKLY;X=1"])
    let plan = try practice.run("plan", "--json")
    #expect(plan.status == 2)
    #expect(try session("s-1", in: plan.json())["by"] as? String == "cat")
    #expect(try session("s-2/20261221T110000Z", in: plan.json())["outcome"] as? String == "uncovered")
  }

  @Test(
    "a SEQUENCE at or over its bound does no harm",
    arguments: ["2147483647", "9223372036854775807", "99999999999999999999", "-5"])
  func sequenceBound(text: String) throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    let published = try practice.read("cover/practice.ics")
    try practice.write("cover/practice.ics", published.replacingOccurrences(of: "SEQUENCE:0", with: "SEQUENCE:\(text)"))
    let result = try practice.run("plan", "--leave", "ben 2026-12-21..2026-12-21")
    #expect([0, 2].contains(result.status), "\(result.errors)")
    let numbers = try practice.read("cover/practice.ics").components(separatedBy: "\r\nSEQUENCE:").dropFirst().map {
      Int($0.prefix { $0.isNumber || $0 == "-" })
    }
    #expect(numbers.allSatisfy { (0...2_147_483_647).contains($0 ?? -1) })
  }

  @Test("whatever the caller's mask, files are for their owner alone")
  func permissions() throws {
    let practice = try PracticeOnDisk()
    let shell = URL(fileURLWithPath: "/bin/sh")
    let words = "umask 000; exec \"$0\" plan \"$1\" --from 2026-12-14 --now 2026-12-01T09:00:00Z"
    let result = try Program.run(shell, ["-c", words, Program.executable.path, practice.path])
    #expect(result.status == 0, "\(result.errors)")
    let cover = practice.folder.appendingPathComponent("cover")
    for path in [""] + (try FileManager.default.subpathsOfDirectory(atPath: cover.path)) {
      let attributes = try FileManager.default.attributesOfItem(atPath: cover.appendingPathComponent(path).path)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(path)")
    }
  }

  @Test("with no time at all a legal plan comes out still")
  func noTime() throws {
    let practice = try PracticeOnDisk()
    let result = try practice.run("plan", "--json", "--time-limit", "0")
    #expect([0, 2].contains(result.status), "\(result.errors)")
    #expect(try (result.json()["sessions"] as? [Any])?.count == 3)
  }

  @Test("a search may end by work instead of time, and then comes out the same", arguments: ["1", "3"])
  func effort(portions: String) throws {
    let practice = try PracticeOnDisk()
    let first = try practice.run("plan", "--json", "--dry-run", "--effort", portions)
    #expect([0, 2].contains(first.status), "\(first.errors)")
    #expect(try practice.run("plan", "--json", "--dry-run", "--effort", portions).output == first.output)
  }

  @Test("an effort that is none is refused", arguments: ["0", "-3", "1001", "much"])
  func wrongEffort(portions: String) throws {
    let practice = try PracticeOnDisk()
    let result = try practice.run("plan", "--effort=\(portions)")
    #expect(result.status == 64)
    #expect(result.errors.contains("--effort"))
  }

  @Test("without the solver's library it says where to get it, ends with 70, and writes nothing")
  func noSolver() throws {
    // The sample practice, for a practice of three may be planned to proof without the solver.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("no-solver-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: Program.project.appendingPathComponent("calendars"), to: folder)
    let cover = folder.appendingPathComponent("cover")
    try? FileManager.default.removeItem(at: cover)
    let result = try Program.run(
      ["plan", folder.path, "--from", "2026-12-14", "--now", "2026-11-20T09:00:00Z"],
      environment: ["PLAN_COVER_ORTOOLS": "/nonexistent"])
    #expect(result.status == 70)
    #expect(result.errors.contains("hint: run `make setup`"))
    #expect(result.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: cover.path))
  }

  @Test(
    "where cover cannot be a folder of its own the status is 73, and what is there stays", arguments: ["file", "link"])
  func notAFolder(kind: String) throws {
    let practice = try PracticeOnDisk()
    let cover = practice.folder.appendingPathComponent("cover")
    let elsewhere = practice.folder.appendingPathComponent("elsewhere")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    if kind == "file" {
      try practice.write("cover", "mine")
    } else {
      try FileManager.default.createSymbolicLink(at: cover, withDestinationURL: elsewhere)
    }
    let result = try practice.run("plan")
    #expect(result.status == 73)
    #expect(result.errors.contains("hint:"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
    if kind == "file" { #expect(try practice.read("cover") == "mine") }
  }

  @Test("an empty calendar text is never taken for a free colleague")
  func tornCalendar() throws {
    let practice = try PracticeOnDisk()
    try practice.write("clinicians/ben.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n")
    let result = try practice.run("plan")
    #expect(result.status == 65)
    #expect(result.errors.contains("clinicians/ben.ics:"))
    #expect(!FileManager.default.fileExists(atPath: practice.folder.appendingPathComponent("cover").path))
  }

  @Test("no client's name reaches a message", arguments: ["plan", "check", "verify"])
  func namesStayIn(command: String) throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    try practice.write(
      "clients.csv",
      """
      id,name,clinician,cover,risk
      AB1,Zora Quill,nobody,maybe,high
      AB1,Zora Quill,ann,auto,high,extra
      """)
    let result = try practice.run(command)
    #expect(result.status == 65)
    #expect(!(result.output + result.errors).contains("Zora"))
    #expect(result.errors.contains("clients.csv:2:"))
  }

  @Test(
    "wrong usage ends with 64",
    arguments: [["plan", "--from", "soon"], ["plan", "--nonsense"], ["plan", "--leave", "ben"]])
  func usage(arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }

  @Test("a folder that is no practice ends with 65 and a hint")
  func noPractice() throws {
    let empty = FileManager.default.temporaryDirectory.appendingPathComponent("empty-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: empty) }
    let result = try Program.run(["plan", empty.path])
    #expect(result.status == 65)
    #expect(result.errors.contains("practice.yaml"))
    #expect(result.errors.contains("hint:"))
  }

  @Test("a slip in the name of a command, and a folder that is not there, are told as what they are")
  func slips() throws {
    let practice = try PracticeOnDisk()
    let slip = try Program.run(["pln", practice.path])
    #expect(slip.status == 64 && slip.errors.contains("did you mean 'plan'?"), "\(slip.errors)")
    let nowhere = try Program.run(["plan", "\(practice.path)/nowhere"])
    #expect(nowhere.status == 65 && nowhere.errors.contains("/nowhere: there is no such folder\nhint: give the folder"))
    for (asked, meant) in [("an", "ann"), ("Ben Birch", "ben"), ("birch", "ben")] {
      let result = try Program.run(
        ["decide", "wait", "--absence", asked, practice.path, "--now", "2026-12-01T09:00:00Z"])
      #expect(result.status == 64 && result.errors.contains("did you mean '\(meant)'?"), "\(asked): \(result.errors)")
      #expect(!result.errors.contains("Birch"))
    }
  }

  @Test("a header that is one column short is told once")
  func shortHeader() throws {
    let practice = try PracticeOnDisk()
    let csv = try practice.read("clients.csv").replacingOccurrences(of: ",email", with: "")
    try practice.write("clients.csv", csv)
    let result = try practice.run("check")
    #expect(result.status == 65)
    #expect(
      result.errors.contains("clients.csv:1: every row has 1 cell more than the header\nhint: a title is missing"),
      "\(result.errors)")
    #expect(!result.errors.contains("clients.csv:2"))
  }
}

import Foundation
import Testing

/// Ann is away on Monday and Tuesday; AB1 and CD2 see her on Monday at 10:00 and 11:00, EF3 on Tuesday at 10:00.
@Suite("plan-cover decide")
struct DecideCommandTests {
  private static let now = "2026-12-01T09:00:00Z"

  @discardableResult
  private func decide(
    _ practice: PracticeOnDisk, _ arguments: String..., now: String = now
  ) throws -> Program.Result {
    try Program.run(["decide"] + arguments + ["--now", now], in: practice.folder)
  }

  private func file(_ practice: PracticeOnDisk) throws -> String { try practice.read("decisions.yaml") }

  @Test("records an assignment with who, when and why, and the plan keeps to it")
  func assigns() throws {
    let practice = try PracticeOnDisk()
    let result = try decide(
      practice, "assign", "cat", "--client", "EF3", "--on", "2026-12-22", "--by", "Office", "--why", "Cat knows: #1")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      try file(practice).hasSuffix(
        """
        decisions:
          - assign: cat
            client: EF3
            session: s-3
            by: Office
            at: 2026-12-01T09:00:00Z
            why: "Cat knows: #1"

        """))
    #expect(result.output.contains("Tue 22 Dec 10:00  EF3 of ann"))
    let plan = try practice.run("plan", "--json").json()
    #expect(try session("s-3", in: plan)["by"] as? String == "cat")
  }

  @Test(
    "each form writes its decision, and the practice may stand last",
    arguments: [
      (["forbid", "ben", "--client", "AB1"], "- forbid: ben\n    client: AB1\n"),
      (
        ["wait", "--client", "AB1", "--absence", "ann"], "- wait: true\n    client: AB1\n    absence: ann 2026-12-21\n"
      ),
      (["wait", "--absence", "ann 2026-12-22"], "- wait: true\n    absence: ann 2026-12-22\n"),
      (["consented", "--client", "CD2"], "- consented: true\n    client: CD2\n"),
      (["told", "--client", "AB1"], "- told: true\n    client: AB1\n"),
      (["leave", "ben", "2026-12-21..2026-12-22"], "- leave: ben 2026-12-21..2026-12-22\n"),
      (["leave", "ben", "2026-12-21"], "- leave: ben 2026-12-21..2026-12-21\n"),
      (["assign", "ben", "--session", "s-2/20261221"], "- assign: ben\n    session: \"s-2/20261221T110000Z\"\n"),
    ])
  func forms(words: [String], expected: String) throws {
    let practice = try PracticeOnDisk()
    let result = try Program.run(["decide"] + words + [practice.path, "--by", "x", "--now", Self.now])
    #expect(result.status == 0, "\(result.errors)\(result.output)")
    #expect(try file(practice).replacing("\"", with: "").contains(expected.replacing("\"", with: "")))
    #expect(try practice.files()["decisions.yaml"] != nil)
  }

  @Test("says by rule what stands in the way, records it nevertheless, and ends with 2")
  func cannotBeKept() throws {
    let practice = try PracticeOnDisk()
    try practice.calendar(
      "clinicians/cat.ics", ["UID:c-1\nSUMMARY:x\nDTSTART:20261221T090000Z\nDTEND:20261221T170000Z"])
    let dry = try decide(practice, "assign", "cat", "--client", "CD2", "--absence", "ann", "--dry-run")
    #expect(dry.status == 2)
    #expect(dry.output.contains("cat cannot take it: busy, specialty"))
    #expect(try practice.files()["decisions.yaml"] == nil)
    let result = try decide(practice, "assign", "cat", "--client", "CD2", "--absence", "ann")
    #expect(result.status == 2)
    #expect(try file(practice).contains("assign: cat"))
    let list = try decide(practice, "--list")
    #expect(list.status == 2)
    #expect(list.output.contains("cannot be kept") && list.output.contains("E4 busy"))
  }

  @Test("says which of two that contradict one another wins")
  func contradictions() throws {
    let practice = try PracticeOnDisk()
    try decide(practice, "assign", "ben", "--client", "AB1")
    let forbid = try decide(practice, "forbid", "ben", "--client", "AB1")
    #expect(forbid.status == 2)
    #expect(forbid.output.contains("cannot be kept") && forbid.output.contains("E11 avoid"))
    let other = try decide(practice, "assign", "cat", "--client", "AB1")
    #expect(other.status == 0, "\(other.output)")
    #expect(other.output.contains("a later decision assigns cat"))
    let again = try decide(practice, "assign", "cat", "--client", "AB1")
    #expect(again.status == 0 && again.errors.contains("decided already: number 3"))
    #expect(try file(practice).components(separatedBy: "assign:").count == 3)
  }

  @Test(
    "what the practice does not have is an error that names candidates by id, and nothing is written",
    arguments: [
      (["assign", "bem", "--client", "AB1"], ["did you mean 'ben'", "ann, ben, cat"]),
      (["assign", "ben", "--client", "AB2"], ["did you mean 'AB1'", "AB1, CD2, EF3"]),
      (["assign", "ben", "--client", "Zora Quill"], ["no id of clients.csv"]),
      (["assign", "Zora", "--client", "Quill"], ["no clinician", "no id of clients.csv"]),
      (["wait", "--absence", "ann 2027-01-04"], ["not away on 2027-01-04", "2026-12-21..2026-12-22"]),
      (["wait", "--absence", "ben"], ["no absence to come"]),
      (["wait", "--session", "s-9"], ["did you mean 's-1'"]),
      (["wait", "--session", "s-"], ["could be 3 sessions", "--session s-2/20261221T110000Z"]),
      (["wait", "--client", "EF3", "--on", "2026-12-23"], ["no session on 2026-12-23", "Tue 22 Dec 10:00"]),
      (["told", "2026-12-14-AB1-first"], ["nothing has been published"]),
      (["assign", "ben"], ["--client ID"]),
      (["wait", "--on", "2026-12-22"], ["--on needs --client"]),
      (["leave", "ben", "2026-12-22..2026-12-21"], ["from..to"]),
      (["told"], ["--all-due"]),
      (["asign", "ben"], ["did you mean 'assign'"]),
      (["--undo", "1"], ["there is no decision 1"]),
    ])
  func refused(words: [String], expected: [String]) throws {
    let practice = try PracticeOnDisk()
    let before = try practice.files()
    let result = try Program.run(["decide"] + words + ["--now", Self.now], in: practice.folder)
    #expect(result.status == 64, "\(result.output)")
    for text in expected { #expect(result.errors.contains(text), "\(result.errors)") }
    #expect(!result.errors.contains("Quill") && !result.errors.contains("Zora"), "\(result.errors)")
    #expect(try practice.files() == before)
  }

  @Test("--list shows every decision with what becomes of it, and --json the same for programs")
  func list() throws {
    let practice = try PracticeOnDisk()
    #expect(try decide(practice, "--list").output == "Nothing has been decided.\n")
    try decide(practice, "wait", "--client", "EF3", "--why", "She asked\nto wait.")
    try decide(practice, "leave", "cat", "2026-11-02", "--by", "Zo\u{202E}e")
    let list = try decide(practice)
    #expect(list.status == 0)
    #expect(
      list.output.contains("wait") && list.output.contains("why: She asked to wait.") && list.output.contains("over"))
    #expect(!list.output.contains("\u{202E}"))
    let json = try decide(practice, "--list", "--json").json()
    let items = try #require(json["decisions"] as? [[String: Any]])
    #expect(items.map { $0["state"] as? String } == ["kept", "over"])
    #expect(items.map { $0["kind"] as? String } == ["wait", "leave"])
    #expect(items.first?["why"] as? String == "She asked\nto wait.")
  }

  @Test("--undo takes out one decision, comments of others stay, and a number that means another by now is refused")
  func undo() throws {
    let practice = try PracticeOnDisk()
    try practice.write(
      "decisions.yaml",
      """
      # ours
      decisions:
        - wait: true   # for now
          client: AB1
        # about CD2
        - {wait: true, client: CD2}
      """)
    let items = try #require(
      try decide(practice, "--list", "--json").json()["decisions"] as? [[String: Any]])
    let tag = try #require(items[1]["tag"] as? String)
    let dry = try decide(practice, "--undo", "1", "--dry-run")
    #expect(dry.status == 0 && dry.output.contains("# for now") && dry.output.contains("nothing was written"))
    let result = try decide(practice, "--undo", "1")
    #expect(result.status == 0 && result.output.contains("client: AB1"))
    #expect(try file(practice) == "# ours\ndecisions:\n  # about CD2\n  - {wait: true, client: CD2}")
    let moved = try decide(practice, "--undo", "1-0000")
    #expect(moved.status == 64 && moved.errors.contains("another decision now"))
    #expect(try decide(practice, "--undo", "1" + tag.dropFirst()).status == 0)
    #expect(try file(practice) == "# ours\ndecisions:\n  # about CD2\n")
    #expect(try practice.run("plan").status == 0)
  }

  @Test("decided leave counts in every run, as --leave does in one, and --leave says how to keep it")
  func leave() throws {
    let practice = try PracticeOnDisk()
    let once = try practice.run("plan", "--dry-run", "--json", "--leave", "ben 2026-12-21..2026-12-21")
    #expect(
      try practice.run("plan", "--leave", "ben 2026-12-21").errors.contains(
        "plan-cover decide leave ben 2026-12-21..2026-12-21 \(practice.path)"))
    #expect(try decide(practice, "leave", "ben", "2026-12-21").status == 0)
    let kept = try practice.run("plan", "--dry-run", "--json")
    for key in ["sessions", "absences", "tiers"] {
      let (one, other) = (try once.json()[key] as? NSArray, try kept.json()[key] as? NSArray)
      #expect(one == other && one != nil, "\(key)")
    }
  }

  @Test("letters that went out are told by file or all at once, and a change of what was told calls for a letter")
  func told() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan", now: "2026-12-15T09:00:00Z")
    let letters = try practice.files(under: "cover/notices").keys.filter { $0.hasSuffix("-first.txt") }.sorted()
    #expect(letters.count == 3)
    let one = try Program.run(
      ["decide", "told", "--now", "2026-12-15T10:00:00Z"] + letters.prefix(2).map { "cover/notices/\($0)" },
      in: practice.folder)
    #expect(one.status == 0, "\(one.errors)")
    #expect(try file(practice).components(separatedBy: "told: true").count == 3)
    let rest = try Program.run(
      ["decide", "told", "--all-due", practice.path, "--now", "2026-12-15T10:00:00Z"])
    #expect(rest.status == 0 && rest.errors.contains("2 letters were recorded already\n"), "\(rest.errors)")
    #expect(try file(practice).components(separatedBy: "told: true").count == 4)
    // Ben, who covers CD2, falls ill: a promise is broken, and a letter says so.
    try decide(practice, "leave", "ben", "2026-12-21", now: "2026-12-16T09:00:00Z")
    let plan = try practice.run("plan", now: "2026-12-16T10:00:00Z")
    #expect(plan.status == 2)
    #expect(plan.output.contains("the client was told that Ben Birch takes it"))
    let names = try practice.files(under: "cover/notices").keys
    #expect(names.contains { $0.contains("CD2-change") } && !names.contains { $0.contains("CD2-first") })
    // That letter goes out, too.
    #expect(try decide(practice, "told", "--all-due", now: "2026-12-16T11:00:00Z").status == 0)
    try practice.run("plan", now: "2026-12-17T09:00:00Z")
    #expect(try !practice.files(under: "cover/notices").keys.contains { $0.contains("CD2-change") })
  }

  @Test("what is to be sent before a closed day is recorded with what is due, whatever its kind, and comes no more")
  func sentBeforeClosedDay() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan", now: "2026-12-14T09:00:00Z")
    #expect(try decide(practice, "told", "--all-due", now: "2026-12-14T10:00:00Z").status == 0)
    // The reminders are due on Saturday, and go out on Friday.
    try practice.run("plan", now: "2026-12-18T09:00:00Z")
    let sent = try decide(practice, "told", "--all-due", now: "2026-12-18T10:00:00Z")
    #expect(sent.status == 0 && sent.output.contains("sent reminder, AB1, absence ann 2026-12-21"), "\(sent.output)")
    #expect(
      try file(practice).contains("  - sent: reminder\n    client: AB1\n    absence: ann 2026-12-21\n"))
    let again = try decide(practice, "told", "--all-due", now: "2026-12-18T11:00:00Z")
    #expect(again.status == 0 && again.output.isEmpty && again.errors == "3 letters were recorded already\n")
    #expect(try file(practice).components(separatedBy: "sent: reminder").count == 4)
    let later = try practice.run("plan", now: "2026-12-20T09:00:00Z")
    #expect(!later.output.contains("late"), "\(later.output)")
    #expect(try practice.files().keys.allSatisfy { !$0.hasPrefix("cover/notices/") })
    let list = try decide(practice, "--list", "--json", now: "2026-12-20T09:00:00Z").json()
    let items = try #require(list["decisions"] as? [[String: Any]])
    #expect(items.compactMap { $0["letter"] as? String } == ["reminder", "reminder", "reminder"])
    #expect(items.allSatisfy { $0["state"] as? String == "kept" })
  }

  @Test("a letter that somebody is back is recorded, and comes anew only where the absence lasts longer")
  func sentReturn() throws {
    let practice = try PracticeOnDisk()
    try decide(practice, "leave", "ann", "2026-12-23..2026-12-27")
    try practice.run("plan", now: "2026-12-23T09:00:00Z")
    #expect(try decide(practice, "told", "--all-due", now: "2026-12-23T10:00:00Z").status == 0)
    try practice.run("plan", now: "2026-12-24T09:00:00Z")
    let name = try #require(
      try practice.files(under: "cover/notices").keys.first { $0.hasSuffix("-AB1-return.txt") })
    #expect(try decide(practice, "told", name, now: "2026-12-25T09:00:00Z").status == 0)
    #expect(try file(practice).contains("sent: return\n    client: AB1\n    absence: ann 2026-12-27\n"))
    try practice.run("plan", now: "2026-12-26T09:00:00Z")
    #expect(try !practice.files().keys.contains { $0.hasSuffix("-AB1-return.txt") })
    try decide(practice, "leave", "ann", "2026-12-28..2026-12-29", now: "2026-12-26T10:00:00Z")
    try practice.run("plan", now: "2026-12-26T11:00:00Z")
    #expect(try practice.files(under: "cover/notices").keys.contains { $0.hasSuffix("-AB1-return.txt") })
  }

  @Test("a closure that was told is not recorded twice, and a change that is told again is")
  func recordedOnce() throws {
    let practice = try PracticeOnDisk()
    try practice.calendar(
      "closures.ics", ["UID:z-1\nSUMMARY:Closed\nDTSTART;VALUE=DATE:20261214\nDTEND;VALUE=DATE:20261215"])
    try practice.run("plan", now: "2026-12-10T09:00:00Z")
    for minute in 10...11 {
      let result = try decide(practice, "told", "--all-due", now: "2026-12-10T\(minute):00:00Z")
      #expect(result.status == 0, "\(result.errors)")
      #expect(try file(practice).components(separatedBy: "told: true").count == 2)
      #expect(minute == 10 || result.errors.hasPrefix("1 letter was recorded already: number 1-"), "\(result.errors)")
    }
  }

  @Test("leave that is withdrawn calls for a letter, until it is said to have gone out")
  func withdrawn() throws {
    let practice = try PracticeOnDisk()
    try decide(practice, "leave", "cat", "2026-12-23")
    try practice.calendar(
      "clinicians/cat.ics",
      ["UID:c-1\nDTSTAMP:20261101T000000Z\nSUMMARY:EF3\nDTSTART:20261223T100000Z\nDTEND:20261223T105000Z"])
    try practice.run("plan", now: "2026-12-16T09:00:00Z")
    try decide(practice, "told", "--client", "EF3", "--absence", "cat", now: "2026-12-16T10:00:00Z")
    #expect(try decide(practice, "--undo", "1").status == 0)
    try practice.run("plan", now: "2026-12-17T09:00:00Z")
    let letters = try practice.files(under: "cover/notices").keys.filter { $0.hasSuffix("EF3-withdrawal.txt") }
    #expect(letters.count == 1)
    let told = try Program.run(
      ["decide", "told", "--now", "2026-12-17T10:00:00Z"] + letters, in: practice.folder)
    #expect(told.status == 0, "\(told.errors)")
    try practice.run("plan", now: "2026-12-18T09:00:00Z")
    #expect(try !practice.files(under: "cover/notices").keys.contains { $0.contains("EF3-withdrawal") })
  }

  @Test("nothing is written beside another run, through a link, into a locked folder, or over a broken file")
  func refusals() throws {
    let practice = try PracticeOnDisk()
    let words = ["wait", "--client", "AB1"]
    func status(_ expected: Int32, _ message: String) throws {
      let result = try Program.run(["decide"] + words + ["--now", Self.now], in: practice.folder)
      #expect(result.status == expected, "\(result.errors)")
      #expect(result.errors.contains(message), "\(result.errors)")
    }
    let lock = open(practice.path, O_RDONLY)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    try status(75, "another run")
    close(lock)
    let target = practice.folder.appendingPathComponent("target")
    let link = practice.folder.appendingPathComponent("decisions.yaml")
    try Data("decisions:\n".utf8).write(to: target)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
    try status(73, "decisions.yaml: is not a file of its own")
    try FileManager.default.removeItem(at: link)
    try FileManager.default.removeItem(at: target)
    try practice.write("decisions.yaml", "decisions:\n  - {asign: ben, client: AB1}\n")
    try status(65, "decisions.yaml:2:")
    try FileManager.default.removeItem(at: link)
    try practice.write("decisions.yaml", "{decisions: }\n")
    try status(65, "left as it was")
    #expect(try file(practice) == "{decisions: }\n")
  }

  @Test("a text that cannot come back the same is refused", arguments: ["a\u{1B}[31m", "a\nb", ""])
  func refusedText(text: String) throws {
    let practice = try PracticeOnDisk()
    let result = try decide(practice, "wait", "--client", "AB1", "--by", text)
    #expect(result.status == 64 && result.errors.contains("--by"))
    #expect(try practice.files()["decisions.yaml"] == nil)
  }

  @Test("who decides is by default whoever uses the computer")
  func author() throws {
    let practice = try PracticeOnDisk()
    try decide(practice, "wait", "--client", "AB1")
    #expect(try file(practice).contains("    by: "))
  }
}

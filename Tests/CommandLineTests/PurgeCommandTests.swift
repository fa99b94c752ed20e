import Foundation
import Testing

@Suite("plan-cover purge")
struct PurgeCommandTests {
  /// A practice whose Christmas is long over: a letter that was changed by hand and set aside, an answer, decisions.
  private func practice() throws -> PracticeOnDisk {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    let plan = try practice.files(under: "cover")
    let letter = try #require(plan.keys.sorted().first { $0.hasPrefix("notices/") && $0.hasSuffix("AB1-first.txt") })
    try practice.write("cover/\(letter).edited", "Dear Zora Quill, …")
    try practice.write("cover/\(letter).mine", "mine")
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(ISO8601DateFormatter().date(from: "2026-12-02T10:00:00Z"))],
      ofItemAtPath: "\(practice.path)/cover/\(letter).edited")
    let invitation = try #require(
      plan.keys.sorted().first { $0.hasPrefix("invitations/cover-") && $0.hasSuffix(".ics") })
    let asked = try practice.read("cover/\(invitation)").replacingOccurrences(of: "\r\n ", with: "")
    let lines = asked.components(separatedBy: "\r\n").filter {
      ["UID:", "DTSTART;TZID", "SEQUENCE"].contains(where: $0.hasPrefix) && !$0.hasPrefix("DTSTART:1")
    }
    try FileManager.default.createDirectory(
      atPath: "\(practice.path)/replies", withIntermediateDirectories: true)
    for name in ["Zora Quill.ics", "notes.ics"] {
      let uid = name == "notes.ics" ? ["UID:somebody@else.example"] : lines.filter { $0.hasPrefix("UID:") }
      try practice.calendar(
        "replies/\(name)",
        [
          (uid + lines.filter { !$0.hasPrefix("UID:") } + [
            "DTSTAMP:20261202T090000Z", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ben@harbour.example",
          ]).joined(separator: "\n")
        ],
        properties: ["METHOD:REPLY"])
    }
    try practice.write(
      "decisions.yaml",
      """
      # What we settled.
      decisions:
        - told: true          # by telephone
          client: AB1
          absence: ann 2026-12-21
          why: Zora Quill was at home.
        # always
        - forbid: cat
          client: CD2
        - wait: true
          session: s-3
      """)
    return practice
  }

  private func purge(_ practice: PracticeOnDisk, _ arguments: String..., now: String = "2027-05-03T09:00:00Z") throws
    -> Program.Result
  {
    try Program.run(["purge", practice.path] + arguments + ["--now", now])
  }

  @Test("says by id and number what it removes, and nobody's name; shown alone it writes nothing")
  func dryRun() throws {
    let practice = try practice()
    let before = try practice.files()
    let result = try purge(practice, "--dry-run")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try practice.files() == before)
    for word in [
      "Would be removed", "(nothing was written)", "90 days ago", "set aside: 1", "AB1-first.txt.edited", "answers: 1",
      "of ben, about cover-", "decisions: 2", "told  AB1, absence ann 2026-12-21", "wait  one session",
    ] { #expect(result.output.contains(word), "\(word) in \(result.output)") }
    for name in ["Zora", "Quill", "home"] { #expect(!(result.output + result.errors).contains(name)) }
    let json = try purge(practice, "--dry-run", "--json").json()
    let counts = try #require(json["counts"] as? [String: Int])
    #expect(counts["decisions"] == 2 && counts["answers"] == 1 && counts["set-aside"] == 1)
  }

  @Test("removes that and nothing else, and the plans that follow are the same as without it")
  func removes() throws {
    let practice = try practice()
    let other = try self.practice()
    let before = try practice.files()
    let result = try purge(practice)
    #expect(result.status == 0 && result.output.hasPrefix("Removed"), "\(result.errors)")
    let after = try practice.files()
    let gone = Set(before.keys).subtracting(after.keys)
    #expect(gone.count == 2 && gone.contains("replies/Zora Quill.ics") && gone.contains { $0.hasSuffix(".edited") })
    #expect(after.filter { before[$0.key] != $0.value }.keys.sorted() == ["decisions.yaml"])
    let decisions = try practice.read("decisions.yaml")
    #expect(decisions.hasPrefix("# What we settled.\ndecisions:\n"))
    #expect(decisions.contains("  # always\n  - forbid: cat\n    client: CD2"))
    #expect(!decisions.contains("Zora") && !decisions.contains("s-3"))
    #expect(try purge(practice).output.hasPrefix("Nothing to remove"))
    for one in [practice, other] { _ = try Program.run(["plan", one.path, "--now", "2027-05-03T10:00:00Z"]) }
    let aside: (String) -> Bool = { $0.hasSuffix(".edited") || $0 == "log.jsonl" || $0 == "SHA256SUMS" }
    let plan = try practice.files(under: "cover").filter { !aside($0.key) }
    // What is odd in the files is another matter: the answer and the decisions are remarked on where they still are.
    let without = try other.files(under: "cover").filter { !aside($0.key) }
    #expect(Set(plan.keys) == Set(without.keys))
    #expect(plan.filter { without[$0.key] != $0.value && $0.key != "summary.txt" }.isEmpty)
  }

  @Test("requests whose time is long over go out of referrals.ics, and every other byte of it stays")
  func requests() throws {
    let practice = try practice()
    func task(_ uid: String, _ lines: String) -> String {
      "BEGIN:VTODO\nUID:\(uid)\nDTSTAMP:20261101T090000Z\nCATEGORIES:REFERRAL\nX-PLAN-COVER-FOR:ann\n"
        + "X-PLAN-COVER-REASON:second-opinion\nX-PLAN-COVER-CLIENT:AB1\nSUMMARY:Zora Quill\n\(lines)END:VTODO\n"
    }
    let head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Mine//Mine//EN\n"
    let shopping = "BEGIN:VTODO\nUID:shopping\nDTSTAMP:20261101T090000Z\nDUE;VALUE=DATE:20261201\nEND:VTODO\n"
    let kept =
      task("open", "") + shopping + task("new", "DUE;VALUE=DATE:20270601\n")
      + task("boundary", "DUE;VALUE=DATE:20270201\n")
    try practice.write(
      "referrals.ics",
      head + task("old", "DTSTART;VALUE=DATE:20261201\nDUE;VALUE=DATE:20270115\n") + kept
        + task("done", "STATUS:COMPLETED\nDUE:20261220T100000Z\n") + "END:VCALENDAR\n")
    let before = try practice.files()
    let shown = try purge(practice, "--dry-run")
    #expect(
      shown.output.contains("requests for a second professional: 2\n    old, referrals.ics:4, due by 2027-01-15\n"))
    #expect(shown.output.contains("done, referrals.ics:"))
    #expect(shown.output.contains("Kept, for nothing says when what they are about is: requests, 1"))
    #expect(!shown.output.contains("Quill"))
    #expect(try practice.files() == before)
    let json = try purge(practice, "--dry-run", "--json").json()
    #expect(json["requests"] as? [String] == ["old", "done"])
    #expect(try purge(practice).status == 0)
    #expect(try practice.read("referrals.ics") == head + kept + "END:VCALENDAR\n")
    #expect(try !practice.read("decisions.yaml").contains("Zora"))
    #expect(try purge(practice).output.hasPrefix("Nothing to remove"))
  }

  @Test("what is not long enough over stays, by the practice's rule or the command's")
  func keeps() throws {
    let practice = try practice()
    let before = try practice.files()
    #expect(try purge(practice, now: "2027-02-01T09:00:00Z").output.hasPrefix("Nothing to remove"))
    #expect(try practice.files() == before)
    #expect(
      try purge(practice, "--dry-run", "--keep-days", "30", now: "2027-02-01T09:00:00Z").output.contains("decisions: 2")
    )
    let file = try practice.read("practice.yaml")
    try practice.write("practice.yaml", file + "\nrules: {keep-days: 200}\n")
    #expect(
      try purge(practice).output.hasPrefix("Nothing to remove: there is no record of what was over before 2026-10-15"))
    #expect(try purge(practice, "--keep-days", "-1").status == 64)
    #expect(try purge(practice, "--keep-days", "4000").status == 64)
  }

  @Test("a practice that cannot be read, is at work, or may not be written to loses nothing")
  func refuses() throws {
    let practice = try practice()
    let before = try practice.files()
    let lock = open(practice.path, O_RDONLY)
    #expect(flock(lock, LOCK_EX) == 0)
    #expect(try purge(practice).status == 75)
    close(lock)
    try practice.write("decisions.yaml", "decisions: {wait: [")
    #expect(try purge(practice).status == 65)
    try practice.write("decisions.yaml", String(decoding: try #require(before["decisions.yaml"]), as: UTF8.self))
    #expect(try practice.files() == before)
  }
}

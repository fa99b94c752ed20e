import Foundation
import Testing

/// Ann is away on Monday and Tuesday; AB1 and CD2 see her on Monday, EF3 on Tuesday.
@Suite("What lies outside the planned days")
struct WindowTests {
  private func letters(_ practice: PracticeOnDisk) throws -> [String: Data] {
    try practice.files().filter { $0.key.hasPrefix("cover/notices/") && $0.key.hasSuffix(".txt") }
  }

  @Test("an absence that the last day cuts is said to be cut, and what plans it whole")
  func cut() throws {
    let practice = try PracticeOnDisk()
    let cut = try practice.run("plan", "--from", "2026-12-14", "--to", "2026-12-22")
    #expect(
      cut.output.contains(
        """
        Beyond the days of this plan
          Ann Ash, Mon 21 Dec to Tue 22 Dec: planned to Mon 21 Dec; 1 of 3 sessions comes later (1
            without a plan)
            to plan it whole: --to 2026-12-23

        """), "\(cut.output)")
    #expect(cut.output.contains("\n  2 sessions: 2 covered\n  planned to Mon 21 Dec; 1 of 3 sessions"))
    try practice.run("plan")
    let again = try practice.run("plan", "--from", "2026-12-14", "--to", "2026-12-22")
    #expect(!again.output.contains("Beyond the days of this plan"))
    #expect(again.output.contains("1 of 3 sessions comes later (1 covered as published)"), "\(again.output)")
  }

  @Test("letters that an earlier plan drafted for days outside this one stay, to the byte, run after run")
  func letters() throws {
    let practice = try PracticeOnDisk()
    _ = try Program.run(["decide", "wait", "--client", "EF3", practice.path, "--now", "2026-12-01T08:00:00Z"])
    try practice.run("plan")
    let drafted = try letters(practice)
    #expect(drafted.count == 6)
    for end in ["2026-12-14", "2026-12-22", "2026-12-14", "2026-12-14"] {
      try practice.run("plan", "--from", "2026-12-01", "--to", end)
      #expect(try letters(practice) == drafted, "to \(end)")
    }
    // What has gone out is not drafted again.
    _ = try Program.run(["decide", "told", "--client", "AB1", practice.path, "--now", "2026-12-01T10:00:00Z"])
    try practice.run("plan", "--from", "2026-12-01", "--to", "2026-12-14", now: "2026-12-01T11:00:00Z")
    #expect(try letters(practice).count == 5)
    // Who is there after all needs none.
    let events = try practice.read("clinicians/ann.ics").replacingOccurrences(of: "Annual leave", with: "Errands")
    try practice.write("clinicians/ann.ics", events)
    try practice.run("plan", "--from", "2026-12-01", "--to", "2026-12-14", now: "2026-12-02T09:00:00Z")
    #expect(try letters(practice).keys.sorted() == ["cover/notices/2026-12-02-AB1-withdrawal.txt"])
  }

  @Test("a long absence whose letters fall due before it is planned is named")
  func early() throws {
    let practice = try PracticeOnDisk()
    try practice.calendar(
      "clinicians/ben.ics",
      ["UID:leave-2\nSUMMARY:Annual leave\nDTSTART;VALUE=DATE:20270215\nDTEND;VALUE=DATE:20270401"])
    let plan = try practice.run("plan")
    #expect(
      plan.output.contains(
        "  Ben Birch, Mon 15 Feb to Wed 31 Mar: not planned yet, and its first letters are due from\n    Mon 7 Dec\n"
          + "    to plan it whole: --to 2027-04-01\n"), "\(plan.output)")
  }
}

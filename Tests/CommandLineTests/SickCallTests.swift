import Foundation
import Testing

/// Somebody calls in sick at half past seven on Monday, when Cat was to cover for Ann at 10:00 and Ben at 11:00.
@Suite("A sick call")
struct SickCallTests {
  private static let morning = "2026-12-21T07:30:00Z"

  private func call(_ practice: PracticeOnDisk, _ arguments: String..., now: String = morning) throws -> Program.Result
  {
    try Program.run(["plan", practice.path, "--from", "2026-12-21", "--to", "2026-12-28", "--now", now] + arguments)
  }

  /// The lines under RING FIRST, up to the next heading.
  private func section(_ output: String) -> [String] {
    let lines = output.components(separatedBy: "\n").drop { $0 != "RING FIRST" }.dropFirst(2)
    let rest = lines.prefix { $0.isEmpty || $0 != $0.uppercased() }
    return Array(rest.last == "" ? rest.dropLast() : rest)
  }

  @Test("nobody is to be rung where everything was arranged in time")
  func inTime() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    #expect(try section(call(practice).output).isEmpty)
  }

  @Test("names colleagues and clients to ring in the order of their sessions, by id, in the summary too")
  func ringFirst() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    let result = try call(practice, "--leave", "cat 2026-12-21")
    let lines = section(result.output)
    #expect(
      lines.map { $0.split(separator: " ").joined(separator: " ") } == [
        "As of Mon 21 Dec 07:30: letters and mails are too slow. The numbers are in clients.csv.",
        "", "Colleagues, to ask", "Ben Birch Mon 21 Dec 10:00-10:50", "", "Clients, to tell",
        "Mon 21 Dec 10:00-10:50 AB1 Ben Birch for Ann Ash",
      ], "\(result.output)")
    #expect(try result.output.contains(practice.read("cover/summary.txt")))
    #expect(!result.output.contains("Quill"))
  }

  @Test("who calls in at noon has sessions that are over: nobody is planned for them, and they are said")
  func atNoon() throws {
    let practice = try PracticeOnDisk()
    let result = try call(practice, now: "2026-12-21T10:30:00Z")
    #expect(result.status == 2)
    #expect(result.output.contains("2 of which") == false && result.output.contains("1 NOT COVERED"))
    #expect(result.output.contains("Their time has come, and nobody was there: ask how they are, and offer another"))
    #expect(result.output.contains("Mon 21 Dec 10:00-10:50  AB1  of Ann Ash  was to be seen"), "\(result.output)")
    #expect(try !practice.read("cover/practice.ics").contains("20261221T100000"))
    let explained = try Program.run(["explain", practice.path, "--client", "AB1", "--now", "2026-12-21T10:30:00Z"])
    #expect(explained.output.contains("its time has come: nobody was named before"), "\(explained.output)")
    #expect(explained.output.contains("Nobody can help any more"))
    // An hour later what was published is history, and stays.
    let later = try call(practice, now: "2026-12-21T11:30:00Z")
    #expect(later.output.contains("1 NOT COVERED") && !later.output.contains("Promises that cannot be kept"))
    #expect(try practice.read("cover/practice.ics").contains("20261221T110000"))
  }

  @Test("a session that loses its cover is named as well, and who must be seen comes with the word")
  func nobody() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    let one = section(try call(practice, "--leave", "ben 2026-12-21").output).joined(separator: "\n")
    #expect(one.contains("CD2  nobody for Ann Ash") && !one.contains("AB1"))
    let both = section(
      try call(practice, "--leave", "ben 2026-12-21", "--leave", "cat 2026-12-21").output)
    #expect(both.contains { $0.contains("AB1  nobody for Ann Ash, and must be seen") }, "\(both)")
  }

  @Test("touches the events of that day's sessions and contacts alone")
  func affectsWhatItMust() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    let before = try practice.files(under: "cover/vdir")
    #expect(try call(practice, "--leave", "ben 2026-12-21").status == 0)
    let after = try practice.files(under: "cover/vdir")
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    for name in changed {
      let text = String(decoding: after[name] ?? before[name] ?? Data(), as: UTF8.self)
      #expect(text.contains("20261221") || text.contains("X-PLAN-COVER-KIND:handover"), "\(name)\n\(text)")
    }
    #expect(!changed.isEmpty)
  }

  @Test("a second run an hour later says the same, and a client who was told is off the list")
  func told() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    let leave = ["--leave", "cat 2026-12-21"]
    let first = try call(practice, leave[0], leave[1])
    let second = try call(practice, leave[0], leave[1], now: "2026-12-21T08:30:00Z")
    #expect(section(first.output) == section(second.output))
    try practice.write(
      "decisions.yaml",
      "decisions:\n  - {told: true, client: AB1, absence: ann 2026-12-21, by: M, at: 2026-12-21T08:00:00Z}\n")
    let third = try call(practice, leave[0], leave[1], now: "2026-12-21T09:00:00Z")
    #expect(section(first.output).joined().contains("AB1"))
    #expect(section(third.output).isEmpty, "\(third.output)")
  }
}

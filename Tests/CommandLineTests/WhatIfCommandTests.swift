import Foundation
import Testing

@Suite("plan-cover what-if and resilience")
struct WhatIfCommandTests {
  private func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  @Test("leave that is not granted yet: who would have nobody, who would move, tier by tier; nothing is written")
  func leave() throws {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    let before = try practice.files()
    let result = try practice.run("what-if", "--leave", "ben 2026-12-21")
    let text = words(result.output)
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      text.hasPrefix("What if Ben Birch is away on Mon 21 Dec? 1 session more would have nobody."), "\(result.output)")
    #expect(text.contains("WOULD HAVE NOBODY Mon 21 Dec 11:00-11:50 CD2 of Ann Ash today Ben Birch"))
    #expect(text.contains("sessions that should be covered and are not 0 1 worse"))
    #expect(try practice.files() == before && !result.output.contains("Reed"))
  }

  @Test("status 2 where somebody who must be covered would lose their cover")
  func required() throws {
    let practice = try PracticeOnDisk()
    let result = try practice.run("what-if", "--without", "ben", "--without", "cat", "--json")
    #expect(result.status == 2, "\(result.errors)")
    let document = try result.json()
    let sessions = try #require(document["sessions"] as? [[String: Any]])
    #expect(sessions.count { $0["change"] as? String == "lost" } == 3)
    let tiers = try #require(document["tiers"] as? [[String: Any]])
    #expect(tiers.first?["before"] as? Int == 0 && tiers.first?["after"] as? Int == 1)
  }

  @Test("another limit, and the same in words; nothing changes where nobody is touched")
  func capacity() throws {
    let practice = try PracticeOnDisk()
    let none = try practice.run("what-if", "--capacity", "ben=0/cover-day", "--json").json()
    #expect((none["sessions"] as? [[String: Any]])?.contains { $0["change"] as? String == "lost" } ?? false)
    let same = try practice.run("what-if", "--capacity", "cat=none/week")
    #expect(same.output.contains("Nothing would change for any client."), "\(same.output)")
  }

  @Test("the week in which leave would cost least")
  func findWeek() throws {
    let practice = try PracticeOnDisk()
    let result = try practice.run(
      "what-if", "--find-week", "ben", "--days", "5", "--between", "2026-12-14..2026-12-27", "--json")
    #expect(result.status == 0, "\(result.errors)")
    let offers = try #require(try result.json()["offers"] as? [[String: Any]])
    // From the Monday in which he covers, or any day that reaches it, it costs more than in the week before.
    #expect(offers.first?["from"] as? String == "2026-12-14")
    #expect(offers.count == 8)
    let text = try practice.run("what-if", "--find-week", "ben", "--days", "5", "--between", "2026-12-14..2026-12-27")
    #expect(words(text.output).contains("1. Mon 14 Dec 2026 Fri 18 Dec 2026 0 0 0 0 nothing"), "\(text.output)")
  }

  @Test(
    "a question that cannot be understood is an error that says how to ask",
    arguments: [
      [], ["--capacity", "ben=5"], ["--capacity", "ben=5/month"], ["--find-week", "ben"],
      ["--find-week", "ben", "--between", "2026-12-14..2026-12-15"], ["--leave", "benn 2026-12-21"],
      ["--without", "beb"], ["--between", "2026-12-14..2026-12-20", "--without", "ben"],
    ])
  func usage(arguments: [String]) throws {
    let practice = try PracticeOnDisk()
    let result = try Program.run(["what-if", practice.path, "--now", "2026-12-01T09:00:00Z"] + arguments)
    #expect(result.status == 64 && result.output.isEmpty && !result.errors.isEmpty, "\(result.errors)")
    if arguments.contains("benn 2026-12-21") { #expect(result.errors.contains("did you mean 'ben'?")) }
  }

  @Test("resilience: who is missed most, what hangs on one person, what would help; as words and as JSON")
  func resilience() throws {
    let practice = try PracticeOnDisk()
    func run(_ arguments: String...) throws -> Program.Result {
      try Program.run(["resilience", practice.path, "--now", "2026-11-27T09:00:00Z"] + arguments)
    }
    let document = try run("--json").json()
    #expect((document["week"] as? [String: String])?["from"] == "2026-11-30")
    let single = try #require(document["single"] as? [[String: Any]])
    #expect(single.compactMap { ($0["away"] as? [String])?.first } == ["ann", "ben", "cat"])
    // CD2 on two Mondays, the third being in leave that is known: Ben can take them.
    let ann = try #require(single.first?["month"] as? [String: Any])
    #expect(ann["affected"] as? Int == 2 && ann["preferred"] as? Int == 0)
    let pairs = try #require(document["pairs"] as? [[String: Any]])
    let both = pairs.first { $0["away"] as? [String] == ["ann", "ben"] }?["month"] as? [String: Any]
    // Nor has the third anybody then, whom Ben sees as things are.
    #expect(both?["preferred"] as? Int == 3, "\(pairs)")
    let text = try run()
    #expect(text.status == 0 && words(text.output).contains("TWO AWAY AT ONCE"), "\(text.output)")
    #expect(!text.output.contains("Reed") && text.errors.isEmpty)
  }
}

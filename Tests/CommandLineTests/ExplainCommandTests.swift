import Foundation
import Testing

@Suite("plan-cover explain")
struct ExplainCommandTests {
  /// Ann's three sessions, and one of GH4, whose language nobody speaks.
  private func practice() throws -> PracticeOnDisk {
    let practice = try PracticeOnDisk()
    try practice.write(
      "clients.csv",
      """
      id,name,clinician,cover,risk,needs,email,language
      AB1,Zora Quill,ann,auto,high,,zora@client.example,
      CD2,Ivo Reed,ann,auto,standard,emdr,ivo@client.example,
      EF3,Uma Sand,ann,preferred,standard,,uma@client.example,
      GH4,Otto Moss,ann,required,standard,,otto@client.example,fr
      """)
    let text = try practice.read("clinicians/ann.ics")
    let event =
      "BEGIN:VEVENT\r\nUID:s-4\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:GH4\r\nDTSTART:20261222T140000Z\r\n"
      + "DTEND:20261222T145000Z\r\nEND:VEVENT\r\nEND:VCALENDAR"
    try practice.write("clinicians/ann.ics", text.replacingOccurrences(of: "END:VCALENDAR", with: event))
    return practice
  }

  private func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  @Test("the chosen colleague beside the other, with the rule that stands in the way")
  func rule() throws {
    let result = try practice().run("explain", "--client", "CD2")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      words(result.output).contains("It should be covered, and Ben Birch takes it. Cat Cedar lacks emdr"))
    #expect(!result.output.contains("Reed"))
  }

  @Test("where no rule is in the way, what would get worse and by how much, found by planning with it")
  func worse() throws {
    let document = try practice().run("explain", "--client", "AB1", "--json").json()
    let session = try #require((document["sessions"] as? [[String: Any]])?.first)
    let others = try #require(session["others"] as? [[String: Any]])
    #expect(session["outcome"] as? String == "covered" && others.count == 1)
    #expect(others.first?["could"] as? Bool == true && others.first?["proven"] as? Bool == true)
    // Ben has CD2 at 11:00 already: with AB1 as well, two of his, one of Cat's: 100 x 4 + 100 x 1 in place of it turned round.
    let worse = others.first?["worse"] as? [String: Any]
    let after = worse.flatMap { $0["after"] as? Int } ?? 0
    let before = worse.flatMap { $0["before"] as? Int } ?? 0
    #expect(worse == nil || after > before, "\(others)")
  }

  @Test("a gap has every colleague with its rules, and what would help; a session that must be covered ends with 2")
  func gap() throws {
    let practice = try practice()
    let result = try practice.run("explain", "--client", "GH4")
    #expect(result.status == 2, "\(result.errors)")
    let text = words(result.output)
    #expect(text.contains("It must be covered, and nobody can. Ben Birch does not speak French"))
    #expect(text.contains("Would help, each alone, and proven by planning with it: 1. Ann Ash's leave"))
    #expect(text.contains("Ben Birch speaks French"))
    // The plan says the same.
    let plan = try practice.run("plan", "--json").json()
    let help = try #require(session("s-4", in: plan)["would-help"] as? [[String: Any]])
    let explained = try #require(
      (try practice.run("explain", "--client", "GH4", "--json").json()["sessions"] as? [[String: Any]])?.first?[
        "would-help"] as? [[String: Any]])
    #expect(
      help.compactMap { $0["changes"] as? [String] }
        == explained.prefix(help.count).compactMap { $0["changes"] as? [String] })
    #expect(!help.isEmpty)
  }

  @Test("the published plan is explained while it stands, else the one that would be made now")
  func published() throws {
    let practice = try practice()
    #expect(try practice.run("explain", "--client", "CD2").output.hasPrefix("The plan that would be made now.\n"))
    try practice.run("plan")
    let now = "2026-12-01T09:00:00Z"
    func explain(_ arguments: String...) throws -> Program.Result {
      try Program.run(["explain", practice.path, "--now", now] + arguments)
    }
    #expect(try explain("--client", "CD2").output.hasPrefix("The published plan, which still stands.\n"))
    try practice.calendar(
      "clinicians/ben.ics",
      ["UID:b-1\nSUMMARY:Annual leave\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20261222"])
    let result = try explain("--client", "CD2")
    #expect(result.output.hasPrefix("The plan that would be made now.\n"))
    #expect(words(result.output).contains("nobody can. Ben Birch is on leave"))
  }

  @Test("of a published plan is said whom anybody else would have to be told anew, and what else would differ")
  func toldAnew() throws {
    let practice = try practice()
    try practice.run("plan")
    let result = try Program.run(["explain", practice.path, "--client", "AB1", "--now", "2026-12-01T09:00:00Z"])
    #expect(
      words(result.output).contains("could take it, but AB1 would have to be told anew; "), "\(result.output)")
    #expect(!result.output.contains("published cover that changes"))
  }

  @Test("a session by its key or its beginning, and an absence")
  func targets() throws {
    let practice = try practice()
    let one = try practice.run("explain", "--session", "s-2/20261221", "--json").json()["sessions"] as? [[String: Any]]
    #expect(one?.compactMap { $0["clients"] as? [String] } == [["CD2"]])
    let all =
      try practice.run("explain", "--absence", "ann 2026-12-21", "--json").json()["sessions"] as? [[String: Any]]
    #expect(all?.count == 4)
  }

  @Test("an unknown client or session is an error with what was probably meant, in ids alone")
  func unknown() throws {
    let practice = try practice()
    let client = try practice.run("explain", "--client", "AB2")
    #expect(client.status == 64 && client.errors.contains("did you mean 'AB1'?"), "\(client.errors)")
    let session = try practice.run("explain", "--session", "s-9")
    #expect(session.status == 64 && session.errors.contains("hint:") && session.output.isEmpty)
    let name = try practice.run("explain", "--client", "Zora Quill")
    #expect(name.status == 64 && !name.errors.contains("Quill"))
    #expect(try practice.run("explain").status == 64)
  }

  @Test("a client whom no absence touches, and a folder that is none")
  func nothing() throws {
    let practice = try practice()
    let result = try practice.run("explain", "--client", "AB1", "--from", "2026-12-14", "--to", "2026-12-18")
    #expect(result.status == 0 && result.output.isEmpty && result.errors.contains("nothing to explain"))
    #expect(try Program.run(["explain", "/nowhere", "--client", "AB1"]).status == 65)
  }

  @Test("writes nothing")
  func readsOnly() throws {
    let practice = try practice()
    try practice.run("plan")
    let before = try practice.files()
    try practice.run("explain", "--client", "CD2")
    #expect(try practice.files() == before)
  }
}

import Foundation
import Testing

/// Ann and Ben have emdr; Ann is away on 21 and 22 December.
@Suite("plan-cover directory")
struct DirectoryCommandTests {
  private func practice() throws -> PracticeOnDisk {
    let practice = try PracticeOnDisk()
    try practice.write(
      "practice.yaml",
      try practice.read("practice.yaml").replacing("name: Cat Cedar,", with: "name: Cat Cedar, background: [hindu],")
        + """

        outside:
          - {id: dr-x, name: Dr Xenia Stone, phone: "01234 567890", specialties: [emdr, sleep], languages: [de], note: Ring first.}
          - {id: dr-y, name: Dr Yan Cole, address: "1 Quay Road", specialties: [sleep], background: [hindu]}
        """)
    return practice
  }

  @Test("shows who could, with openings beside what is published, and who outside")
  func shows() throws {
    let practice = try practice()
    let result = try practice.run("directory", "--needs", "emdr", "--from", "2026-12-21", "--to", "2026-12-23")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output == """
        Who could see somebody for emdr, Mon 21 Dec 2026 to Tue 22 Dec 2026, 50 minutes

        IN THE PRACTICE

          ben  Ben Birch
            Mon 21 Dec 09:00, Mon 21 Dec 10:00, Mon 21 Dec 11:00

        IN THE PRACTICE, WITHOUT ROOM

          ann  Ann Ash: is on leave

        OUTSIDE

          dr-x  Dr Xenia Stone
            01234 567890
            Ring first.

        """)
    try practice.run("plan")
    let beside = try practice.run("directory", "--needs", "emdr", "--from", "2026-12-21", "--to", "2026-12-23")
    #expect(!beside.output.contains("Mon 21 Dec 11:00"), "\(beside.output)")
    let json = try practice.run("directory", "--background", "hindu", "--json").json()
    #expect((json["inside"] as? [[String: Any]])?.compactMap { $0["clinician"] as? String } == ["cat"])
    #expect((json["outside"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["dr-y"])
    let german = try practice.run("directory", "--language", "de")
    #expect(german.output.contains("dr-x") && !german.output.contains("ben") && !german.output.contains("dr-y"))
  }

  @Test(
    "what nobody speaks, accepts or is licensed in is asked about, and of payers and jurisdictions one is asked for",
    arguments: [
      (["--language", "german"], "nobody in practice.yaml speaks 'german': did you mean 'de'?"),
      (["--language", "dee"], "did you mean 'de'?"), (["--payer", "bupaa"], "has 'bupaa': did you mean 'bupa'?"),
      (["--jurisdiction", "gv"], "nobody in practice.yaml has 'gv': did you mean 'gb'?"),
      (["--payer", "bupa,aviva"], "is invalid for '--payer <payer>'"),
      (["--jurisdiction", "gb;us"], "is invalid for '--jurisdiction <name>'"),
    ])
  func unknownWords(arguments: [String], message: String) throws {
    let practice = try practice()
    try practice.write(
      "practice.yaml",
      try practice.read("practice.yaml").replacing(
        "name: Cat Cedar,", with: "name: Cat Cedar, payers: [bupa], licences: [{jurisdiction: GB}],"))
    let result = try Program.run(["directory", practice.path] + arguments + ["--now", "2026-12-01T09:00:00Z"])
    #expect(result.status == 64 && result.errors.contains(message), "\(result.errors)")
    #expect(try practice.run("directory", "--payer", "bupa").output.contains("cat"))
  }

  @Test("says what nobody has, and that nobody could")
  func nobody() throws {
    let practice = try practice()
    let unknown = try practice.run("directory", "--needs", "emrd")
    #expect(unknown.status == 64 && unknown.errors.contains("nobody in practice.yaml has 'emrd': did you mean 'emdr'?"))
    let none = try practice.run("directory", "--needs", "sleep", "--background", "hindu", "--language", "de")
    #expect(none.status == 2 && none.output.hasSuffix("\nNobody.\n"))
  }

  @Test("is where a request goes that nobody inside can meet: a letter is drafted that names no client")
  func letter() throws {
    let practice = try practice()
    let asked = try Program.run(
      [
        "refer", practice.path, "--reason", "specialist", "--client", "AB1", "--needs", "sleep", "--due", "2026-12-18",
        "--now", "2026-12-01T09:00:00Z",
      ])
    #expect(asked.status == 2)
    #expect(asked.output.contains("Nobody here could as things stand:\n  ben: lacks sleep\n"))
    #expect(asked.output.contains("Outside the practice, for whom the plan drafts a letter:\n  dr-x  Dr Xenia Stone\n"))
    let plan = try practice.run("plan")
    #expect(plan.status == 2)
    let words = plan.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("outside the practice: Dr Xenia Stone and Dr Yan Cole; a letter to each is drafted"))
    let letters = try practice.files(under: "cover/referrals")
    #expect(letters.keys.sorted() == ["2026-12-18-AB1-dr-x.txt", "2026-12-18-AB1-dr-y.txt"])
    let text = String(decoding: try #require(letters["2026-12-18-AB1-dr-y.txt"]), as: UTF8.self)
    #expect(text.contains("Dr Yan Cole\n1 Quay Road\n") && text.contains("[name, and how to reach them]"))
    for secret in ["AB1", "Zora", "Quill", "sleep", "Ring first"] { #expect(!text.contains(secret), "\(secret)") }
  }

  @Test(
    "the words of whoever asks go outside without an id, and not at all where they hold another client's",
    arguments: [
      ("AB1 sleeps badly. For ab1, nights are long.", "The client sleeps badly. For the client, nights are long."),
      ("Like CD2, they sleep badly.", "What it is about I tell you when we speak, once the client has agreed."),
    ])
  func words(said: String, stands: String) throws {
    let practice = try practice()
    let asked = try Program.run(
      [
        "refer", practice.path, "--reason", "specialist", "--client", "AB1", "--needs", "sleep", "--due", "2026-12-18",
        "--words", said, "--consented", "--now", "2026-12-01T09:00:00Z",
      ])
    #expect(asked.status == 2, "\(asked.errors)")
    #expect(try practice.run("plan").status == 2)
    let letters = try practice.files(under: "cover/referrals")
    let text = String(decoding: try #require(letters["2026-12-18-AB1-dr-y.txt"]), as: UTF8.self)
    #expect(text.contains("\n\(stands)\n"), "\(text)")
    for id in ["AB1", "ab1", "CD2"] { #expect(!text.contains(id)) }
  }
}

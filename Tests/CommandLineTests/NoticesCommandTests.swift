import Foundation
import Testing

@Suite("plan-cover notices")
struct NoticesCommandTests {
  private static let whole = """
    {{salutation}} {{clinician}} will be away {{away}}.
    {{#appointments}}{{#times}}{{time}}
    {{/times}}{{outcome}}
    {{/appointments}}
    {{choice}} {{answer}} {{contact}} {{urgent-help}}

    """

  private func template(_ practice: PracticeOnDisk, _ name: String, _ text: String) throws {
    try FileManager.default.createDirectory(
      at: practice.folder.appendingPathComponent("templates"), withIntermediateDirectories: true)
    try practice.write("templates/\(name)", text)
  }

  @Test("lists the letters by the day they are due, and writes nothing")
  func list() throws {
    let practice = try PracticeOnDisk()
    let result = try practice.run("notices", now: "2026-12-15T09:00:00Z")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output.contains(
        "LATE\n\n  Tue 15 Dec 2026  AB1  first  by email  en  2026-12-15-AB1-first  due since Mon 14 Dec\n"),
      "\(result.output)")
    #expect(
      result.output.contains(
        "IN THE SIX DAYS AFTER\n\n  Fri 18 Dec 2026  AB1  reminder  by email  en  2026-12-19-AB1-reminder\n"))
    #expect(!result.output.contains("Quill"))
    #expect(try practice.files().keys.allSatisfy { !$0.hasPrefix("cover") })
    let json = try practice.run("notices", "--json", now: "2026-12-15T09:00:00Z").json()
    let letters = try #require(json["letters"] as? [[String: Any]])
    #expect(letters.count == 6)
    #expect(letters.first?["when"] as? String == "late" && letters.first?["missed"] as? String == "2026-12-14")
    #expect(letters.last?["due"] as? String == "2026-12-19" && letters.last?["send"] as? String == "2026-12-18")
    #expect(letters.allSatisfy { $0["text"] == nil })
  }

  @Test("prints what a letter would say, and what the linter says of it")
  func preview() throws {
    let practice = try PracticeOnDisk()
    let result = try practice.run("notices", "--preview", "ab1", "--kind", "first")
    #expect(result.status == 0)
    #expect(result.output.contains("\nDear Zora Quill,\n\nAnn Ash will be away from Monday 21 December"))
    #expect(result.output.contains("It says what a letter has to say, and holds nothing that it must not.\n"))
    #expect(!result.output.contains("A short reminder"))
    #expect(try practice.run("notices", "--preview", "AB1").output.contains("A short reminder"))
    let american = try practice.run("notices", "--preview", "AB1", "--language", "en-US")
    #expect(american.output.contains("Monday, December 21, 2026, 10:00 a.m. to 10:50 a.m."))
    let json = try practice.run("notices", "--preview", "AB1", "--kind", "reminder", "--json").json()
    let letters = try #require(json["letters"] as? [[String: Any]])
    #expect(letters.count == 1)
    #expect((letters.first?["text"] as? String)?.hasPrefix("Dear Zora Quill,") ?? false)
  }

  @Test("says that no letter is called for, and knows the clients by id")
  func none() throws {
    let practice = try PracticeOnDisk()
    let none = try practice.run("notices", "--preview", "AB1", "--kind", "closure")
    #expect(none.status == 0 && none.output.isEmpty)
    #expect(none.errors.contains("no letter of the kind closure is called for to AB1\nhint: "))
    let unknown = try practice.run("notices", "--preview", "AB2")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("no client of this id: did you mean 'AB1'?\nhint: "))
  }

  @Test("prints our letters as templates, which a practice can begin with")
  func template() throws {
    let practice = try PracticeOnDisk()
    for kind in ["first", "reminder", "closure", "change", "withdrawal", "return"] {
      let result = try Program.run(["notices", "--template", kind, "--language", "en"])
      #expect(result.status == 0)
      #expect(result.output.hasPrefix("{{salutation}}\n"))
      try template(practice, "\(kind).en.mustache", result.output)
    }
    let before = try practice.run("notices", "--preview", "AB1")
    #expect(before.status == 0, "\(before.errors)")
    try FileManager.default.removeItem(at: practice.folder.appendingPathComponent("templates"))
    #expect(try practice.run("notices", "--preview", "AB1").output == before.output)
  }

  @Test(
    "questions that do not go together are wrong usage",
    arguments: [
      ["--kind", "first"], ["--template", "first", "--preview", "AB1"], ["--template", "first", "--json"],
      ["--template", "frist"], ["--template", "first", "--language", "cy"],
    ])
  func usage(arguments: [String]) throws {
    #expect(try Program.run(["notices"] + arguments).status == 64)
  }

  @Test("a letter of the practice's own is what plan writes")
  func own() throws {
    let practice = try PracticeOnDisk()
    try template(practice, "first.en.mustache", "We hope you are well.\n\n" + Self.whole)
    #expect(try practice.run("plan").status == 0)
    #expect(try practice.read("cover/notices/2026-12-14-AB1-first.txt").hasPrefix("We hope you are well.\n\nDear Zora"))
    #expect(try practice.read("cover/notices/2026-12-14-AB1-first.eml").contains("\r\nWe hope you are well.\r\n"))
  }

  @Test(
    "what is wrong with one is told at once with all else that is wrong, and nothing is written",
    arguments: ["check", "plan"])
  func problems(command: String) throws {
    let practice = try PracticeOnDisk()
    try template(practice, "first.en.mustache", "Dear {{clint}},\n" + Self.whole)
    try template(practice, "reminder.en.mustache", Self.whole.replacingOccurrences(of: "{{choice}}", with: ""))
    let csv = try practice.read("clients.csv")
    try practice.write("clients.csv", csv.replacingOccurrences(of: ",high,", with: ",hihg,"))
    let result = try practice.run(command)
    #expect(result.status == 65)
    #expect(result.errors.contains("clients.csv:2:"))
    #expect(
      result.errors.contains("templates/first.en.mustache:1:6: unknown name 'clint': did you mean 'client'?\nhint: "))
    #expect(result.errors.contains("templates/reminder.en.mustache: the letter never says {{choice}}"))
    #expect(try practice.files().keys.allSatisfy { !$0.hasPrefix("cover") || $0.hasSuffix("lock") })
  }

  @Test(
    "a word in it that no letter may hold is told with its place, and nothing is written", arguments: ["check", "plan"])
  func words(command: String) throws {
    let practice = try PracticeOnDisk()
    try template(practice, "first.en.mustache", Self.whole + "Your EMDR therapist.\nAsk Zora Quill.\n")
    let result = try practice.run(command)
    #expect(result.status == 65)
    #expect(result.errors.contains("templates/first.en.mustache:6:6: it would hold a specialty: \"emdr\"\nhint: "))
    #expect(result.errors.contains("templates/first.en.mustache:6:11: it would tell the nature of the appointment"))
    #expect(result.errors.contains("templates/first.en.mustache:7:5: it would name another client\nhint: "))
    #expect(!result.errors.contains("Quill"))
    #expect(try practice.files().keys.allSatisfy { !$0.hasPrefix("cover/notices") })
  }

  @Test("a letter that its template makes without a part is refused alone")
  func refused() throws {
    let practice = try PracticeOnDisk()
    try template(
      practice, "first.en.mustache",
      Self.whole.replacingOccurrences(of: "{{choice}}", with: "{{#several}}{{choice}}{{/several}}"))
    let result = try practice.run("notices", "--preview", "AB1", "--kind", "first")
    #expect(result.status == 2)
    #expect(result.output.contains("It is not written: it does not say that the client may choose otherwise."))
    #expect(try practice.run("plan").status == 2)
    #expect(try practice.files().keys.allSatisfy { !$0.hasSuffix("-first.txt") })
  }

  @Test("the practice's language is one in which letters are written")
  func language() throws {
    let practice = try PracticeOnDisk()
    let yaml = try practice.read("practice.yaml")
    func with(_ language: String) -> String {
      yaml.replacingOccurrences(of: "  timezone:", with: "  language: \(language)\n  timezone:")
    }
    try practice.write("practice.yaml", with("en-US"))
    #expect(try practice.run("notices", "--preview", "AB1").output.contains("Monday, December 21, 2026"))
    try practice.write("practice.yaml", with("cy"))
    let result = try practice.run("check")
    #expect(result.status == 65)
    #expect(
      result.errors.contains(
        "practice.yaml:3:13: 'language' is 'cy', in which no letters are written\nhint: letters are written in ar, de, en,"
          + " en-US, es, fr, pl"
      ))
  }
}

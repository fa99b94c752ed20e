import Foundation
import Testing

/// Ann, Ben and Cat: Ann and Ben have emdr; AB1, CD2 and EF3 are Ann's clients.
@Suite("plan-cover refer")
struct ReferCommandTests {
  private static let now = "2026-12-01T09:00:00Z"

  @discardableResult
  private func refer(_ practice: PracticeOnDisk, _ arguments: String..., now: String = now) throws -> Program.Result {
    try Program.run(["refer"] + arguments + ["--now", now], in: practice.folder)
  }

  private func file(_ practice: PracticeOnDisk) throws -> String { try practice.read("referrals.ics") }

  @Test("writes a request, says who could meet it, and the plan places it")
  func asks() throws {
    let practice = try PracticeOnDisk()
    let before = try practice.files(under: "clinicians")
    let result = try refer(
      practice, "--reason", "second-opinion", "--client", "ab1", "--needs", "emdr", "--from", "2026-12-14", "--due",
      "2026-12-18", "--words", "AB1 sleeps badly.", "--consented")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output.contains(
        "a second opinion (emdr) for AB1 of ann, Mon 14 Dec 2026 to Fri 18 Dec 2026, 50 minutes"), "\(result.output)")
    #expect(result.output.contains("  ben  Mon 14 Dec 09:00\n"))
    let text = try file(practice)
    for line in [
      "CATEGORIES:REFERRAL", "DTSTART;VALUE=DATE:20261214", "DUE;VALUE=DATE:20261218", "ESTIMATED-DURATION:PT50M",
      "X-PLAN-COVER-REASON:second-opinion", "X-PLAN-COVER-FOR:ann", "X-PLAN-COVER-CLIENT:AB1",
      "X-PLAN-COVER-NEEDS:emdr",
      "X-PLAN-COVER-CONSENTED:TRUE", "DESCRIPTION:AB1 sleeps badly.", "CLASS:PRIVATE",
    ] { #expect(text.contains("\(line)\r\n"), "\(line)") }
    #expect(try practice.files(under: "clinicians") == before)
    let plan = try practice.run("plan", "--json").json()
    let referral = try #require((plan["referrals"] as? [[String: Any]])?.first)
    #expect(referral["by"] as? String == "ben" && referral["start"] as? String == "2026-12-14T09:00:00Z")
    let letter = try #require(try practice.files(under: "cover/referrals").first)
    #expect(letter.key == "2026-12-14-AB1-ben.txt")
    #expect(String(decoding: letter.value, as: UTF8.self).contains("AB1 sleeps badly."))
    #expect(try practice.read("cover/notices/2026-12-01-AB1-offer.txt").contains("You can see Ben Birch at this time"))
    let told = try Program.run(
      ["decide", "told", "2026-12-01-AB1-offer", practice.path, "--by", "x", "--now", "2026-12-01T10:00:00Z"])
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.output.contains("Mon 14 Dec 09:00  AB1 of ann"), "\(told.output)")
    #expect(try practice.run("plan", now: "2026-12-01T11:00:00Z").status == 0)
    #expect(try practice.run("verify", now: "2026-12-01T11:00:00Z").status == 0)
    // Told is told: what comes in the way is a broken promise, and the letter says so.
    try practice.calendar(
      "clinicians/ben.ics", ["UID:b-1\nSUMMARY:x\nDTSTART:20261214T080000Z\nDTEND:20261214T120000Z"])
    let verified = try practice.run("verify", now: "2026-12-02T09:00:00Z")
    #expect(verified.status == 2 && verified.output.contains("with ben at"), "\(verified.output)")
    #expect(verified.output.contains("busy"), "\(verified.output)")
    let later = try practice.run("plan", now: "2026-12-02T09:00:00Z")
    #expect(later.status == 2)
    let words = later.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("the client was told that Ben Birch takes it, but Ben Birch is busy then"), "\(words)")
    #expect(
      try practice.read("cover/notices/2026-12-02-AB1-offer.txt").contains("Something has changed since we last wrote"))
  }

  @Test("says everything that is missing, and everything that cannot be, and writes nothing")
  func refuses() throws {
    let practice = try PracticeOnDisk()
    func errors(_ arguments: String...) throws -> String {
      let result = try Program.run(["refer"] + arguments + ["--now", Self.now], in: practice.folder)
      #expect(result.status == 64, "\(result.output)\(result.errors)")
      return result.errors
    }
    let nothing = try errors()
    #expect(nothing.contains("--reason is missing: why a second professional is asked"))
    #expect(nothing.contains("--client is missing") && nothing.contains("--clinician is missing"))
    #expect(
      try errors("--reason", "second-opinon", "--client", "AB2", "--clinician", "anne")
        .contains("did you mean 'second-opinion'?"))
    #expect(
      try errors("--reason", "specialist", "--client", "AB1").contains("--needs is missing: a specialist in what"))
    #expect(
      try errors("--reason", "specialist", "--client", "AB1", "--needs", "emdrr").contains(
        "nobody in practice.yaml has 'emdrr': did you mean 'emdr'?"))
    #expect(
      try errors("--reason", "perspective", "--client", "AB1", "--needs", "hindu").contains(
        "nobody in practice.yaml has 'hindu'"))
    #expect(
      try errors("--reason", "supervision", "--clinician", "ann").contains("nobody could supervise ann"))
    #expect(
      try errors("--reason", "second-opinion", "--client", "AB1", "--due", "2026-11-30").contains(
        "the time of the request is over"))
    #expect(
      try errors("--reason", "second-opinion", "--client", "AB1", "--from", "2026-12-20", "--due", "2026-12-18")
        .contains("lies before"))
    #expect(
      try errors("--reason", "second-opinion", "--client", "AB1", "--from", "2026-12-19", "--due", "2026-12-20")
        .contains("the practice is closed from 2026-12-19 to 2026-12-20"))
    #expect(
      try errors("--reason", "second-opinion", "--client", "AB1", "--minutes", "3").contains(
        "no length of an appointment"))
    #expect(
      try errors("--reason", "second-opinion", "--client", "AB1", "--place", "mill").contains("--place is no site"))
    let named = try errors("--reason", "second-opinion", "--client", "AB1", "--words", "Zora sleeps badly.")
    #expect(named.contains("--words holds a name") && !named.contains("Zora"))
    #expect(try errors("--reason", "second-opinion", "--client", "AB1", "--consented").contains("there are none"))
    #expect(try errors("--withdraw", "request-x").contains("no request of this UID"))
    #expect(try practice.files()["referrals.ics"] == nil)
  }

  @Test("asks nothing of a client who has not consented")
  func consent() throws {
    let practice = try PracticeOnDisk()
    try practice.write(
      "clients.csv", "id,name,clinician,consent\nAB1,Zora Quill,ann,no\nCD2,Ivo Reed,ann,\nEF3,Uma Sand,ann,\n")
    let result = try refer(practice, "--reason", "second-opinion", "--client", "AB1")
    #expect(result.status == 64 && result.errors.contains("AB1 has not consented"))
  }

  @Test("keeps every byte of what others wrote there, lists it, and takes a request out again")
  func keepsTheRest() throws {
    let practice = try PracticeOnDisk()
    let task = """
      BEGIN:VTODO
      UID:mine-1
      SUMMARY:Supervision of a hard\r
       case
      CATEGORIES:Referral
      x-plan-cover-reason:supervision
      X-PLAN-COVER-FOR:cat
      X-OTHER;FOO="a:b":kept, as it is
      BEGIN:VALARM
      ACTION:DISPLAY
      TRIGGER:-PT1H
      END:VALARM
      END:VTODO
      """
    let old = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//other//EN\n\(task)\nEND:VCALENDAR\n".replacing(
      "\r\n ", with: "\n ")
    try practice.write(
      "practice.yaml",
      try practice.read("practice.yaml").replacing(
        "name: Ben Birch,", with: "name: Ben Birch, supervises: true,"))
    try practice.write("referrals.ics", old)
    let asked = try refer(practice, "--reason", "supervision", "--client", "AB1")
    #expect(asked.status == 0, "\(asked.errors)")
    let text = try file(practice)
    #expect(text.hasPrefix(old.replacing("END:VCALENDAR\n", with: "")) && text.hasSuffix("END:VTODO\nEND:VCALENDAR\n"))
    #expect(!text.contains("\r"))
    #expect(try refer(practice, "--reason", "supervision", "--client", "AB1").errors.contains("asked already"))
    let list = try refer(practice, "--list")
    #expect(list.output.contains("supervision for ann, about AB1") && list.output.contains("supervision for cat"))
    #expect(list.output.contains("referrals.ics:4  mine-1\n"))
    let json = try refer(practice, "--list", "--json").json()
    #expect((json["requests"] as? [[String: Any]])?.count == 2)
    let dry = try refer(practice, "--withdraw", "request-", "--dry-run")
    #expect(dry.status == 0 && dry.output.contains("nothing was written"))
    #expect(try file(practice) == text)
    #expect(try refer(practice, "--withdraw", "request-").status == 0)
    #expect(try file(practice) == old)
    #expect(try refer(practice, "--withdraw", "mine-1").status == 0)
    #expect(try file(practice) == "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//other//EN\nEND:VCALENDAR\n")
  }

  @Test("never writes into a clinician's own calendar")
  func ownCalendar() throws {
    let practice = try PracticeOnDisk()
    let own =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VTODO\r\nUID:ben-1\r\nCATEGORIES:REFERRAL\r\n"
      + "X-PLAN-COVER-REASON:second-opinion\r\nSUMMARY:AB1\r\nEND:VTODO\r\nEND:VCALENDAR\r\n"
    try practice.write("clinicians/ben.ics", own)
    let result = try refer(practice, "--withdraw", "ben-1")
    #expect(result.status == 64)
    #expect(result.errors.contains("this request stands in clinicians/ben.ics:4"))
    #expect(try practice.read("clinicians/ben.ics") == own)
  }

  @Test(
    "check names a bad request with file, line and what would be right",
    arguments: [
      ("X-PLAN-COVER-CLIENT:AB1", "does not say why", "X-PLAN-COVER-REASON is one of"),
      ("X-PLAN-COVER-REASON:specialst\nX-PLAN-COVER-CLIENT:AB1", "did you mean 'specialist'?", "X-PLAN-COVER-REASON"),
      ("X-PLAN-COVER-REASON:specialist", "names nobody of clients.csv", "X-PLAN-COVER-CLIENT"),
      (
        "X-PLAN-COVER-REASON:specialist\nX-PLAN-COVER-CLIENT:AB1\nESTIMATED-DURATION:P2D",
        "ESTIMATED-DURATION that is no",
        "PT50M"
      ),
      (
        "X-PLAN-COVER-REASON:specialist\nX-PLAN-COVER-CLIENT:AB1\nDTSTART:20261216T100000Z\nDUE:20261216T103000Z",
        "less time from DTSTART to DUE", "correct DTSTART or DUE"
      ),
    ])
  func badRequests(lines: String, message: String, hint: String) throws {
    let practice = try PracticeOnDisk()
    try practice.write(
      "referrals.ics",
      "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VTODO\nUID:r-1\nCATEGORIES:REFERRAL\nX-PLAN-COVER-FOR:ann\n\(lines)\n"
        + "END:VTODO\nEND:VCALENDAR\n")
    let result = try practice.run("check")
    #expect(result.status == 2, "\(result.output)")
    #expect(result.output.contains("referrals.ics:4"), "\(result.output)")
    #expect(result.output.contains(message) && result.output.contains(hint), "\(result.output)")
    #expect(try refer(practice, "--list").status == 2)
  }

  @Test("a file that cannot be read is not taken for none, even where nothing is to be written")
  func unreadable() throws {
    let practice = try PracticeOnDisk()
    try FileManager.default.createSymbolicLink(
      atPath: "\(practice.path)/decisions.yaml", withDestinationPath: "\(practice.path)/clients.csv")
    let result = try Program.run(
      ["decide", "wait", "--client", "AB1", practice.path, "--dry-run", "--now", "2026-12-01T09:00:00Z"])
    #expect(
      result.status == 73 && result.errors.contains("decisions.yaml: is not a file of its own"), "\(result.errors)")
  }
}

import CivilTime
import CoverDomain
import CoverIdentity
import CoverIntake
import Foundation
import Testing

@Suite("Answers that were saved as mail")
struct MailTests {
  private static let uid = EventIdentity.cover(SessionID(clinician: ClinicianID("ann"), key: "one")).uid

  private static let answer = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "METHOD:REPLY", "BEGIN:VEVENT", "UID:\(uid)",
    "DTSTAMP:20261203T090000Z", "DTSTART:20261216T100000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:ben@practice.example",
    "COMMENT:Schön wär's gewesen", "END:VEVENT", "END:VCALENDAR", "",
  ].joined(separator: "\r\n")

  private func read(_ mail: Data) throws -> Intake.Result {
    let practice = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("one", "DTSTART:20261216T100000Z", "DTEND:20261216T105000Z", "SUMMARY:C1"))
    ])
    try practice.write("replies/answer.eml", mail)
    return try practice.read()
  }

  private func isDeclined(_ mail: String) throws -> Bool {
    try read(Data(mail.utf8)).situation.hasDeclined(
      ClinicianID("ben"), SessionID(clinician: ClinicianID("ann"), key: "one"))
  }

  private static let head = "From: Ben Brook <ben@practice.example>\r\nSubject: Declined\r\nMIME-Version: 1.0\r\n"
  private static let base64 = Data(answer.utf8).base64EncodedString(options: [.lineLength76Characters])

  private static let quoted = answer.utf8.map { byte -> String in
    byte == 13 || byte == 10
      ? String(UnicodeScalar(byte))
      : byte > 126 || byte == 61
        ? "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        : String(UnicodeScalar(byte))
  }.joined().replacing("ATTENDEE;", with: "ATTEN=\r\nDEE;")

  private static func part(_ type: String, _ encoding: String?, _ body: String) -> String {
    "Content-Type: \(type)\r\n" + (encoding.map { "Content-Transfer-Encoding: \($0)\r\n" } ?? "") + "\r\n\(body)\r\n"
  }

  private static func multipart(_ parts: String..., kind: String = "alternative", closes: Bool = true) -> String {
    "Content-Type: multipart/\(kind);\r\n boundary=\"=_b 1\"\r\n\r\nThis is MIME.\r\n"
      + parts.map { "--=_b 1\r\n\($0)\r\n" }.joined() + (closes ? "--=_b 1--\r\n" : "")
  }

  static let mails: [(name: String, text: String)] = [
    ("the calendar alone", head + part("text/calendar; method=REPLY", nil, answer)),
    ("no METHOD in the header", head + part("text/calendar", "8bit", answer)),
    ("base64", head + part("text/calendar; charset=\"UTF-8\"; method=REPLY", "base64", base64)),
    ("quoted-printable", head + part("TEXT/CALENDAR; METHOD=reply; charset=utf-8", "Quoted-Printable", quoted)),
    (
      "beside words, as Outlook and Google send it",
      head + multipart(part("text/plain", nil, "I cannot."), part("text/calendar; method=REPLY", "base64", base64))
    ),
    (
      "within alternatives within a mixed message, and as an attachment once more",
      head
        + multipart(
          multipart(part("text/plain", nil, "No"), part("text/calendar; method=REPLY", "base64", base64))
            .replacing("=_b 1", with: "inner"),
          part("application/ics; name=\"invite.ics\"", "base64", base64), kind: "mixed")
    ),
    (
      "as an attachment of no type",
      head
        + multipart(
          part("text/plain", nil, "No"),
          "Content-Type: application/octet-stream\r\nContent-Disposition: attachment;\r\n filename=Answer.ICS\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n\(base64)\r\n", kind: "mixed")
    ),
    (
      "forwarded as a message",
      head + multipart(part("message/rfc822", nil, head + part("text/calendar", "base64", base64)))
    ),
    ("a last part that is not closed", head + multipart(part("text/calendar", "base64", base64), closes: false)),
    ("LF line ends", (head + multipart(part("text/calendar", "base64", base64))).replacing("\r\n", with: "\n")),
    ("a comment in the header", head + part("text/calendar (an answer); method=REPLY (no \\) end)", nil, answer)),
    (
      "the answer among other calendars",
      head
        + multipart(
          part("text/calendar; method=REQUEST", nil, answer.replacing("REPLY", with: "REQUEST")),
          part("text/calendar; method=REPLY", nil, answer))
    ),
  ]

  @Test("An answer is read from every shape of mail", arguments: mails.map(\.name))
  func read(name: String) throws {
    let mail = try #require(Self.mails.first { $0.name == name })
    #expect(try isDeclined(mail.text))
  }

  @Test("Characters of other sets are read as what they are")
  func charsets() throws {
    for (name, encoding) in [("iso-8859-1", String.Encoding.isoLatin1), ("utf-16", .utf16)] {
      let body = try #require(Self.answer.data(using: encoding)).base64EncodedString()
      let result = try read(Data((Self.head + Self.part("text/calendar; charset=\(name)", "base64", body)).utf8))
      #expect(result.situation.answers.count == 1)
      #expect(result.reading.remarks.filter { $0.hasPrefix("replies") }.isEmpty)
    }
  }

  @Test(
    "A mail without an answer gets a remark that says why and the way out",
    arguments: [
      (head + part("text/plain", nil, "I accept."), "this mail holds no answer to an invitation"),
      (head + part("application/ms-tnef; name=winmail.dat", "base64", base64), "in Outlook's own format"),
      (head + part("multipart/encrypted; boundary=x", nil, "--x\r\n\r\nsecret\r\n--x--"), "this mail is encrypted"),
      (head + part("text/calendar", "x-uuencode", answer), "transfer encoding that is not known"),
      (head + part("text/calendar; charset=klingon", nil, answer), "character set that is not known"),
      ("BEGIN", "this is no mail message"), ("", "this is no mail message"),
      (head + part("text/calendar", nil, answer.replacing("REPLY", with: "REQUEST")), "no answer to an invitation"),
      (head + "Content-Type: multipart/mixed\r\n\r\n" + answer, "holds no answer"),
    ])
  func remarks(mail: String, expected: String) throws {
    let result = try read(Data(mail.utf8))
    #expect(result.situation.answers.isEmpty)
    #expect(result.reading.remarks.contains { $0.hasPrefix("replies/answer.eml: ") && $0.contains(expected) })
  }

  @Test("Messages made to hurt are read in good time: parts within parts, thousands of parts, headers without end")
  func hostile() throws {
    var nested = Self.part("text/calendar", nil, Self.answer)
    for level in 0..<200 {
      nested = "Content-Type: multipart/mixed; boundary=b\(level)\r\n\r\n--b\(level)\r\n\(nested)\r\n--b\(level)--\r\n"
    }
    #expect(try !isDeclined(Self.head + nested))
    let many = String(repeating: "--b\r\n\r\nx\r\n", count: 20_000)
    #expect(try !isDeclined(Self.head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + many))
    #expect(try !isDeclined(Self.head + String(repeating: "X-A: b\r\n c\r\n", count: 40_000)))
    #expect(try !isDeclined(Self.head + "Content-Type: " + String(repeating: "(", count: 100_000)))
    let bytes = (0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 131 &+ $0 >> 3) }
    _ = try read(
      Data(Self.head.utf8) + Data("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".utf8) + Data(bytes))
  }

  @Test("Mails that were damaged on the way are read, or named, each by itself")
  func damaged() throws {
    let practice = try TemporaryPractice()
    var state: UInt64 = 20_261_203
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
    for (number, mail) in Self.mails.enumerated() {
      for variant in 0..<25 {
        var bytes = Array(mail.text.utf8)
        for _ in 0...random(6) {
          switch random(4) {
          case 0: bytes[random(bytes.count)] = UInt8(random(256))
          case 1: bytes.removeSubrange(random(bytes.count)...)
          case 2: bytes.insert(contentsOf: [13, 10, 45, 45][0...random(4)], at: random(bytes.count))
          default: bytes.removeSubrange(bytes.count / 2..<bytes.count / 2 + random(bytes.count / 4))
          }
          if bytes.isEmpty { bytes = [10] }
        }
        try practice.write("replies/\(number)-\(variant).eml", Data(bytes))
      }
    }
    do throws(IntakeFailure) {
      _ = try Intake(folder: practice.url, options: .december).read()
    } catch {
      guard case .problems(let problems) = error else {
        Issue.record("an option was refused")
        return
      }
      #expect(problems.filter { $0.severity == .error }.allSatisfy { $0.file.hasPrefix("replies/") && $0.hint != nil })
    }
  }

  @Test("The file counts among those that were read")
  func counted() throws {
    #expect(
      try read(Data((Self.head + Self.part("text/calendar", nil, Self.answer)).utf8)).files.contains(
        "replies/answer.eml"))
  }
}

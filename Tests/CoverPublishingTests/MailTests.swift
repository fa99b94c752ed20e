import CivilTime
import CoverDomain
import CoverTestSupport
import Foundation
import Testing

@testable import CoverPublishing

@Suite("Mail drafts")
struct MailTests {
  private func mail(name: String = "Zora Quill", subject: String = "A message", text: String = "Hello\n") throws
    -> String
  {
    let address = try #require(MailAddress("zora@client.example"))
    let message = MailMessage(
      from: ("Sample Practice", address), to: [(name, address)], subject: subject, text: text)
    return String(decoding: try message.bytes(date: "Tue, 1 Dec 2026 09:00:00 +0000"), as: UTF8.self)
  }

  @Test("have the headers of a draft, CRLF line ends, and seven bits")
  func headers() throws {
    let mail = try mail(name: "Zoë", text: "Grüße\n")
    #expect(mail.contains("From: \"Sample Practice\" <zora@client.example>\r\n"))
    #expect(mail.contains("To: =?utf-8?B?Wm/Dqw==?= <zora@client.example>\r\n"))
    #expect(mail.contains("X-Unsent: 1\r\n"))
    #expect(mail.contains("Content-Type: text/plain; charset=utf-8\r\n"))
    #expect(mail.hasSuffix("\r\n\r\nGr=C3=BC=C3=9Fe\r\n"))
    #expect(mail.utf8.allSatisfy { $0 < 128 })
    #expect(!mail.replacing("\r\n", with: "").contains("\n"))
  }

  @Test(
    "refuse, and do not mend, what would break out of a header",
    arguments: [
      "a\r\nBcc: x@y.example", "a\nb", "a\rb", "a\0b", "a\u{2028}b", "a\u{202E}b", "a\u{85}b",
    ])
  func refused(text: String) throws {
    #expect(throws: MailError(header: "To")) { try mail(name: text) }
    #expect(throws: MailError(header: "Subject")) { try mail(subject: text) }
  }

  @Test(
    "long and foreign subjects are parted into words of at most 75 characters",
    arguments: [
      String(repeating: "é", count: 200), String(repeating: "漢😀", count: 40), String(repeating: "a", count: 300),
      "=?utf-8?B?eA==?=",
    ])
  func encodedWords(subject: String) throws {
    let header = try MailHeader("Subject", text: subject).value
    let words = header.components(separatedBy: "\r\n ")
    var bytes = Data()
    for word in words {
      #expect(word.count <= 75 && word.hasPrefix("=?utf-8?B?") && word.hasSuffix("?="))
      let part = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
      #expect(String(data: part, encoding: .utf8) != nil)
      bytes += part
    }
    #expect(String(decoding: bytes, as: UTF8.self) == subject)
  }

  @Test("no line with an encoded word is longer than 76 characters", arguments: 1...120)
  func headerLines(length: Int) throws {
    let long = String(repeating: "é", count: length)
    let mail = try mail(name: long, subject: long + "=?")
    let lines = mail.components(separatedBy: "\r\n").filter { $0.contains("=?") }
    #expect(!lines.isEmpty && lines.allSatisfy { $0.utf8.count <= 76 }, "\(lines)")
    #expect(mail.contains("<zora@client.example>\r\nSubject:"))
  }

  @Test(
    "bodies come back the same, and no line is longer than 76",
    arguments: [
      "plain\n", "ends with space \nand tab\t\n", "=\n", ".\n..\nFrom me\n", String(repeating: "ä", count: 100) + "\n",
      String(repeating: "x", count: 200) + "\n", "\n\n\n",
    ])
  func quotedPrintable(text: String) {
    let encoded = TransferEncoding.quotedPrintable(text)
    let lines = encoded.components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.count <= 76 && !$0.hasSuffix(" ") && !$0.hasSuffix("\t") && !$0.hasPrefix(".") })
    var bytes: [UInt8] = []
    var rest = Substring(encoded.replacing("=\r\n", with: "").replacing("\r\n", with: "\n"))
    while let first = rest.first {
      if first == "=", let byte = UInt8(rest.dropFirst().prefix(2), radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(3)
      } else {
        bytes += Array(String(first).utf8)
        rest = rest.dropFirst()
      }
    }
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(
    "addresses are what they seem",
    arguments: [
      ("a@b.example", true), ("first.last+tag@sub.b.example", true), ("a b@c.example", false), ("a@b@c.example", false),
      ("a@b.example\r\nBcc: x@y.example", false), ("<a@b.example>", false), ("a?cc=x@b.example", false),
      ("@b.example", false),
      ("a@", false), ("a..b@c.example", false), ("ä@b.example", false), ("\"a\"@b.example", false),
      ("a,b@c.example", false),
    ])
  func addresses(text: String, isAddress: Bool) { #expect((MailAddress(text) != nil) == isAddress) }

  @Test(
    "dates are those of RFC 5322",
    arguments: [
      ("2026-12-01 09:00", "Tue, 1 Dec 2026 09:00:00 +0000"), ("2026-07-10 18:30", "Fri, 10 Jul 2026 18:30:00 +0100"),
    ])
  func dates(time: String, expected: String) {
    let times = Times()
    #expect(MailMessage.date(times.instant(time), zone: times.zone) == expected)
  }

  @Test("an invitation has its words and its calendar, of one method")
  func invitation() throws {
    let publication = try SamplePlan().publication()
    let path = try #require(publication.paths.first { $0.hasPrefix("invitations/cover-") && $0.hasSuffix(".eml") })
    let mail = publication.text(path)
    #expect(mail.contains("Content-Type: multipart/alternative;\r\n boundary=\"=_plan-cover\"\r\n"))
    #expect(mail.contains("Content-Type: text/calendar; method=REQUEST; charset=utf-8; component=VEVENT\r\n"))
    #expect(mail.hasSuffix("--=_plan-cover--\r\n"))
    let parts = mail.components(separatedBy: "\r\n\r\n")
    let encoded = try #require(parts.last?.components(separatedBy: "\r\n--").first)
    let calendar = try #require(Data(base64Encoded: encoded.replacing("\r\n", with: "")))
    #expect(Array(calendar) == publication.files.first { $0.path == path.replacing(".eml", with: ".ics") }?.bytes)
    let subject = try #require(mail.components(separatedBy: "\r\n").first { $0.hasPrefix("Subject: ") })
    for id in ["AB1", "CD2", "EF3"] { #expect(!subject.contains(id)) }
  }
}

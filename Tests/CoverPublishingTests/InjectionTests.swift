import CivilTime
import CoverDomain
import CoverTestSupport
import Foundation
import ICalendar
import Testing

@testable import CoverPublishing

/// Names and addresses made to break out of every kind of file.
@Suite("Nothing is injected")
struct InjectionTests {
  private static let pieces = [
    "\r\n", "\n", "\r", "\0", "\t", "\"", "'", "\\", ";", ",", ":", "=", "<b>", "&amp;", "^n", "^'", "\u{202E}",
    "\u{2066}",
    "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{85}", "é", "漢", "😀", "e\u{301}", "\u{301}", "Bcc: x@y.example",
    "BEGIN:VEVENT", "ATTENDEE:mailto:x@y.example",
    "END:VCALENDAR", "=cmd|' /C calc'!A0", "{{name}}", "%00", "../..", "=?utf-8?Q?x?=", "a", "Z", " ", "  ", "\n.\n",
    "-- ", "\r\n\r\n",
  ]

  /// A name of a few pieces, the same for the same number.
  private static func name(_ seed: Int) -> String {
    var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    for _ in 0..<(1 + seed % 5) {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      text += pieces[Int(state % UInt64(pieces.count))]
    }
    return text
  }

  private static let properties: Set<String> = [
    "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "STATUS", "TRANSP",
    "CLASS",
    "ORGANIZER", "ATTENDEE", "RELATED-TO", "X-PLAN-COVER-KIND", "X-PLAN-COVER-FOR", "X-PLAN-COVER-BY",
    "X-PLAN-COVER-SUPERVISEE", "X-PLAN-COVER-CLIENT", "X-PLAN-COVER-SESSION", "X-PLAN-COVER-WITHHELD",
    "X-PLAN-COVER-SINCE", "X-PLAN-COVER-BEFORE",
  ]
  private static let headers: Set<String> = [
    "From", "To", "Subject", "Date", "MIME-Version", "X-Unsent", "Content-Type", "Content-Transfer-Encoding",
    "Content-Language",
  ]

  private func sample(_ seed: Int) -> SamplePlan {
    var sample = SamplePlan(clients: false) { roster in
      roster.client("AB1", of: "ann") {
        $0.name = Self.name(seed)
        $0.email = seed % 3 == 0 ? Self.name(seed + 1) : "zora@client.example"
      }
      roster.clinician("dan") { $0.name = Self.name(seed + 2) }
      roster.session(
        "ann", "2026-12-22 12:00-12:50", "AB1", place: .site(SiteID(Self.name(seed + 3))), key: Self.name(seed + 4))
    }
    sample.covers[Self.name(seed + 4)] = "dan"
    sample.contact = "dan"
    return sample
  }

  private func publication(_ seed: Int) throws -> Publication {
    let sample = sample(seed)
    let full = sample.situation()
    var practice = full.practice
    practice.name = Self.name(seed + 5)
    practice.urgentHelp = Self.name(seed + 6)
    practice.phone = Self.name(seed + 7)
    let situation = Situation(
      practice: practice, clients: Array(full.clients.values), diaries: full.diaries, window: full.window, now: full.now
    )
    return try Publication(
      PublicationInput(
        situation: situation, plan: sample.plan(situation), reading: Reading(), previous: nil, inputFiles: []))
  }

  @Test("no name, address, place or key makes a property, a header, a row or a line", arguments: Array(0..<12))
  func generated(block: Int) throws {
    for seed in block * 25..<block * 25 + 25 {
      let publication = try self.publication(seed)
      for file in publication.files {
        #expect(!file.path.contains("..") && !file.path.contains("//") && !file.path.contains("\n"))
        if file.path.hasSuffix(".ics") { try check(calendar: file) }
        if file.path.hasSuffix(".eml") { check(mail: file) }
        if file.path.hasSuffix(".csv") {
          let lines = file.text.components(separatedBy: "\r\n")
          #expect(lines.count == 6)
          for line in lines.dropLast() {
            let cells = Self.cells(of: line)
            #expect(cells.count == 13)
            #expect(!cells.contains { $0.unicodeScalars.first.map { "=+-@".unicodeScalars.contains($0) } ?? false })
          }
        }
        if file.path.hasSuffix(".txt") {
          #expect(!file.text.split(separator: "\n").contains { PlainText.isUnfit(String($0)) }, "\(file.path)")
        }
        if file.path.hasSuffix(".json") {
          #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(file.bytes)) }
        }
      }
    }
  }

  /// The cells of a row, quotes undone.
  private static func cells(of line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    var scalars = Substring(line).unicodeScalars
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cells[cells.count - 1].unicodeScalars.append(scalar)
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].unicodeScalars.append(scalar)
      }
    }
    return cells
  }

  private func check(calendar file: PublishedFile) throws {
    let document = try CalendarDocument(parsing: file.bytes)
    #expect(document.problems.isEmpty)
    for component in document.components {
      #expect(component.kind == .event)
      #expect(Set(component.properties.map(\.name)).isSubset(of: Self.properties))
      #expect(component.all("UID").count == 1 && component.all("SUMMARY").count == 1)
      for attendee in component.all("ATTENDEE") { #expect(attendee.value.hasSuffix("@practice.example")) }
    }
  }

  private func check(mail file: PublishedFile) {
    let header = file.text.components(separatedBy: "\r\n\r\n").first ?? ""
    for line in header.components(separatedBy: "\r\n") where !line.hasPrefix(" ") {
      #expect(Self.headers.contains(String(line.prefix { $0 != ":" })), "\(file.path)")
    }
    #expect(file.bytes.allSatisfy { $0 < 128 && $0 != 0 })
  }

  @Test(
    "an id is one part of a path, whatever it is",
    arguments: [
      ("..", "%2E."), (".hidden", "%2Ehidden"), ("a/b", "a%2Fb"), ("a\\b", "a%5Cb"), ("C:", "C%3A"), ("é", "%C3%A9"),
      ("a b", "a%20b"),
      ("AB12", "AB12"), ("a.b", "a.b"), ("a%2Fb", "a%252Fb"),
    ])
  func paths(id: String, name: String) { #expect(PathName.component(id) == name) }

  @Test("long ids are cut and told apart")
  func longPaths() {
    let first = PathName.component(String(repeating: "a", count: 300) + "1")
    let second = PathName.component(String(repeating: "a", count: 300) + "2")
    #expect(first.utf8.count <= 100 && second.utf8.count <= 100 && first != second)
  }
}

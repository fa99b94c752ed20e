import CivilTime
import CoverDomain
import CoverIntake
import Foundation
import Testing

@Suite("Hostile and private text")
struct HostileTextTests {
  private static let canaries = ["canary", "cholmondeley", "zz-secret"]

  @Test("Names, addresses and texts of events stand in no remark, reason or message")
  func canaries() throws {
    let events = [
      TemporaryPractice.event("a", "DTSTART:20261216T100000Z", "DTEND:20261215T100000Z", "SUMMARY:Canary Cholmondeley"),
      TemporaryPractice.event("b", "DTSTART:20261216T100000Z", "SUMMARY:Canary Cholmondeley"),
      TemporaryPractice.event("c", "DTSTART:20261216T100000Z", "SUMMARY:x", "X-PLAN-COVER-CLIENT:Canary Cholmondeley"),
      TemporaryPractice.event("d", "DTSTART:20261216T100000Z", "SUMMARY:x", "X-PLAN-COVER-CLIENT:C1;zz-secret"),
      TemporaryPractice.event("e", "DTSTART;TZID=zz-secret:20261216T100000", "SUMMARY:x"),
      TemporaryPractice.event("f", "DTSTART:zz-secret", "SUMMARY:x", "LOCATION:Cholmondeley"),
      TemporaryPractice.event("g", "DTSTART:20261216T100000Z", "RRULE:zz-secret", "SUMMARY:x"),
      TemporaryPractice.event("h", "DTSTART:20261216T100000Z", "zz-secret Canary", "SUMMARY:x"),
    ].joined(separator: "\n")
    let result = try TemporaryPractice([
      "clients.csv":
        "id,name,clinician,prefers,needs\nC1,Canary Cholmondeley,ann,canary,zz-secret\nC2,Canary Cholmondeley,ann,,\n",
      "clinicians/ann.ics": TemporaryPractice.calendar(events),
      "leave.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("l", "DTSTART;VALUE=DATE:20261216", "SUMMARY:Cholmondeley off")),
      "replies/a.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("zz-secret", "ATTENDEE;PARTSTAT=ACCEPTED;CN=Canary:mailto:canary@client.example"),
        header: "METHOD:REPLY"),
      "decisions.yaml": "decisions:\n  - {wait: true, session: zz-secret, why: Cholmondeley asked}\n",
    ]).read()
    let said = result.reading.remarks + result.reading.notUnderstood.flatMap { [$0.reason, $0.hint ?? ""] }
    #expect(said.count > 10)
    for canary in Self.canaries { #expect(!said.joined().lowercased().contains(canary), "\(canary)") }
  }

  @Test("UIDs that look alike, or like the key of a series' session, are sessions of their own")
  func similarUIDs() throws {
    let uids = [
      "ab", "a\u{200B}b", "a\u{AD}b", "a b", "a  b", " a b", "a\\nb", "\u{202E}ab", "AB", "\u{200B}", "\u{200D}",
      "e\u{301}", "\u{E9}", "\u{C5}", "\u{212B}", "A\u{30A}", "\u{FB01}", "fi",
      "a\u{E0100}b", "a \u{301}b", "series/20261216T100000Z", "../ab", "/ab",
    ]
    let times = ["DTSTART:20261216T100000Z", "DTEND:20261216T105000Z", "SUMMARY:C1"]
    let events =
      uids.map { TemporaryPractice.event($0, times[0], times[1], times[2]) }
      + [TemporaryPractice.event("series", times[0], times[1], times[2], "RRULE:FREQ=WEEKLY;COUNT=1")]
    let practice = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(events.joined(separator: "\n"))
    ])
    let situation = try practice.read().situation
    let keys = try #require(situation.diaries[ClinicianID("ann")]).sessions.map(\.id.key)
    #expect(Set(keys).count == uids.count + 1, "\(keys)")
    #expect(Set(keys).isSuperset(of: ["ab", "a b", "AB", "../ab", "/ab", "series/20261216T100000Z"]))
    for key in keys {
      let decision = "decisions:\n  - {wait: true, session: \"\(key.replacing("\"", with: "\\\""))\"}\n"
      try practice.write("decisions.yaml", decision)
      #expect(try practice.read().situation.decisions.map(\.session?.key) == [key], "\(key)")
    }
  }

  @Test("Names of files are shown without control characters and marks of direction, and told apart")
  func fileNames() throws {
    let names = ["a\u{1B}[31m.ics", "a\u{7}[31m.ics", "b\nc.ics", "\u{202E}d\u{2066}.ics", "\u{E9}.ics"]
    let event = TemporaryPractice.event("x", "DTSTART:20261216T100000Z", "DTEND:20261216T105000Z", "SUMMARY:C1")
    let practice = try TemporaryPractice(["clinicians/ann/odd\u{1B}.txt": "x"])
    try practice.remove("clinicians/ann.ics")
    for name in names { try practice.write("clinicians/ann/\(name)", TemporaryPractice.calendar(event)) }
    let result = try practice.read()
    let shown = Set(result.reading.ledger.map(\.file) + result.reading.intervals.map(\.source.file))
    #expect(
      shown == [
        "clinicians/ann/a\\u{1B}[31m.ics", "clinicians/ann/a\\u{7}[31m.ics", "clinicians/ann/b\\u{A}c.ics",
        "clinicians/ann/\\u{202E}d\\u{2066}.ics", "clinicians/ann/\u{E9}.ics", "clinicians/ben.ics",
      ])
    #expect(
      result.reading.remarks.contains("clinicians/ann/odd\\u{1B}.txt: this is no .ics file, and is not read"))
    #expect(names.allSatisfy { result.files.contains("clinicians/ann/\($0)") })
    for name in names { try practice.write("clinicians/ann/\(name)", "no calendar") }
    let problems = practice.problems()
    #expect(problems.count == names.count)
    for problem in problems {
      #expect(
        !problem.unicodeScalars.contains { $0 != "\n" && ($0.value < 32 || $0 == "\u{202E}" || $0 == "\u{2066}") })
      #expect(problem.split(separator: "\n").count == 2)
    }
  }

  @Test("No damage to a file makes the reader stop, and each is either read or told", arguments: 0..<8)
  func mutations(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let decisions = "decisions:\n  - {assign: ben, client: C1, absence: ann 2026-12-21, by: x, why: \"a: b\"}\n"
    let practice = try TemporaryPractice(["decisions.yaml": decisions])
    let pieces = Array("&*:-?[]{}|>'\"%@`\t\n\r,;#!\0\u{7F}é\u{202E}".utf8) + [0xFF, 0xC3]
    for name in ["practice.yaml", "clients.csv", "decisions.yaml", "clinicians/ann.ics"] {
      let original = try Data(contentsOf: practice.url.appendingPathComponent(name))
      for _ in 0..<25 {
        var bytes = [UInt8](original)
        for _ in 0...next(4) {
          switch next(3) {
          case 0: bytes.insert(pieces[next(pieces.count)], at: next(bytes.count + 1))
          case 1: bytes.remove(at: next(bytes.count))
          default: bytes[next(bytes.count)] = pieces[next(pieces.count)]
          }
        }
        try practice.write(name, Data(bytes))
        for problem in practice.problems() {
          #expect(!problem.isEmpty && !problem.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
        }
      }
      try practice.write(name, original)
    }
    #expect(practice.problems().isEmpty)
  }
}

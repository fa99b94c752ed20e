import CivilTime
import CoverDomain
import CoverIntake
import Foundation
import Testing

@Suite("The files of a practice folder")
struct FolderTests {
  private let session = TemporaryPractice.event(
    "one", "DTSTART:20261216T100000Z", "DTEND:20261216T105000Z", "SUMMARY:C1")

  @Test("A folder of calendars is read file by file, with folders within")
  func vdir() throws {
    let practice = try TemporaryPractice([
      "clinicians/ann/work/a.ics": TemporaryPractice.calendar(session),
      "clinicians/ann/work/color": "#ff0000",
      "clinicians/ann/b.ICS": TemporaryPractice.calendar(
        TemporaryPractice.event("two", "DTSTART:20261217T100000Z", "DTEND:20261217T105000Z", "SUMMARY:C1")),
      "clinicians/ann/notes.txt": "x", "clinicians/ann/.hidden.ics": "x",
    ])
    try practice.remove("clinicians/ann.ics")
    let result = try practice.read()
    #expect(result.situation.diaries[ClinicianID("ann")]?.sessions.map(\.id.key) == ["one", "two"])
    #expect(
      result.reading.ledger.map(\.file) == ["clinicians/ann/b.ICS", "clinicians/ann/work/a.ics", "clinicians/ben.ics"])
    #expect(
      result.reading.remarks == [
        "clinicians/ann/notes.txt: this is no .ics file, and is not read",
        "clinicians/ben.ics: the calendar holds no events",
      ])
  }

  @Test("Calendars may be named, several a clinician, files and folders")
  func named() throws {
    let yaml = (TemporaryPractice.standard["practice.yaml"] ?? "")
      .replacing("    email: ann@practice.example\n", with: "    calendars: [shared/a.ics, ./clinicians/ann]\n")
    let practice = try TemporaryPractice([
      "practice.yaml": yaml, "shared/a.ics": TemporaryPractice.calendar(session),
      "clinicians/ann/x.ics": TemporaryPractice.calendar(""),
    ])
    let result = try practice.read()
    #expect(result.reading.ledger.map(\.file) == ["clinicians/ann/x.ics", "clinicians/ben.ics", "shared/a.ics"])
    #expect(result.reading.remarks.contains { $0.hasPrefix("clinicians/ann.ics: this belongs to no clinician") })
  }

  @Test("One session in two exports of a clinician's calendar counts once, and where they differ it is said")
  func twice() throws {
    let practice = try TemporaryPractice([
      "clinicians/ann/a.ics": TemporaryPractice.calendar(session),
      "clinicians/ann/b.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("one", "DTSTART:20261216T130000Z", "DTEND:20261216T135000Z", "SUMMARY:C1")),
    ])
    try practice.remove("clinicians/ann.ics")
    let result = try practice.read()
    #expect(result.situation.diaries[ClinicianID("ann")]?.sessions.count == 1)
    #expect(
      result.reading.remarks.contains {
        $0.contains("one session stands at different times here and in clinicians/ann/a.ics:4")
      })
  }

  @Test("A shared invitation is a session of each clinician in whose calendar it stands")
  func shared() throws {
    let result = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(session),
      "clinicians/ben.ics": TemporaryPractice.calendar(session),
    ]).read()
    #expect(result.situation.diaries.values.map { $0.sessions.map(\.id.key) } == [["one"], ["one"]])
  }

  @Test("Session keys are the UID, or the UID and the original time in UTC, also of whole days and moved occurrences")
  func keys() throws {
    let events = [
      TemporaryPractice.event(
        "series", "DTSTART;TZID=Europe/Berlin:20261214T110000", "DTEND;TZID=Europe/Berlin:20261214T115000",
        "RRULE:FREQ=WEEKLY;COUNT=2", "SUMMARY:C1"),
      TemporaryPractice.event(
        "series", "RECURRENCE-ID;TZID=Europe/Berlin:20261221T110000", "DTSTART;TZID=Europe/Berlin:20261222T150000",
        "DTEND;TZID=Europe/Berlin:20261222T155000"),
      TemporaryPractice.event("days", "DTSTART;VALUE=DATE:20261216", "RRULE:FREQ=DAILY;COUNT=1", "SUMMARY:C1"),
      TemporaryPractice.event("single", "DTSTART:20261217T100000", "DTEND:20261217T110000", "SUMMARY:C1"),
    ]
    let result = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(events.joined(separator: "\n"))
    ]).read()
    #expect(
      result.situation.diaries[ClinicianID("ann")]?.sessions.map { "\($0.id.key) \($0.interval.start.iso8601)" } == [
        "series/20261214T100000Z 2026-12-14T10:00:00Z", "days/20261216T000000Z 2026-12-16T00:00:00Z",
        "single 2026-12-17T10:00:00Z", "series/20261221T100000Z 2026-12-22T14:00:00Z",
      ])
  }

  @Test("Sessions are read for the whole weeks around the window")
  func margins() throws {
    let events = TemporaryPractice.event(
      "daily", "DTSTART:20260101T100000Z", "DTEND:20260101T105000Z", "RRULE:FREQ=DAILY", "SUMMARY:C1")
    let result = try TemporaryPractice(["clinicians/ann.ics": TemporaryPractice.calendar(events)]).read()
    let days =
      result.situation.diaries[ClinicianID("ann")]?.sessions.map {
        result.situation.practice.zone.day(of: $0.interval.start)
      } ?? []
    let window = result.situation.window
    #expect((days.first ?? window.to) <= window.from.week.monday)
    #expect((days.last ?? window.from) >= (window.to - 1).week.monday + 6)
    #expect(result.reading.intervals.count == 28)
  }

  @Test("A symbolic link that leads out of the folder is refused, one within it is followed")
  func links() throws {
    let outside = try TemporaryPractice()
    let practice = try TemporaryPractice()
    try practice.remove("clinicians/ann.ics")
    let link = practice.url.appendingPathComponent("clinicians/ann.ics").path
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: outside.url.appendingPathComponent("clinicians/ann.ics").path)
    #expect(
      practice.problems() == [
        "clinicians/ann.ics: a symbolic link leads out of the practice folder\nhint: put the file itself into the folder"
      ])
    try practice.remove("clinicians/ann.ics")
    try practice.write("exports/a.ics", TemporaryPractice.calendar(session))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../exports/a.ics")
    #expect(try practice.read().situation.diaries[ClinicianID("ann")]?.sessions.count == 1)
  }

  @Test("What is no file, and a folder that is not there, are told")
  func odd() throws {
    let practice = try TemporaryPractice()
    try practice.remove("clients.csv")
    try practice.write("clients.csv/x", "")
    #expect(
      practice.problems() == ["clients.csv: this is not a file\nhint: put a plain file of this name here"])
    let missing = Intake(folder: URL(fileURLWithPath: "/nowhere/at/all"), options: .december)
    #expect(throws: IntakeFailure.self) { try missing.read() }
  }

  @Test("An empty folder of calendars is no free calendar")
  func emptyFolder() throws {
    let practice = try TemporaryPractice(["clinicians/ann/color": "red"])
    try practice.remove("clinicians/ann.ics")
    #expect(practice.problems().first?.hasPrefix("clinicians/ann: the folder holds no calendar (.ics)") == true)
  }

  @Test(
    "A folder that may not be read is no folder without calendars", .enabled(if: geteuid() != 0),
    arguments: ["clinicians/ann", "clinicians/ann/work", "clinicians", "replies", "templates", ""])
  func unreadableFolder(path: String) throws {
    let practice = try TemporaryPractice([
      "clinicians/ann/work/a.ics": TemporaryPractice.calendar(session), "replies/x/y": "", "templates/x/y": "",
    ])
    try practice.remove("clinicians/ann.ics")
    let folder = path.isEmpty ? practice.url.path : practice.url.appendingPathComponent(path).path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder)
    let problems = practice.problems()
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
    #expect(
      problems == [
        "\(path.isEmpty ? practice.url.path : path): the folder cannot be read\nhint: check who may read it (chmod u+rx)"
      ])
  }

  @Test("Links within a folder of calendars are not followed upwards, out of the practice, or to what is published")
  func linksInFolders() throws {
    let outside = try TemporaryPractice()
    let practice = try TemporaryPractice([
      "clinicians/ann/work/a.ics": TemporaryPractice.calendar(session), "cover/x.ics": TemporaryPractice.calendar(""),
      "elsewhere/b.ics": TemporaryPractice.calendar(""),
    ])
    try practice.remove("clinicians/ann.ics")
    let targets = [
      "up": "..", "self": ".", "top": "../..", "published": "../../cover", "out": outside.url.path,
      "elsewhere": "../../elsewhere",
    ]
    for (name, target) in targets {
      try FileManager.default.createSymbolicLink(
        atPath: practice.url.appendingPathComponent("clinicians/ann/\(name)").path, withDestinationPath: target)
    }
    let result = try practice.read()
    #expect(
      result.reading.ledger.map(\.file) == [
        "clinicians/ann/elsewhere/b.ics", "clinicians/ann/work/a.ics", "clinicians/ben.ics",
      ])
    let upwards = "a symbolic link leads to a folder that this one lies in, or to cover/, and is not followed"
    #expect(
      result.reading.remarks.filter { $0.contains("link") } == [
        "clinicians/ann/out: a symbolic link leads out of the practice folder, and is not followed",
        "clinicians/ann/published: \(upwards)", "clinicians/ann/self: \(upwards)", "clinicians/ann/top: \(upwards)",
        "clinicians/ann/up: \(upwards)",
      ])
  }

  @Test(
    "The practice folder itself and what is published are nobody's calendar",
    arguments: [".", "./", "cover", "./cover/practice.ics", "COVER/x", "link", "linked.ics"])
  func refusedCalendars(path: String) throws {
    let yaml = (TemporaryPractice.standard["practice.yaml"] ?? "")
      .replacing("    email: ann@practice.example\n", with: "    calendars: [\(path)]\n")
    let practice = try TemporaryPractice(["practice.yaml": yaml, "cover/x.ics": TemporaryPractice.calendar("")])
    for (name, target) in ["link": ".", "linked.ics": "cover/x.ics"] {
      try FileManager.default.createSymbolicLink(
        atPath: practice.url.appendingPathComponent(name).path, withDestinationPath: target)
    }
    let problems = practice.problems()
    #expect(problems.count == 1)
    #expect(problems.first?.contains("the practice folder itself, or") == true)
    #expect(problems.first?.contains("\nhint: give the calendar that the clinician keeps") == true)
  }

  @Test("A calendar that a link leads nowhere to is not passed over")
  func dangling() throws {
    let practice = try TemporaryPractice(["clinicians/ann/a.ics": TemporaryPractice.calendar(session)])
    try practice.remove("clinicians/ann.ics")
    try FileManager.default.createSymbolicLink(
      atPath: practice.url.appendingPathComponent("clinicians/ann/b.ics").path, withDestinationPath: "gone.ics")
    #expect(practice.problems().first?.hasPrefix("clinicians/ann/b.ics: there is no such file") == true)
  }

  @Test("A calendar in UTF-16 is named as such")
  func utf16() throws {
    let practice = try TemporaryPractice()
    let data = try #require(TemporaryPractice.calendar(session).data(using: .utf16))
    try practice.write("clinicians/ann.ics", data)
    #expect(
      practice.problems() == ["clinicians/ann.ics:1: the file is UTF-16, not UTF-8\nhint: save it as UTF-8"])
  }

  @Test("A byte order mark, CRLF and LF line ends are fine in every file")
  func lineEnds() throws {
    var files = TemporaryPractice.standard
    for name in ["practice.yaml", "clients.csv"] {
      files[name] = "\u{FEFF}" + (files[name] ?? "").replacing("\n", with: "\r\n")
    }
    files["decisions.yaml"] = "\u{FEFF}decisions:\r\n  - {wait: true, client: C1}\r\n"
    files["clinicians/ann.ics"] = "\u{FEFF}" + TemporaryPractice.calendar(session).replacing("\r\n", with: "\n")
    let result = try TemporaryPractice(files).read()
    #expect(result.situation.clients.count == 2)
    #expect(result.situation.decisions.count == 1)
    #expect(result.situation.diaries[ClinicianID("ann")]?.sessions.count == 1)
  }

  @Test("Templates of the practice's own are handed on; every file that was read is listed")
  func templates() throws {
    let result = try TemporaryPractice([
      "templates/notice.txt": "Dear {{name}}", "leave.ics": TemporaryPractice.calendar(""),
    ]).read()
    #expect(result.templates == ["notice.txt": "Dear {{name}}"])
    #expect(result.reading.remarks.contains { $0.hasPrefix("templates: ") })
    #expect(
      result.files == [
        "clients.csv", "clinicians/ann.ics", "clinicians/ben.ics", "leave.ics", "practice.yaml", "templates/notice.txt",
      ])
  }

  @Test("The order of events in a file changes nothing")
  func order() throws {
    let events = (1...6).map { number in
      TemporaryPractice.event(
        "e\(number)", "DTSTART:2026121\(number)T100000Z", "DTEND:2026121\(number)T105000Z",
        "SUMMARY:\(["C1", "C2", "Leave"][number % 3])")
    }
    let one = try TemporaryPractice(["clinicians/ann.ics": TemporaryPractice.calendar(events.joined(separator: "\n"))])
      .read()
    let other = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(events.reversed().joined(separator: "\n"))
    ]).read()
    #expect(one.situation.demands.map(\.session.id) == other.situation.demands.map(\.session.id))
    #expect(one.reading.intervals.map(\.interval) == other.reading.intervals.map(\.interval))
    #expect(one.reading.ledger == other.reading.ledger)
  }

  @Test("A component that cannot be understood is named by its line, and whether it may lie in the window")
  func notUnderstood() throws {
    let events = [
      TemporaryPractice.event("a", "DTSTART:20261216T100000Z", "DTEND:20261215T100000Z", "SUMMARY:Secret text"),
      TemporaryPractice.event("b", "DTSTART:20240101T100000Z", "DTEND:20231215T100000Z", "SUMMARY:Secret text"),
      TemporaryPractice.event("c", "SUMMARY:Secret text"),
      TemporaryPractice.event("d", "DTSTART:20400101T100000Z", "RRULE:FREQ=FORTNIGHTLY", "SUMMARY:Secret text"),
      TemporaryPractice.event("e", "DTSTART:20200101T100000Z", "RRULE:FREQ=FORTNIGHTLY", "SUMMARY:Secret text"),
    ]
    let reading = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(events.joined(separator: "\n"))
    ]).read().reading
    #expect(reading.notUnderstood.map(\.source.uid) == ["a", "b", "c", "d", "e"])
    #expect(reading.notUnderstood.map(\.mayMatter) == [true, false, true, false, true])
    #expect(!reading.notUnderstood.contains { $0.reason.contains("Secret") })
    #expect(reading.ledger.first?.count(.notUnderstood) == 5)
  }
}

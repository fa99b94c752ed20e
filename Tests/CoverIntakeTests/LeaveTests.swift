import CivilTime
import CoverDomain
import CoverIntake
import Testing

@Suite("Leave, closures and the window")
struct LeaveTests {
  private func leave(_ title: String, _ lines: [String] = []) throws -> Intake.Result {
    try TemporaryPractice([
      "leave.ics": TemporaryPractice.calendar(
        ([
          "BEGIN:VEVENT", "UID:one", "DTSTAMP:20261101T090000Z", "DTSTART;VALUE=DATE:20261221",
          "DTEND;VALUE=DATE:20261224",
        ]
          + ["SUMMARY:\(title)", "TRANSP:TRANSPARENT"] + lines + ["END:VEVENT"]).joined(separator: "\n"))
    ]).read()
  }

  @Test(
    "In leave.ics an event is the leave of whom its attendee, title or organiser names",
    arguments: [
      ("Ann Archer", []), ("Dr Ann Archer – away", []), ("Archer, Ann", []), ("ann", []), ("ANN: half term", []),
      ("Away", ["ATTENDEE:mailto:ann@practice.example"]), ("Away", ["ORGANIZER:MAILTO:ANN@practice.example"]),
      ("Away", ["ORGANIZER:mailto:ben@practice.example", "ATTENDEE:mailto:ann@practice.example"]),
      (
        "Away",
        [
          "ORGANIZER:mailto:ben@practice.example", "ATTENDEE:mailto:ben@practice.example",
          "ATTENDEE:mailto:ann@practice.example",
        ]
      ),
      ("Ann Archer", ["ORGANIZER:mailto:ben@practice.example"]),
      ("Ann Archer", ["ATTENDEE:mailto:ann@practice.example", "ATTENDEE:mailto:ben@practice.example"]),
    ])
  func whose(title: String, lines: [String]) throws {
    let result = try leave(title, lines)
    #expect(result.situation.absences.map(\.clinician.text) == ["ann"])
    #expect(result.reading.ledger.first { $0.file == "leave.ics" }?.count(.leave) == 1)
  }

  @Test(
    "In leave.ics an event is the leave of everybody whom its title names, or who is invited",
    arguments: [
      ("Ann and Ben", []),
      ("Away", ["ATTENDEE:mailto:ben@practice.example", "ATTENDEE:mailto:ann@practice.example"]),
      ("Ann Archer, Ben Brook", ["ATTENDEE:mailto:ben@practice.example", "ATTENDEE:mailto:ann@practice.example"]),
    ])
  func several(title: String, lines: [String]) throws {
    let result = try leave(title, lines)
    #expect(result.situation.absences.map(\.clinician.text) == ["ann", "ben"])
    #expect(result.reading.intervals.count { $0.kind == .leave } == 1)
    #expect(!result.reading.needsPerson)
  }

  @Test("Leave whose title and invitation name different people is nobody's, and holds the time of both")
  func unclear() throws {
    let result = try leave("Ben Brook", ["ATTENDEE:mailto:ann@practice.example"])
    #expect(result.situation.absences.isEmpty && result.reading.needsPerson)
    #expect(
      result.reading.notUnderstood.map(\.reason) == ["whose leave this is is not clear: it names ann, ben"])
    for id in ["ann", "ben"] {
      #expect(result.situation.diaries[ClinicianID(id)]?.busy.map(\.length) == [3 * 86_400])
    }
  }

  @Test(
    "Leave of nobody who is known is not understood",
    arguments: [
      ("Away", []), ("Joanna", []), ("Ben", ["ATTENDEE:mailto:ann@practice.example"]), ("Annette", []),
    ])
  func notUnderstood(title: String, lines: [String]) throws {
    let result = try leave(title, lines)
    #expect(result.situation.absences.isEmpty)
    let told = try #require(result.reading.notUnderstood.first)
    #expect(told.source.file == "leave.ics" && told.source.line == 4 && told.mayMatter)
    #expect(result.reading.needsPerson)
    #expect(!told.reason.contains("Joanna"))
  }

  @Test("Unattributed leave that lies outside the window is outside, and needs nobody")
  func outside() throws {
    let result = try TemporaryPractice([
      "leave.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("one", "DTSTART;VALUE=DATE:20260101", "SUMMARY:Away"))
    ]).read()
    #expect(result.reading.ledger.first { $0.file == "leave.ics" }?.count(.outside) == 1)
    #expect(!result.reading.needsPerson)
  }

  @Test("Every event of closures.ics closes the practice")
  func closures() throws {
    let result = try TemporaryPractice([
      "closures.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("one", "DTSTART;VALUE=DATE:20261225", "SUMMARY:Maria Rossi", "TRANSP:TRANSPARENT"))
    ]).read()
    #expect(result.situation.closures.map(\.interval.start.iso8601) == ["2026-12-25T00:00:00Z"])
    #expect(result.reading.intervals.map(\.kind) == [.closure])
  }

  @Test(
    "An event in the leave that matches nobody is listed with the nearest clients; all-day and transparent ones are not"
  )
  func unrecognised() throws {
    let events = [
      TemporaryPractice.event(
        "off", "DTSTART;VALUE=DATE:20261221", "DTEND;VALUE=DATE:20261224", "SUMMARY:Annual leave"),
      TemporaryPractice.event("a", "DTSTART:20261221T100000Z", "DTEND:20261221T105000Z", "SUMMARY:M. Rossi"),
      TemporaryPractice.event("b", "DTSTART:20261222T100000Z", "DTEND:20261222T105000Z", "SUMMARY:MR"),
      TemporaryPractice.event("c", "DTSTART;VALUE=DATE:20261222", "SUMMARY:Stock-taking"),
      TemporaryPractice.event(
        "d", "DTSTART:20261223T100000Z", "DTEND:20261223T105000Z", "SUMMARY:Gym", "TRANSP:TRANSPARENT"),
      TemporaryPractice.event("e", "DTSTART:20261224T100000Z", "DTEND:20261224T105000Z", "SUMMARY:Somebody"),
      TemporaryPractice.event("f", "DTSTART:20261223T120000Z", "DTEND:20261223T125000Z", "SUMMARY:C1"),
    ]
    let result = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(events.joined(separator: "\n"))
    ]).read()
    #expect(result.reading.unrecognised.map(\.source.uid) == ["a", "b"])
    #expect(result.reading.unrecognised.map(\.summary) == ["M. Rossi", "MR"])
    #expect(result.reading.unrecognised.map { $0.candidates.map(\.text) } == [["C1"], ["C1"]])
    #expect(result.reading.needsPerson)
    #expect(result.situation.demands.map(\.session.id.key) == ["f"])
  }

  @Test("An unrecognised event that fits several clients of one name lists them, whoever's they are")
  func sameName() throws {
    let events = [
      TemporaryPractice.event("off", "DTSTART;VALUE=DATE:20261221", "SUMMARY:Annual leave"),
      TemporaryPractice.event("a", "DTSTART:20261221T100000Z", "DTEND:20261221T105000Z", "SUMMARY:Tom Jones"),
    ]
    let result = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(events.joined(separator: "\n")),
      "clients.csv": "id,name,clinician\nC1,Maria Rossi,ann\nC2,Tom Jones,ben\nC3,Tom Jones,ben\n",
    ]).read()
    #expect(result.reading.unrecognised.map { $0.candidates.map(\.text) } == [["C2", "C3"]])
  }

  @Test("Leave that names a colleague is the calendar's clinician's all the same, and a remark says so")
  func another() throws {
    func remarks(_ title: String) throws -> [String] {
      let result = try TemporaryPractice([
        "clinicians/ann.ics": TemporaryPractice.calendar(
          TemporaryPractice.event("off", "DTSTART;VALUE=DATE:20261221", "SUMMARY:\(title)"))
      ]).read()
      #expect(result.situation.absences.map(\.clinician.text) == ["ann"])
      return result.reading.remarks.filter { $0.hasPrefix("clinicians/ann.ics") }
    }
    #expect(
      try remarks("Ben Brook on leave") == [
        "clinicians/ann.ics:4: this leave of 'ann' names 'ben': put another's leave into their calendar or leave.ics"
      ])
    #expect(try remarks("Ann Archer and Ben Brook on leave").isEmpty)
    #expect(try remarks("Leave").isEmpty)
  }

  @Test("Leave of the command line counts like any other, both days included")
  func extra() throws {
    let monday = try #require(Day("2026-12-21"))
    let options = IntakeOptions(
      from: Day("2026-12-14"), to: Day("2027-01-11"), now: IntakeOptions.december.now,
      extraLeave: [.init(clinician: ClinicianID("ann"), days: monday...(monday + 2))])
    let result = try TemporaryPractice().read(options)
    #expect(result.situation.absences.map(\.dayCount) == [3])
    #expect(result.reading.intervals.map(\.source.file) == ["--leave"])
    let wrong = IntakeOptions(
      now: IntakeOptions.december.now, extraLeave: [.init(clinician: ClinicianID("anne"), days: monday...monday)])
    #expect(
      try TemporaryPractice().problems(wrong) == [
        "--leave names 'anne', who is no clinician of practice.yaml: did you mean 'ann'?"
      ])
  }

  private func away(_ from: String, _ to: String) -> [String: String] {
    [
      "clinicians/ann.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("off", "DTSTART;VALUE=DATE:\(from)", "DTEND;VALUE=DATE:\(to)", "SUMMARY:Leave"))
    ]
  }

  @Test(
    "The window runs for six weeks from the day of now, or until an absence that has begun by then ends",
    arguments: [
      ("20261221", "20261224", "2027-01-25"), ("20270122", "20270201", "2027-02-01"),
      ("20270124", "20270301", "2027-03-01"), ("20270125", "20270301", "2027-01-25"),
      ("20261101", "20261214", "2027-01-25"), ("20261101", "20270210", "2027-02-10"),
    ])
  func window(from: String, to: String, end: String) throws {
    let result = try TemporaryPractice(away(from, to)).read(IntakeOptions(now: IntakeOptions.december.now))
    #expect(result.situation.window.from.iso8601 == "2026-12-14")
    #expect(result.situation.window.to.iso8601 == end)
  }

  @Test("Leave of the command line is planned for, and where another end is named, what lies beyond it is said")
  func extraLeave() throws {
    let days = try #require(LeaveText.days("2027-02-01..2027-03-14"))
    func options(to: String?) -> IntakeOptions {
      IntakeOptions(
        to: to.flatMap { Day($0) }, now: IntakeOptions.december.now,
        extraLeave: [.init(clinician: ClinicianID("ben"), days: days)])
    }
    let reached = try TemporaryPractice(away("20270310", "20270320")).read(options(to: nil))
    #expect(reached.situation.window.to.iso8601 == "2027-03-20")
    #expect(reached.situation.absencesInWindow.map(\.clinician.text) == ["ben", "ann"])
    let named = try TemporaryPractice().read(options(to: "2027-01-11"))
    #expect(named.situation.window.to.iso8601 == "2027-01-11")
    #expect(
      named.reading.remarks.contains {
        $0.hasPrefix("--leave: the leave of ben from 2027-02-01 lies outside the days that are planned")
      })
  }

  @Test("Now is a day of the practice's zone")
  func zone() throws {
    let practice = (TemporaryPractice.standard["practice.yaml"] ?? "").replacing(
      "Europe/London", with: "Pacific/Auckland")
    let result = try TemporaryPractice(["practice.yaml": practice]).read(IntakeOptions(now: IntakeOptions.december.now))
    #expect(result.situation.window.from.iso8601 == "2026-12-15")
  }

  @Test("Days around the present, and weeks from the next Monday, are counted from the practice's day")
  func relativeDays() throws {
    let practice = try TemporaryPractice([
      "practice.yaml": (TemporaryPractice.standard["practice.yaml"] ?? "").replacing(
        "Europe/London", with: "Pacific/Auckland")
    ])
    // Monday morning in Auckland, and still Sunday in London.
    let now = try #require(Instant("2026-11-22T18:00:00Z"))
    func window(_ days: IntakeOptions.Days) throws -> String {
      let window = try practice.read(IntakeOptions(now: now, days: days)).situation.window
      return "\(window.from.iso8601) \(window.to.iso8601)"
    }
    #expect(try window(.weeks(4)) == "2026-11-30 2026-12-28")
    #expect(try window(.around(before: 3, after: 4)) == "2026-11-20 2026-11-27")
    #expect(try window(.planned) == "2026-11-23 2027-01-04")
  }

  @Test("An absence without end does not make a window without end, and that is said")
  func longAbsence() throws {
    let result = try TemporaryPractice(away("20261220", "20300101")).read(
      IntakeOptions(now: IntakeOptions.december.now))
    #expect(result.situation.window.to - result.situation.window.from == 366)
    #expect(result.reading.remarks.contains { $0.contains("the planning window ends before 2027-12-15") })
  }

  @Test("A window without days, or out of all bounds, is refused as an option")
  func badWindow() throws {
    let now = IntakeOptions.december.now
    let practice = try TemporaryPractice()
    #expect(practice.problems(IntakeOptions(from: Day("2026-12-14"), to: Day("2026-12-14"), now: now)).count == 1)
    #expect(practice.problems(IntakeOptions(from: Day("1969-12-14"), now: now)).count == 1)
    #expect(practice.problems(IntakeOptions(from: Day("2026-12-14"), to: Day("2036-12-14"), now: now)).count == 1)
  }

  @Test("A weekend does not split an absence, a working day between does; also far from the window")
  func absences() throws {
    let events = [
      ("20261217", "20261219"), ("20261221", "20261222"), ("20261223", "20261224"), ("20260803", "20260808"),
      ("20260817", "20260822"),
    ]
    .map { TemporaryPractice.event("u\($0)", "DTSTART;VALUE=DATE:\($0)", "DTEND;VALUE=DATE:\($1)", "SUMMARY:Leave") }
    let result = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(events.joined(separator: "\n"))
    ]).read()
    #expect(
      result.situation.absences.map { "\($0.days.lowerBound.iso8601) \($0.dayCount)" } == [
        "2026-08-03 5", "2026-08-17 5", "2026-12-17 5", "2026-12-23 1",
      ])
  }

  @Test("Recurring leave and leave by VFREEBUSY and VAVAILABILITY count")
  func otherLeave() throws {
    let components = [
      TemporaryPractice.event("fridays", "DTSTART;VALUE=DATE:20261218", "RRULE:FREQ=WEEKLY;COUNT=2", "SUMMARY:Leave"),
      "BEGIN:VFREEBUSY\nUID:fb\nDTSTAMP:20261101T090000Z\nFREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261215T090000Z/PT2H\n"
        + "FREEBUSY:20261216T090000Z/PT1H\nFREEBUSY;FBTYPE=FREE:20261217T090000Z/PT1H\nEND:VFREEBUSY",
      "BEGIN:VAVAILABILITY\nUID:va\nDTSTAMP:20261101T090000Z\nDTSTART:20270104T000000Z\nDTEND:20270106T000000Z\nEND:VAVAILABILITY",
    ]
    let result = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(components.joined(separator: "\n"))
    ]).read()
    let diary = try #require(result.situation.diaries[ClinicianID("ann")])
    #expect(
      diary.leave.map(\.interval.start.iso8601) == [
        "2026-12-15T09:00:00Z", "2026-12-18T00:00:00Z", "2026-12-25T00:00:00Z", "2027-01-04T00:00:00Z",
      ])
    #expect(diary.busy.map(\.start.iso8601) == ["2026-12-16T09:00:00Z"])
    let entry = try #require(result.reading.ledger.first)
    #expect(entry.addsUp && entry.count(.leave) == 3)
    #expect(result.reading.unrecognised.isEmpty)
  }

  @Test("Hours are those of practice.yaml, else of VAVAILABILITY, else the practice's")
  func hours() throws {
    let availability = """
      BEGIN:VAVAILABILITY
      UID:va
      DTSTAMP:20261101T090000Z
      DTSTART:20261214T000000Z
      DTEND:20261221T000000Z
      BEGIN:AVAILABLE
      UID:va-1
      DTSTAMP:20261101T090000Z
      DTSTART:20261215T100000Z
      DTEND:20261215T120000Z
      END:AVAILABLE
      END:VAVAILABILITY
      """
    let files = [
      "clinicians/ann.ics": TemporaryPractice.calendar(availability),
      "clinicians/ben.ics": TemporaryPractice.calendar(""),
    ]
    func hours(_ files: [String: String]) throws -> [String] {
      let situation = try TemporaryPractice(files).read().situation
      let start = try #require(Instant("2026-12-14T00:00:00Z"))
      let time = Interval(start: start, seconds: 8 * 86_400)
      return situation.workingTime[ClinicianID("ann")]?.overlapping(time).map {
        "\($0.start.iso8601) \($0.length / 3_600)"
      } ?? []
    }
    #expect(try hours(files) == ["2026-12-15T10:00:00Z 2", "2026-12-21T09:00:00Z 8"])
    let practice = (TemporaryPractice.standard["practice.yaml"] ?? "")
      .replacing("  - id: ben\n", with: "    hours: {wed: \"08:00-24:00\"}\n  - id: ben\n")
    #expect(try hours(files.merging(["practice.yaml": practice]) { $1 }) == ["2026-12-16T08:00:00Z 16"])
    #expect(try hours([:]).count == 6)
  }
}

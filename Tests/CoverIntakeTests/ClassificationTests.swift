import CivilTime
import CoverDomain
import CoverIntake
import Testing

@Suite("What an event in a clinician's calendar means")
struct ClassificationTests {
  /// How the one event of ann's calendar was read: its ledger kind and its clients.
  private func read(
    _ lines: [String], practice: String? = nil, clients: String? = nil
  ) throws -> (kind: LedgerKind?, clients: [String], result: Intake.Result) {
    var files = [
      "clinicians/ann.ics": TemporaryPractice.calendar(
        (["BEGIN:VEVENT", "UID:one", "DTSTAMP:20261101T090000Z", "DTSTART:20261216T100000Z", "DTEND:20261216T105000Z"]
          + lines + ["END:VEVENT"]).joined(separator: "\n"))
    ]
    files["practice.yaml"] = practice
    files["clients.csv"] = clients
    let result = try TemporaryPractice(files).read()
    let entry = try #require(result.reading.ledger.first { $0.file == "clinicians/ann.ics" })
    #expect(entry.addsUp)
    let kind = LedgerKind.allCases.first { entry.count($0) == 1 }
    return (kind, result.reading.intervals.flatMap { $0.clients.map(\.text) }, result)
  }

  @Test(
    "Leave is marked by busy status, category or summary, in any case, and also where the event is transparent",
    arguments: [
      ["SUMMARY:Annual leave"], ["SUMMARY:ANNUAL LEAVE", "TRANSP:TRANSPARENT"], ["SUMMARY:On leave until Friday"],
      ["SUMMARY:Vacation"], ["SUMMARY:Bank holiday"], ["SUMMARY:time off"], ["SUMMARY:Out of office"],
      ["SUMMARY:Out-of-office"], ["SUMMARY:OOO"], ["SUMMARY:sick"], ["SUMMARY:Parental leave"],
      ["SUMMARY:maternity leave"], ["SUMMARY:Paternity leave"], ["SUMMARY:CBT training day"], ["SUMMARY:Conference"],
      ["SUMMARY:x", "CATEGORIES:Work,Vacation"], ["SUMMARY:x", "CATEGORIES:leave"],
      ["SUMMARY:x", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"], ["SUMMARY:x", "X-MICROSOFT-CDO-BUSYSTATUS:oof"],
      ["SUMMARY:x", "X-MICROSOFT-CDO-INTENDEDSTATUS:OOF"],
      ["SUMMARY:x", "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", "X-MICROSOFT-CDO-INTENDEDSTATUS:OOF"],
      ["SUMMARY:Leave?", "STATUS:TENTATIVE"],
    ])
  func leave(lines: [String]) throws {
    #expect(try read(lines).kind == .leave)
  }

  @Test(
    "A part of a word is no mark of leave, and what the clinician has set outweighs the organiser's wish",
    arguments: [
      ["SUMMARY:Cleaver workshop"], ["SUMMARY:Holidaymaker"], ["SUMMARY:homesick"], ["SUMMARY:Trainings"],
      ["SUMMARY:time  sheet off"], ["SUMMARY:x", "DESCRIPTION:annual leave"],
      ["SUMMARY:x", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY", "X-MICROSOFT-CDO-INTENDEDSTATUS:OOF"],
    ])
  func noLeave(lines: [String]) throws {
    #expect(try read(lines).kind == .busy)
  }

  @Test("The practice's own words count beside the built-in ones")
  func ownWords() throws {
    let practice =
      (TemporaryPractice.standard["practice.yaml"] ?? "")
      + "leave: {summaries: [urlaub, \"jour férié\"], categories: [Abwesend]}\n"
    #expect(try read(["SUMMARY:Urlaub!"], practice: practice).kind == .leave)
    #expect(try read(["SUMMARY:Jour ferie"], practice: practice).kind == .leave)
    #expect(try read(["SUMMARY:x", "CATEGORIES:abwesend"], practice: practice).kind == .leave)
    #expect(try read(["SUMMARY:Urlaubsplanung"], practice: practice).kind == .busy)
    #expect(try read(["SUMMARY:Sick"], practice: practice).kind == .leave)
  }

  @Test(
    "A client is found by X-PLAN-COVER-CLIENT, by an attendee's email, by id or name in the summary",
    arguments: [
      (["SUMMARY:x", "X-PLAN-COVER-CLIENT:C1"], ["C1"]),
      (["SUMMARY:C2", "X-PLAN-COVER-CLIENT:c1"], ["C1"]),
      (["SUMMARY:x", "X-PLAN-COVER-CLIENT:C1;C2"], ["C1", "C2"]),
      (["SUMMARY:x", "X-PLAN-COVER-CLIENT:C1\\;C2"], ["C1", "C2"]),
      (["SUMMARY:C2", "ATTENDEE:mailto:Maria@client.example"], ["C1"]),
      (["SUMMARY:x", "ATTENDEE:MAILTO:maria@client.example", "ATTENDEE:mailto:tom@client.example"], ["C1", "C2"]),
      (["SUMMARY:Session C1"], ["C1"]), (["SUMMARY:c1"], ["C1"]), (["SUMMARY:C1/C2 couple"], ["C1", "C2"]),
      (["SUMMARY:(C1)"], ["C1"]), (["SUMMARY:Maria Rossi"], ["C1"]), (["SUMMARY:maria ROSSI 2"], ["C1"]),
      (["SUMMARY:María Rossi"], ["C1"]), (["SUMMARY:Rossi\\, Maria"], ["C1"]),
      (["SUMMARY:Maria Rossi's review"], ["C1"]),
      (["SUMMARY:Maria-Rossi"], ["C1"]), (["SUMMARY:Maria Rossi & C2"], ["C1", "C2"]),
      (["SUMMARY:Maria Rossi annual leave review"], ["C1"]),
      (["SUMMARY:Maria Rossi", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"], ["C1"]),
    ])
  func session(lines: [String], clients: [String]) throws {
    let read = try read(lines)
    #expect(read.kind == .session)
    #expect(read.clients == clients)
  }

  @Test(
    "Initials, parts of a name and parts of an id are not enough",
    arguments: [
      "MR", "M. Rossi", "Maria", "Rossi", "Maria B. Rossi", "Mariarossi", "C11", "AC1", "C-1", "C1-old", "C1_a",
      "maria@client.example",
    ])
  func nobody(summary: String) throws {
    #expect(try read(["SUMMARY:\(summary)"]).kind == .busy)
  }

  @Test("An event that takes up no time is free, whoever it is with")
  func transparent() throws {
    #expect(try read(["SUMMARY:C1", "TRANSP:TRANSPARENT"]).kind == .free)
    #expect(try read(["SUMMARY:Lunch", "TRANSP:TRANSPARENT"]).kind == .free)
    #expect(try read(["SUMMARY:Lunch", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"]).kind == .free)
    #expect(try read(["SUMMARY:Lunch", "TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"]).kind == .busy)
  }

  @Test("A cancelled event is cancelled, and one outside the window is outside")
  func elsewhere() throws {
    #expect(try read(["SUMMARY:C1", "STATUS:CANCELLED"]).kind == .cancelled)
    let far = try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(
        TemporaryPractice.event("one", "DTSTART:20250101T100000Z", "DTEND:20250101T110000Z", "SUMMARY:C1"))
    ]).read()
    #expect(far.reading.ledger.first?.count(.outside) == 1)
  }

  @Test("An X-PLAN-COVER-CLIENT that names nobody is not understood, with its line")
  func unknownClient() throws {
    let read = try read(["SUMMARY:Maria Rossi", "X-PLAN-COVER-CLIENT:C9"])
    #expect(read.kind == .notUnderstood)
    let told = try #require(read.result.reading.notUnderstood.first)
    #expect(told.source == Source(file: "clinicians/ann.ics", line: 4, uid: "one"))
    #expect(told.reason == "X-PLAN-COVER-CLIENT names nobody of clients.csv")
    #expect(told.mayMatter)
    #expect(
      try self.read(["SUMMARY:x", "X-PLAN-COVER-CLIENT:C1;C9"]).result.reading.remarks.first?.contains(
        "not in clients.csv") == true)
  }

  @Test(
    "Of two clients of one name the clinician's own is meant; where neither is or both are, it is said and not guessed")
  func sameName() throws {
    let clients = "id,name,clinician\nC1,Maria Rossi,ann\nC2,Maria Rossi,ben\nC3,Tom Jones,ben\nC4,Tom Jones,ben\n"
    #expect(try read(["SUMMARY:Maria Rossi"], clients: clients).clients == ["C1"])
    let doubtful = try read(["SUMMARY:Tom Jones"], clients: clients)
    #expect(doubtful.kind == .busy)
    #expect(
      doubtful.result.reading.remarks.contains {
        $0.hasPrefix("clinicians/ann.ics:4: the summary fits several clients of one name (C3, C4)")
      })
    #expect(try read(["SUMMARY:Tom Jones (C4)"], clients: clients).clients == ["C4"])
    #expect(try read(["SUMMARY:Maria Rossi and Tom Jones"], clients: clients).kind == .busy)
  }

  @Test("A client of another clinician counts when id or whole name stands there")
  func coTherapist() throws {
    #expect(try read(["SUMMARY:Tom Jones"]).clients == ["C2"])
  }

  @Test("Of clients who share an email, the one that the summary names is meant, else the clinician's own, else all")
  func sharedEmail() throws {
    let clients = """
      id,name,clinician,email
      C1,Maria Rossi,ann,home@rossi.example
      C2,Leo Rossi,ben,home@rossi.example
      C3,Una Rossi,ben,una@rossi.example
      C4,Ugo Rossi,ben,una@rossi.example

      """
    #expect(try read(["SUMMARY:Leo Rossi", "ATTENDEE:mailto:home@rossi.example"], clients: clients).clients == ["C2"])
    #expect(try read(["SUMMARY:Session", "ATTENDEE:mailto:home@rossi.example"], clients: clients).clients == ["C1"])
    #expect(
      try read(["SUMMARY:Session", "ATTENDEE:mailto:una@rossi.example"], clients: clients).clients == ["C3", "C4"])
  }

  @Test(
    "A place is the site that the location names, else online by a link or a word, else open",
    arguments: [
      (["LOCATION:12 Harbour Street\\, Portwick"], Place.site(SiteID("harbour-street"))),
      (["LOCATION:mill-lane"], .site(SiteID("mill-lane"))), (["LOCATION:Millane"], .open),
      (["LOCATION:Mill Lane", "X-GOOGLE-CONFERENCE:https://meet.example/a"], .site(SiteID("mill-lane"))),
      (["LOCATION:https://meet.example/abc"], .online), (["LOCATION:Online"], .online),
      (["LOCATION:by video"], .online), (["LOCATION:Telehealth room"], .online),
      (["CONFERENCE;VALUE=URI:https://meet.example/a"], .online),
      (["X-GOOGLE-CONFERENCE:https://meet.example/a"], .online),
      (["X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example/x"], .online),
      (["X-MICROSOFT-SKYPETEAMSMEETINGURL:"], .open), (["LOCATION:Room 2"], .open), ([], .open),
      (["LOCATION:videotape store"], .open),
    ])
  func place(lines: [String], expected: Place) throws {
    let result = try read(["SUMMARY:C1"] + lines).result
    #expect(result.situation.diaries[ClinicianID("ann")]?.sessions.map(\.place) == [expected])
  }

  @Test("Our own events, come back from a subscription, are free time")
  func own() throws {
    #expect(try read(["SUMMARY:Cover for ben: C2", "X-PLAN-COVER-KIND:cover", "X-PLAN-COVER-CLIENT:C2"]).kind == .free)
    let byUID = TemporaryPractice.event(
      "cover-0123456789abcdef0123456789abcdef@plan-cover.invalid", "DTSTART:20261216T100000Z", "DTEND:20261216T105000Z",
      "SUMMARY:Cover for ben: C2")
    let result = try TemporaryPractice(["clinicians/ann.ics": TemporaryPractice.calendar(byUID)]).read()
    #expect(result.reading.intervals.map(\.kind) == [.free])
    #expect(result.situation.diaries[ClinicianID("ann")]?.busy.isEmpty == true)
  }

  @Test("Referrals are to-dos of that category; other to-dos and journals are free")
  func referral() throws {
    let todos = """
      BEGIN:VTODO
      UID:a
      DTSTAMP:20261101T090000Z
      DTSTART:20261216T090000Z
      DUE:20261218T170000Z
      CATEGORIES:referral
      X-PLAN-COVER-REASON:specialist
      SUMMARY:C1
      END:VTODO
      BEGIN:VTODO
      UID:b
      DTSTAMP:20261101T090000Z
      SUMMARY:Buy stamps
      END:VTODO
      BEGIN:VJOURNAL
      UID:c
      DTSTAMP:20261101T090000Z
      DTSTART;VALUE=DATE:20261216
      SUMMARY:C1
      END:VJOURNAL
      """
    let result = try TemporaryPractice(["clinicians/ann.ics": TemporaryPractice.calendar(todos)]).read()
    let entry = try #require(result.reading.ledger.first)
    #expect([entry.count(.referral), entry.count(.free), entry.components] == [1, 2, 3])
    #expect(result.reading.intervals.first { $0.kind == .referral }?.clients == [ClientID("C1")])
  }
}

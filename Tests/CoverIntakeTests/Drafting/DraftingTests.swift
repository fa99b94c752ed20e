import CivilTime
import CoverDomain
import CoverIntake
import Foundation
import Testing

@Suite("A practice drafted from its calendars")
struct DraftingTests {
  // MARK: Which calendars, and whose

  @Test("Files and folders are clinicians, in the folder itself or in clinicians/; what is the practice's is nobody's")
  func layouts() throws {
    let plain = try CalendarFolder([
      "Amara Osei.ics": CalendarFolder.titled("AB12"), "ben-lee/1.ics": CalendarFolder.titled("CD34"),
      "ben-lee/color": "#ff0000", "leave.ics": TemporaryPractice.calendar(""),
      "cover/old.ics": CalendarFolder.titled("X"),
      "notes.txt": "none",
    ])
    let result = try plain.draft()
    #expect(result.draft.clinicians.map(\.id.text) == ["amara-osei", "ben-lee"])
    #expect(result.draft.clinicians.map(\.name) == ["Amara Osei", "Ben Lee"])
    #expect(result.draft.clinicians.map(\.calendars) == [["Amara Osei.ics"], ["ben-lee"]])
    #expect(try plain.read(result).situation.clients.count == 2)

    let laidOut = try CalendarFolder([
      "clinicians/amara-osei.ics": CalendarFolder.titled("AB12"), "other.ics": CalendarFolder.titled("ZZ99"),
    ])
    #expect(try laidOut.draft().draft.clinicians.map(\.calendars) == [nil])
  }

  @Test("The name comes from the calendar, the organiser, the file or the address, the whole one first")
  func names() throws {
    let organised = ["SUMMARY:AB12", "ORGANIZER;CN=Cora Finch:mailto:cora@mill.example"]
    let folder = try CalendarFolder([
      "a.ics": CalendarFolder.titled("AB12", header: "X-WR-CALNAME:Dr Inès Laurent"),
      "basic.ics": CalendarFolder.weekly([organised]),
      "export (1).ics": CalendarFolder.titled("AB12", header: "X-WR-CALNAME:grace.hill@mill.example"),
      "amara-osei.ics": CalendarFolder.titled("AB12", header: "X-WR-CALNAME:A Osei"),
      "Ben Lee's calendar.ics": CalendarFolder.titled("AB12"),
    ])
    let clinicians = try folder.draft().draft.clinicians
    #expect(
      clinicians.map { "\($0.id): \($0.name), \($0.nameOrigin.rawValue), \($0.email ?? "-")" } == [
        "amara-osei: Amara Osei, file name, -",
        "ben-lee: Ben Lee, file name, -",
        "cora-finch: Cora Finch, organizer, cora@mill.example",
        "grace-hill: Grace Hill, address, grace.hill@mill.example",
        "ines-laurent: Dr Inès Laurent, calendar, -",
      ])
  }

  @Test("An address that several calendars give is nobody's, and one that fits a name alone is that clinician's")
  func addresses() throws {
    let shared = ["SUMMARY:AB12", "ORGANIZER:mailto:office@mill.example"]
    let invited = ["SUMMARY:Team meeting", "ATTENDEE:mailto:cora@mill.example", "ATTENDEE:mailto:afox@mill.example"]
    let folder = try CalendarFolder([
      "ann-fox.ics": CalendarFolder.weekly([shared, invited]), "ben-lee.ics": CalendarFolder.weekly([shared]),
      "cora-finch.ics": CalendarFolder.titled("CD34"),
    ])
    let result = try folder.draft()
    #expect(result.draft.clinicians.map(\.email) == ["afox@mill.example", nil, "cora@mill.example"])
    #expect(result.remarks.map(\.message).contains { $0.contains("left out for 'ben-lee'") })
    #expect(result.draft.clients.map(\.id.text) == ["AB12", "CD34"])
  }

  @Test("The zone is that of most calendars, by any of its names; where none says, it is to be filled in")
  func zones() throws {
    let paris = TemporaryPractice.calendar(
      TemporaryPractice.event(
        "p", "DTSTART;TZID=\"Romance Standard Time\":20261201T100000", "DURATION:PT50M", "RRULE:FREQ=WEEKLY",
        "SUMMARY:AB12"))
    let utc = TemporaryPractice.calendar(
      TemporaryPractice.event("u", "DTSTART:20261201T100000Z", "DURATION:PT50M", "RRULE:FREQ=WEEKLY", "SUMMARY:CD34"))
    let folder = try CalendarFolder([
      "a.ics": paris, "b.ics": paris, "c.ics": CalendarFolder.titled("EF56"), "d.ics": utc,
    ])
    let draft = try folder.draft().draft
    #expect(draft.zone.zone.identifier == "Europe/Paris")
    #expect(draft.zone.origin == .calendars(2, of: 4))
    #expect(try folder.draft(zone: "Europe/Berlin").draft.zone.zone.identifier == "Europe/Berlin")
    #expect(folder.problems(zone: "Europe/Pariss").first?.hasPrefix("--timezone: unknown time zone") == true)

    let unsaid = try CalendarFolder(["d.ics": utc]).draft()
    #expect(unsaid.draft.zone.origin == .assumed)
    #expect(
      unsaid.practice.contains("timezone: UTC  ") && unsaid.practice.contains("FILL IN: no calendar names a zone"))
  }

  // MARK: When and where

  @Test("Hours are from the usual first begin to the usual last end, and one exception does not count")
  func hours() throws {
    let series = ["SUMMARY:AB12"]
    let late = TemporaryPractice.event(
      "late", "DTSTART;TZID=Europe/London:20261207T200000", "DURATION:PT50M", "SUMMARY:AB12")
    let calendar = CalendarFolder.weekly([series, series, series, series, series, series])
      .replacing("END:VCALENDAR", with: late.replacing("\n", with: "\r\n") + "\r\nEND:VCALENDAR")
    let one = try #require(try CalendarFolder(["ann-fox.ics": calendar]).draft().draft.clinicians.first)
    guard case .seen(let hours) = one.hours else {
      Issue.record("\(one.hours)")
      return
    }
    #expect(hours.line == "mon 09:00-11:00, tue-fri 09:00-10:00")
    #expect(one.mostInADay == 3 && one.mostInAWeek == 7)
  }

  @Test("Hours that a calendar states are left to it; those of Outlook count where too little was seen")
  func statedHours() throws {
    let outlook = "X-MS-OLK-WKHRSTART:083000\nX-MS-OLK-WKHREND:163000\nX-MS-OLK-WKHRDAYS:MO,TU,FR"
    let availability = """
      BEGIN:VAVAILABILITY
      UID:v
      DTSTAMP:20261001T090000Z
      BEGIN:AVAILABLE
      UID:a
      DTSTAMP:20261001T090000Z
      DTSTART;TZID=Europe/London:20261005T090000
      DTEND;TZID=Europe/London:20261005T170000
      RRULE:FREQ=WEEKLY
      END:AVAILABLE
      END:VAVAILABILITY
      """
    let folder = try CalendarFolder([
      "ann-fox.ics": TemporaryPractice.calendar("", header: outlook),
      "ben-lee.ics": TemporaryPractice.calendar(availability),
      "cora-finch.ics": TemporaryPractice.calendar(""),
    ])
    let clinicians = try folder.draft().draft.clinicians
    #expect(clinicians[1].hours == .stated && clinicians[2].hours == .unknown)
    guard case .set(let hours) = clinicians[0].hours else {
      Issue.record("\(clinicians[0].hours)")
      return
    }
    #expect(hours.line == "mon-tue 08:30-16:30, fri 08:30-16:30")
  }

  @Test("Sites are what locations have in common; a room is none, nor is a video call")
  func sites() throws {
    func at(_ location: String) -> [String] { ["SUMMARY:AB12", "LOCATION:\(location)"] }
    let folder = try CalendarFolder([
      "ann-fox.ics": CalendarFolder.weekly([
        at("12 Harbour Street\\, Portwick"), at("Room 2\\, Harbour Street"), at("Mill Lane Rooms\\n3 Mill Lane"),
      ]),
      "ben-lee.ics": CalendarFolder.weekly([at("Mill Lane"), at("Mill Lane room 2"), at("Zoom")]),
      "cora-finch.ics": CalendarFolder.weekly([at("https://video.example/r/1"), at("Telehealth")]),
    ])
    let draft = try folder.draft().draft
    #expect(draft.sites.map(\.id.text) == ["harbour-street", "mill-lane"])
    #expect(draft.clinicians.map { $0.sites?.map(\.text) } == [["harbour-street", "mill-lane"], ["mill-lane"], []])
    #expect(draft.clinicians.map { $0.online > 0 } == [false, false, true])
  }

  @Test("Words for leave of other languages are seen in long events, and nobody named so is a client")
  func leaveWords() throws {
    let leave = TemporaryPractice.event(
      "l", "DTSTART;VALUE=DATE:20261221", "DTEND;VALUE=DATE:20261226", "SUMMARY:Urlaub")
    let away = TemporaryPractice.event("w", "DTSTART;VALUE=DATE:20261228", "SUMMARY:Away: Fox family")
    let folder = try CalendarFolder(["ann-fox.ics": TemporaryPractice.calendar(leave + "\n" + away)])
    let result = try folder.draft()
    #expect(result.draft.leaveWords == ["away", "urlaub"])
    #expect(try folder.read(result).situation.diaries.values.flatMap(\.leave).count == 2)
  }

  // MARK: Clients

  @Test("A guest is one client by the address, and the name is made whole by it where both agree")
  func guests() throws {
    func with(_ title: String, _ guests: String...) -> [String] {
      ["SUMMARY:\(title)"] + guests.map { "ATTENDEE;\($0)" }
    }
    let folder = try CalendarFolder([
      "ann-fox.ics": CalendarFolder.weekly(
        [
          with("Session with H. Lockwood", "CN=H. Lockwood:mailto:harriet.lockwood@client.example"),
          with("H. Lockwood", "CN=x@y.example:mailto:Harriet.Lockwood@client.example"),
          with("Therapy", "CN=B. Oakes:mailto:oakes.bridget@client.example"),
          with("Therapy", "CN=Noor:mailto:n77@client.example"),
          with("Couple", "CN=Tim Ash:mailto:tim@client.example", "CN=Una Ash:mailto:una@client.example"),
          with("Team meeting", "CN=Ben Lee:mailto:ben@mill.example"),
          with("Room booking", "CUTYPE=ROOM;CN=Room 1:mailto:room@rooms.example"),
          with("Accounts", "CN=Bo Books:mailto:bo@books.example"),
        ], header: "X-WR-CALNAME:ann@mill.example")
    ])
    let draft = try folder.draft().draft
    #expect(
      draft.clients.map { "\($0.id) \($0.name) \($0.email ?? "-")" } == [
        "BO01 Bridget Oakes oakes.bridget@client.example",
        "HL01 Harriet Lockwood harriet.lockwood@client.example",
        "N01  n77@client.example", "TA01 Tim Ash tim@client.example", "UA01 Una Ash una@client.example",
      ])
    #expect(draft.doubtful.map(\.title) == ["Accounts", "Room booking"])
  }

  @Test("A number is the id; a name beside it is its bearer's, and the same name without it is the same person")
  func numbers() throws {
    let folder = try CalendarFolder([
      "ann-fox.ics": CalendarFolder.titled("Lila Brennan (LB28)", "Lila Brennan", "CL-1042 EMDR", "1043"),
      "ben-lee.ics": CalendarFolder.titled("LB28", "Xenia Papadaki"),
    ])
    let result = try folder.draft()
    #expect(
      result.clientLines == [
        "1043  (ann-fox)", "CL-1042  (ann-fox)", "LB28 Lila Brennan (ann-fox)", "XP01 Xenia Papadaki (ben-lee)",
      ])
    #expect(result.draft.clients[2].doubts == [.sharedWith([ClinicianID("ben-lee")])])
  }

  @Test("One who came once is left out and said, unless the number is like all others")
  func once() throws {
    let folder = try CalendarFolder([
      "ann-fox.ics": CalendarFolder.weekly([
        ["SUMMARY:AB12"], ["SUMMARY:CD34"], ["SUMMARY:EF56"], ["SUMMARY:GH78", "RRULE:none"],
        ["SUMMARY:Xenia Papadaki", "RRULE:none"], ["SUMMARY:J.T. first appointment?", "RRULE:none"],
      ])
    ])
    let draft = try folder.draft().draft
    #expect(draft.clients.map(\.id.text) == ["AB12", "CD34", "EF56", "GH78"])
    #expect(draft.doubtful.map(\.title) == ["J.T. first appointment?", "Xenia Papadaki"])
  }

  @Test("Initials are ids, unless two clinicians use the same: then practice.yaml says whom each title means")
  func initials() throws {
    let folder = try CalendarFolder([
      "ann-fox.ics": CalendarFolder.titled("A.B.", "CD"), "ben-lee.ics": CalendarFolder.titled("AB", "EF"),
    ])
    let result = try folder.draft()
    #expect(result.draft.clients.map(\.id.text) == ["AB01", "CD", "AB02", "EF"])
    #expect(result.draft.entries.map(\.summary) == ["A.B.", "AB"])
    let read = try folder.read(result)
    let sessions = read.situation.diaries.mapValues { Set($0.sessions.flatMap { $0.clients.map(\.text) }).sorted() }
    #expect(sessions == [ClinicianID("ann-fox"): ["AB01", "CD"], ClinicianID("ben-lee"): ["AB02", "EF"]])
  }

  @Test("First names alone are clients where a calendar goes by them, and asked about where it does not")
  func firstNames() throws {
    let folder = try CalendarFolder([
      "ann-fox.ics": CalendarFolder.titled("Maria", "Tom - video", "Noor", "Lunch"),
      "ben-lee.ics": CalendarFolder.titled("Xenia Papadaki", "Zumba"),
    ])
    let draft = try folder.draft().draft
    #expect(draft.clients.map(\.name).sorted() == ["Maria", "Noor", "Tom", "Xenia Papadaki"])
    #expect(draft.clients.filter { $0.doubts.contains(.oneWord) }.count == 3)
    #expect(draft.doubtful.map(\.title) == ["Zumba"])
  }

  @Test("What clinicians share, and what names one of them, is nobody's session")
  func shared() throws {
    let folder = try CalendarFolder([
      "ann-fox.ics": CalendarFolder.titled("Ben Lee", "Huddle", "AB12", "Supervision with Ben"),
      "ben-lee.ics": CalendarFolder.titled("Ann Fox", "Huddle", "CD34"),
    ])
    let draft = try folder.draft().draft
    #expect(draft.clients.map(\.id.text) == ["AB12", "CD34"])
    #expect(draft.doubtful.isEmpty)
    #expect(Set(draft.titles.map(\.title)) == ["Ben Lee", "Huddle", "Ann Fox", "Supervision with Ben"])
    #expect(draft.clinicians[0].supervisionWith.map(\.text) == ["ben-lee"])
  }

  @Test("Of cancelled titles, our own events and free time nobody is drafted")
  func passedOver() throws {
    let folder = try CalendarFolder([
      "ann-fox.ics": CalendarFolder.weekly([
        ["SUMMARY:Cancelled: Xenia Papadaki"], ["SUMMARY:AB12", "TRANSP:TRANSPARENT"],
        ["SUMMARY:CD34", "X-PLAN-COVER-KIND:cover"],
        ["SUMMARY:EF56", "STATUS:CANCELLED"],
      ])
    ])
    #expect(try folder.draft().draft.clients.isEmpty)
  }

  @Test("X-PLAN-COVER-CLIENT names clients whatever the title says")
  func property() throws {
    let folder = try CalendarFolder([
      "ann-fox.ics": CalendarFolder.weekly([["SUMMARY:Couple session", "X-PLAN-COVER-CLIENT:KA18\\;LA22"]])
    ])
    #expect(try folder.draft().draft.clients.map(\.id.text) == ["KA18", "LA22"])
  }

  // MARK: Refusals

  @Test("A folder without calendars, with one that cannot be read, or with an archive is refused with a way out")
  func refusals() throws {
    let empty = try CalendarFolder(["notes.txt": "x"])
    #expect(empty.problems().map { $0.contains("there is no calendar (.ics) in this folder") } == [true])
    let broken = try CalendarFolder(["a.ics": "<!DOCTYPE html>", "b.ics": "BEGIN:VCALENDAR", "c.zip": "PK"])
    #expect(broken.problems().count == 3)
    #expect(broken.problems().allSatisfy { $0.contains("\nhint: ") })
    let gone = PracticeDrafting(folder: URL(fileURLWithPath: "/nowhere/at/all"), now: IntakeOptions.december.now)
    #expect(throws: IntakeFailure.self) { try gone.draft() }
  }
}

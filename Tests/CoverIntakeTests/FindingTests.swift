import CivilTime
import CoverDomain
import CoverIntake
import Testing

@Suite("Finding clients in titles")
struct FindingTests {
  private static let register = """
    id,name,clinician
    C1,Maria Rossi,ann
    C2,Jörg Müller,ann
    C3,Łukasz Żak,ann
    C4,Anna van der Berg,ann
    C5,May,ann
    C6,Søren Åkesson,ann
    CL-1042,Sean O'Brien-Walsh,ann
    C8,Tom Jones,ben
    C9,Jane Smith,ann
    C10,Jane Smith,ann

    """

  /// What is made of an event of ann's leave with that title.
  private func read(_ title: String, clients: String = register) throws -> Intake.Result {
    let title = title.replacing(",", with: "\\,").replacing(";", with: "\\;")
    let events = [
      TemporaryPractice.event("off", "DTSTART;VALUE=DATE:20261221", "SUMMARY:Annual leave"),
      TemporaryPractice.event("a", "DTSTART:20261221T100000Z", "DTEND:20261221T105000Z", "SUMMARY:\(title)"),
    ]
    return try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(events.joined(separator: "\n")), "clients.csv": clients,
    ]).read()
  }

  @Test(
    "What identifies one client for sure matches: id and whole name, in other letters and the other order",
    arguments: [
      ("Jorg Muller", "C2"), ("JÖRG MÜLLER", "C2"), ("Joerg Mueller", "C2"), ("Müller, Jörg", "C2"),
      ("Mueller Joerg (online)", "C2"), ("J\u{F6}rg Mu\u{308}ller", "C2"), ("Lukasz Zak", "C3"),
      ("Berg, Anna van der", "C4"), ("van der Berg, Anna", "C4"), ("Dr Anna van der Berg", "C4"),
      ("Soeren Aakesson", "C6"), ("Soren Akesson", "C6"), ("Sean O\u{2019}Brien\u{2011}Walsh", "CL-1042"),
      ("O'Brien Walsh, Sean", "CL-1042"), ("cl-1042", "CL-1042"), ("Appointment with Maria Rossi", "C1"),
      ("Therapy: May", "C5"), ("May (50 min)", "C5"), ("May C1", "C1,C5"), ("Ann: Maria Rossi (60 min)", "C1"),
    ])
  func sure(title: String, clients: String) throws {
    let result = try read(title)
    #expect(result.reading.intervals.flatMap(\.clients).map(\.text).sorted().joined(separator: ",") == clients)
    #expect(result.reading.unrecognised.isEmpty)
  }

  @Test(
    "What identifies nobody for sure is not guessed: the nearest clients are proposed, with the reason",
    arguments: [
      ("M.R.", ["C1 initials"]), ("MR", ["C1 initials"]), ("RM", ["C1 initials"]), ("R., M.", ["C1 initials"]),
      ("M. Rossi", ["C1 initial-and-name"]), ("Maria R.", ["C1 initial-and-name"]), ("Rossi", ["C1 part-of-name"]),
      ("Maria", ["C1 part-of-name"]), ("Maria Elena Rossi", ["C1 order"]), ("MariaRossi", ["C1 spelling"]),
      ("Maria Rosi", ["C1 spelling"]), ("Maria Rossi-Bianchi", ["C1 order"]), ("#1042", ["CL-1042 number"]),
      ("Client 1042", ["CL-1042 number"]), ("Inv 001042", ["CL-1042 number"]), ("Buy May flowers", ["C5 order"]),
      ("Jane Smith", ["C10 same-name", "C9 same-name"]), ("Jane S.", ["C10 initial-and-name", "C9 initial-and-name"]),
      ("Jones", []), ("Supervision", []), ("", []), ("TJ", []),
    ])
  func near(title: String, expected: [String]) throws {
    let result = try read(title)
    #expect(result.reading.intervals.allSatisfy { $0.clients.isEmpty })
    let event = try #require(result.reading.unrecognised.first)
    #expect(event.summary == title)
    #expect(event.near.map { "\($0.client) \($0.reason.rawValue)" } == expected)
    // The time stays held: nobody is given cover on top of it.
    #expect(result.situation.diaries[ClinicianID("ann")]?.busy == [event.interval])
    #expect(result.reading.needsPerson)
  }

  @Test("A name that two clients share in two spellings is said, and the clinician's own is meant")
  func spellings() throws {
    let clients = "id,name,clinician\nC1,Anna Müller,ann\nC2,Anna Mueller,ben\nC3,Eva Böhm,ben\nC4,Eva Boehm,ben\n"
    #expect(try read("Anna Mueller", clients: clients).reading.intervals.flatMap(\.clients) == [ClientID("C1")])
    let doubtful = try read("Eva Boehm", clients: clients).reading
    #expect(doubtful.unrecognised.map { $0.near.map(\.client.text) } == [["C3", "C4"]])
  }

  @Test(
    "A client who has no clinician comes near in anybody's calendar, one of another clinician by the whole name alone")
  func withoutClinician() throws {
    let clients = "id,name,clinician\nC1,Maria Rossi,\nC2,Maria Roth,ben\n"
    for title in ["MR", "M. Rossi", "Maria"] {
      #expect(try read(title, clients: clients).reading.unrecognised.map(\.candidates) == [[ClientID("C1")]])
    }
    #expect(
      try read("Maria A. Roth", clients: clients).reading.unrecognised.first?.candidates.contains(ClientID("C2"))
        == false)
    #expect(try read("MariaRoth", clients: clients).reading.unrecognised.map(\.candidates) == [[ClientID("C2")]])
  }

  @Test("A name that hundreds bear means nobody, and an id beside it still does")
  func anonymous() throws {
    let clients = "id,name,clinician\n" + (0..<700).map { "K\($0),Anon Client,ann\n" }.joined()
    let doubtful = try read("Anon Client", clients: clients).reading
    #expect(doubtful.unrecognised.map(\.near.count) == [4])
    #expect(try read("Anon Client K650", clients: clients).reading.intervals.flatMap(\.clients) == [ClientID("K650")])
  }

  @Test("On a closed day only what comes near to a client is asked for, and its occasion is said")
  func closedDay() throws {
    func reading(_ title: String) throws -> Reading {
      try TemporaryPractice([
        "clinicians/ann.ics": TemporaryPractice.calendar(
          TemporaryPractice.event("a", "DTSTART:20261225T100000Z", "DTEND:20261225T105000Z", "SUMMARY:\(title)")),
        "closures.ics": TemporaryPractice.calendar(
          TemporaryPractice.event("shut", "DTSTART;VALUE=DATE:20261225", "SUMMARY:Christmas")),
        "clients.csv": Self.register,
      ]).read().reading
    }
    #expect(try reading("M. Rossi").unrecognised.map(\.occasion) == [.closure])
    #expect(try reading("Turkey").unrecognised.isEmpty)
  }

  /// Three weeks of an event of that title in ann's calendar, without leave.
  private func questions(_ title: String, _ lines: String...) throws -> [EventQuestion] {
    let event = (["BEGIN:VEVENT", "UID:a", "DTSTART:20261215T100000Z", "DTEND:20261215T105000Z"] + lines).joined(
      separator: "\n")
    return try TemporaryPractice([
      "clinicians/ann.ics": TemporaryPractice.calendar(
        event + "\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:\(title)\nEND:VEVENT"),
      "clients.csv": Self.register,
    ]).read().reading.questions
  }

  @Test("Outside leave a person is asked once a title what comes near to a client, and nothing hangs on it")
  func mayBeClient() throws {
    let asked = try questions("M. Rossi")
    #expect(asked.map(\.kind) == [.mayBeClient])
    #expect(asked.map(\.count) == [3])
    #expect(asked.first?.first.start.iso8601 == "2026-12-15T10:00:00Z")
    #expect(asked.first?.source.line == 4)
    for title in ["Rossi report", "Supervision", "Lunch with Maria"] { #expect(try questions(title).isEmpty) }
  }

  @Test("A client of another clinician whom only the title names is a session, and it is said")
  func clientOfAnother() throws {
    let asked = try questions("Tom Jones")
    #expect(asked.map(\.kind) == [.clientOfAnother])
    #expect(asked.map(\.clients) == [[ClientID("C8")]])
    #expect(try questions("Tom Jones & Maria Rossi").isEmpty)
    #expect(try questions("Tom Jones", "X-PLAN-COVER-CLIENT:C8").isEmpty)
  }

  @Test(
    "A title that says cancelled cancels nothing: it stays a session, and it is said",
    arguments: ["CANCELLED: Maria Rossi", "Canceled: C1", "Maria Rossi - DNA", "Maria Rossi (no-show)"])
  func saysCancelled(title: String) throws {
    let asked = try questions(title)
    #expect(asked.map(\.kind) == [.saysCancelled])
    #expect(asked.map(\.clients) == [[ClientID("C1")]])
  }
}

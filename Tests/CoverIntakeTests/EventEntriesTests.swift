import CivilTime
import CoverDomain
import CoverIntake
import Testing

@Suite("The part 'events' of practice.yaml")
struct EventEntriesTests {
  private static let clients = """
    id,name,clinician,email
    C1,Maria Rossi,ann,maria@client.example
    C2,Tom Jones,ben,tom@client.example
    C3,Ada Bell,ann,ada@client.example
    1042,Leo Hart,ann,leo@client.example

    """

  private func read(_ entries: String..., lines: [String]) throws -> Intake.Result {
    let yaml =
      (TemporaryPractice.standard["practice.yaml"] ?? "") + "events:\n" + entries.map { "  \($0)\n" }.joined()
    let events = [
      TemporaryPractice.event("off", "DTSTART;VALUE=DATE:20261216", "SUMMARY:Annual leave"),
      (["BEGIN:VEVENT", "UID:one", "DTSTART:20261216T100000Z", "DTEND:20261216T105000Z"] + lines + ["END:VEVENT"])
        .joined(separator: "\n"),
    ]
    return try TemporaryPractice([
      "practice.yaml": yaml, "clients.csv": Self.clients,
      "clinicians/ann.ics": TemporaryPractice.calendar(events.joined(separator: "\n")),
    ]).read()
  }

  /// What ann's event was read as, and its clients.
  private func kind(_ result: Intake.Result) -> String {
    let interval = result.reading.intervals.first { $0.source.uid == "one" }
    return ([interval?.kind.rawValue ?? "none"] + (interval?.clients.map(\.text) ?? [])).joined(separator: " ")
  }

  @Test(
    "An entry settles an event for good, by words of the title or by UID",
    arguments: [
      (["- {summary: \"AB\", clinician: ann, client: C3}"], ["SUMMARY:AB\\, online"], "session C3"),
      (["- {summary: \"ab\", client: c3}"], ["SUMMARY:AB"], "session C3"),
      (["- {summary: \"A.B.\", client: C3}"], ["SUMMARY:A. B."], "session C3"),
      (["- {summary: \"AB\", client: [C3, C1]}"], ["SUMMARY:AB"], "session C1 C3"),
      (["- {summary: AB, client: C3}", "- {summary: MR, client: C1}"], ["SUMMARY:AB & MR"], "session C1 C3"),
      (["- {summary: AB, client: C3}"], ["SUMMARY:AB and Maria Rossi"], "session C1 C3"),
      (["- {summary: AB, client: C3}"], ["SUMMARY:AB", "ATTENDEE:mailto:maria@client.example"], "session C1 C3"),
      (["- {uid: one, client: \"1042\"}"], ["SUMMARY:Maria Rossi"], "session 1042"),
      (["- {uid: one, client: C3}"], ["SUMMARY:x", "X-PLAN-COVER-CLIENT:C9"], "session C3"),
      (["- {summary: Maria, is: busy}"], ["SUMMARY:Maria Rossi", "X-PLAN-COVER-CLIENT:C1"], "session C1"),
      (["- {summary: Supervision group, is: busy}"], ["SUMMARY:Supervision Group 2"], "busy"),
      (["- {summary: cancelled, is: free}"], ["SUMMARY:CANCELLED: Maria Rossi"], "free"),
      (["- {summary: away, is: leave}"], ["SUMMARY:Away"], "leave"),
      (["- {uid: one, is: free}"], ["SUMMARY:x", "ATTENDEE:mailto:maria@client.example"], "free"),
      (["- {summary: AB, is: busy}", "- {summary: AB lunch, is: free}"], ["SUMMARY:AB lunch"], "free"),
      (["- {summary: AB, client: C1}", "- {summary: AB, clinician: ann, client: C3}"], ["SUMMARY:AB"], "session C3"),
      (["- {summary: AB, is: free}", "- {uid: one, client: C3}"], ["SUMMARY:AB"], "session C3"),
      // Free by the calendar's own word: no session, whoever it is with.
      (["- {summary: AB, client: C3}"], ["SUMMARY:AB", "TRANSP:TRANSPARENT"], "free"),
      // Not this clinician's, and not a whole word.
      (["- {summary: AB, clinician: ben, client: C3}"], ["SUMMARY:AB"], "busy"),
      (["- {summary: AB, client: C3}"], ["SUMMARY:ABC"], "busy"),
    ])
  func settles(entries: [String], lines: [String], expected: String) throws {
    let joined = entries.joined(separator: "\n  ")
    #expect(kind(try read(joined, lines: lines)) == expected)
  }

  @Test("What is settled as busy is not asked for again, and what is settled with a client is covered")
  func notAskedAgain() throws {
    #expect(try !read("- {summary: Other, is: busy}", lines: ["SUMMARY:AB"]).reading.unrecognised.isEmpty)
    #expect(try read("- {summary: AB, is: busy}", lines: ["SUMMARY:AB"]).reading.unrecognised.isEmpty)
    let settled = try read("- {summary: AB, client: C3}", lines: ["SUMMARY:AB"])
    #expect(settled.situation.demands.map { $0.session.clients.map(\.text) } == [["C3"]])
    #expect(!settled.reading.needsPerson)
    #expect(
      try read("- {summary: AB, is: leave}", lines: ["SUMMARY:AB"]).situation.diaries[ClinicianID("ann")]?.leave.count
        == 2)
  }

  @Test("Entries that contradict one another settle nothing, and it is said with their lines")
  func contradiction() throws {
    let result = try read("- {summary: AB, client: C3}", "- {summary: lunch, is: free}", lines: ["SUMMARY:AB lunch"])
    #expect(kind(result) == "busy")
    #expect(result.reading.unrecognised.count == 1)
    #expect(result.reading.remarks.contains { $0.contains("contradict one another here (lines 14, 15)") })
  }

  @Test("An entry that fits no event is a remark with its place; one that fits an event outside the window is none")
  func unused() throws {
    let result = try read("- {summary: Somebody gone, client: C3}", lines: ["SUMMARY:x"])
    #expect(
      result.reading.remarks.contains {
        $0.hasPrefix("practice.yaml:14:5: this entry of 'events' fits no event of the calendars")
      })
    let old = try read("- {uid: off, is: leave}", lines: ["SUMMARY:x"])
    #expect(!old.reading.remarks.contains { $0.contains("fits no event") })
  }

  @Test("A session that was doubtful is settled by an entry, and nobody is asked any more")
  func settlesDoubt() throws {
    #expect(try read("- {summary: zzz, is: busy}", lines: ["SUMMARY:Tom Jones"]).reading.questions.count == 1)
    let settled = try read("- {summary: Tom Jones, clinician: ann, client: C2}", lines: ["SUMMARY:Tom Jones"])
    #expect(settled.reading.questions.isEmpty)
    #expect(kind(settled) == "session C2")
  }

  @Test(
    "The lines that are proposed settle the event they are proposed for",
    arguments: [
      "AB", "A.B. (online)", "\"Quoted\" \\ title", "# 7 & more: yes", "Zoé – [x] {y}", "null", "- AB", "*AB*",
      "Appointment", "A", "", String(repeating: "long ", count: 60),
    ])
  func proposedLines(title: String) throws {
    let settlement = try #require(EventSettlement(clinician: ClinicianID("ann"), summary: title, uid: "one"))
    let escaped = title.replacing("\\", with: "\\\\").replacing(",", with: "\\,")
    for (client, expected) in [("C3", "session C3"), ("1042", "session 1042")] {
      #expect(kind(try read(settlement.line(client: ClientID(client)), lines: ["SUMMARY:\(escaped)"])) == expected)
    }
    #expect(
      kind(try read(settlement.line(clients: [ClientID("C1"), ClientID("C3")]), lines: ["SUMMARY:\(escaped)"]))
        == "session C1 C3")
    let busy = try read(settlement.busyLine, lines: ["SUMMARY:\(escaped)"])
    #expect(kind(busy) == "busy" && busy.reading.unrecognised.isEmpty)
    #expect(kind(try read(settlement.freeLine, lines: ["SUMMARY:\(escaped)"])) == "free")
  }

  @Test("A title true of a thousand events is settled by UID alone, and an event without either not at all")
  func byUID() {
    #expect(EventSettlement(clinician: ClinicianID("ann"), summary: "Appointment", uid: "u")?.isByTitle == false)
    for title in ["AB", "Client 1042"] {
      #expect(EventSettlement(clinician: ClinicianID("ann"), summary: title, uid: "u")?.isByTitle == true)
    }
    #expect(
      EventSettlement(clinician: ClinicianID("ann"), summary: "Session 10:30 (50 min)", uid: "u")?.isByTitle == false)
    #expect(EventSettlement(clinician: ClinicianID("ann"), summary: " ", uid: nil) == nil)
  }
}

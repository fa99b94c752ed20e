import CivilTime
import CoverDomain
import CoverIdentity
import CoverIntake
import Testing

@Suite("Decisions, answers and the last publication")
struct PromiseTests {
  private let ann = ClinicianID("ann")
  private var session: SessionID { SessionID(clinician: ann, key: "weekly/20261221T100000Z") }
  private var uid: String { EventIdentity.cover(session).uid }

  private var calendar: [String: String] {
    [
      "clinicians/ann.ics": TemporaryPractice.calendar(
        [
          TemporaryPractice.event(
            "weekly", "DTSTART:20261214T100000Z", "DTEND:20261214T105000Z", "RRULE:FREQ=WEEKLY", "SUMMARY:C1"),
          TemporaryPractice.event("off", "DTSTART;VALUE=DATE:20261221", "SUMMARY:Leave"),
        ].joined(separator: "\n"))
    ]
  }

  private var published: [String: String] {
    [
      "cover/practice.ics": TemporaryPractice.calendar(
        [
          TemporaryPractice.event(
            uid, "SEQUENCE:2", "DTSTART;TZID=Europe/London:20261221T100000", "DTEND;TZID=Europe/London:20261221T105000",
            "X-PLAN-COVER-KIND:cover", "X-PLAN-COVER-FOR:ann", "X-PLAN-COVER-BY:ben", "X-PLAN-COVER-CLIENT:C1",
            "X-PLAN-COVER-SESSION:weekly/20261221T100000Z"),
          TemporaryPractice.event(
            EventIdentity.contact(for: ann, on: Day(ordinal: 20_800)).uid, "DTSTART;VALUE=DATE:20261221",
            "X-PLAN-COVER-KIND:contact", "X-PLAN-COVER-FOR:ann", "X-PLAN-COVER-BY:ben"),
          TemporaryPractice.event(
            EventIdentity.supervision(of: ClinicianID("ben"), on: Day(ordinal: 20_800)).uid,
            "DTSTART;VALUE=DATE:20261221", "X-PLAN-COVER-KIND:contact", "X-PLAN-COVER-FOR:ann",
            "X-PLAN-COVER-BY:ben", "X-PLAN-COVER-SUPERVISEE:ben"),
        ].joined(separator: "\n"))
    ]
  }

  private func reply(
    _ uid: String, _ status: String, stamp: String = "20261201T090000Z", email: String = "ben@practice.example"
  ) -> String {
    TemporaryPractice.calendar(
      """
      BEGIN:VEVENT
      UID:\(uid)
      DTSTAMP:\(stamp)
      SEQUENCE:2
      ATTENDEE;PARTSTAT=\(status):mailto:\(email)
      END:VEVENT
      """, header: "METHOD:REPLY")
  }

  private func read(_ files: [String: String]...) throws -> Intake.Result {
    try TemporaryPractice(files.reduce(calendar) { $0.merging($1) { $1 } }).read()
  }

  @Test("Cover of the last publication is read with its session, colleague, time and SEQUENCE")
  func publication() throws {
    let covers = try read(published).situation.published
    let start = try #require(Instant("2026-12-21T10:00:00Z"))
    #expect(
      covers == [
        PublishedCover(
          session: session, clients: [ClientID("C1")], by: ClinicianID("ben"),
          interval: Interval(start: start, seconds: 3_000), uid: uid, sequence: 2)
      ])
  }

  @Test("Contacts and covering supervisors of the last publication are read with their days")
  func contacts() throws {
    let day = try #require(Day("2026-12-21"))
    let ben = ClinicianID("ben")
    #expect(
      Set(try read(published).situation.publishedContacts) == [
        PublishedContact(clinician: ann, day: day, by: ben),
        PublishedContact(clinician: ann, supervisee: ben, day: day, by: ben),
      ])
  }

  @Test("An answer is tied to its session by the UID, published or not; the later one counts")
  func answers() throws {
    let declined = try read(["replies/a.ics": reply(uid, "DECLINED")])
    #expect(declined.situation.answers.map(\.session) == [session])
    #expect(declined.situation.hasDeclined(ClinicianID("ben"), session))
    let both = try read(
      published,
      [
        "replies/a.ics": reply(uid, "ACCEPTED", stamp: "20261203T090000Z"),
        "replies/b.ics": reply(uid, "DECLINED", stamp: "20261202T090000Z"),
      ])
    #expect(both.situation.answers.map(\.kind) == [.declined, .accepted])
    #expect(both.situation.pins.map(\.reason) == [.accepted])
    #expect(both.reading.remarks.allSatisfy { $0.contains("holds no events") })
  }

  @Test(
    "An answer that belongs to nothing that was read gets a remark",
    arguments: [
      (
        "cover-0123456789abcdef0123456789abcdef@plan-cover.invalid", "ACCEPTED", "ben@practice.example",
        "belongs to no session"
      ),
      ("somebody-elses", "DECLINED", "ben@practice.example", "belongs to no session"),
      (
        "contact-0123456789abcdef0123456789abcdef@plan-cover.invalid", "DECLINED", "ben@practice.example",
        "to a contact day or meeting that belongs to nothing"
      ),
      (
        "cover-0123456789abcdef0123456789abcdef@plan-cover.invalid", "ACCEPTED", "eve@elsewhere.example",
        "no email in practice.yaml"
      ),
      (
        "cover-0123456789abcdef0123456789abcdef@plan-cover.invalid", "DELEGATED", "ben@practice.example",
        "neither accepted, declined nor tentative"
      ),
    ])
  func unmatched(uid: String, status: String, email: String, expected: String) throws {
    let result = try read(["replies/a.ics": reply(uid, status, email: email)])
    #expect(result.situation.answers.isEmpty)
    #expect(result.reading.remarks.contains { $0.hasPrefix("replies/a.ics:") && $0.contains(expected) })
    #expect(!result.reading.remarks.contains { $0.contains("eve@") })
  }

  @Test("Files in replies/ that are no answers get a remark")
  func noReplies() throws {
    let result = try read([
      "replies/mail.eml": "Yes", "replies/mail.msg": "Yes",
      "replies/request.ics": TemporaryPractice.calendar("", header: "METHOD:REQUEST"),
    ])
    #expect(result.reading.remarks.contains { $0.hasPrefix("replies/mail.eml: this is no mail message") })
    #expect(
      result.reading.remarks.contains { $0.hasPrefix("replies/mail.msg: this is neither an .ics file nor a mail") })
    #expect(result.reading.remarks.contains { $0.hasPrefix("replies/request.ics: this is no answer") })
  }

  @Test("Every kind of decision is read, with whose it is, when and why")
  func decisions() throws {
    let text = """
      decisions:
        - {assign: ben, session: weekly/20261221T100000Z, by: Manager, at: 2026-12-01T09:00:00Z, why: "She knows him."}
        - {forbid: ben, client: C1}
        - wait: true
          client: C1
          absence: ann 2026-12-21
        - {told: true, client: C1, absence: "ann 2026-12-21"}
        - {consented: yes, client: C2}
        - {wait: true, session: gone, clinician: ann}
        - {wait: true, session: gone}

      """
    let result = try read(["decisions.yaml": text])
    let decisions = result.situation.decisions
    let source = { Source(file: "decisions.yaml", line: $0) }
    let day = Decision.AbsenceDay(clinician: ann, day: try #require(Day("2026-12-21")))
    #expect(
      decisions == [
        Decision(
          kind: .assign(ClinicianID("ben")), session: session, by: "Manager", at: Instant("2026-12-01T09:00:00Z"),
          why: "She knows him.", source: source(2)),
        Decision(kind: .forbid(ClinicianID("ben")), client: ClientID("C1"), source: source(3)),
        Decision(kind: .wait, client: ClientID("C1"), absence: day, source: source(4)),
        Decision(kind: .told, client: ClientID("C1"), absence: day, source: source(7)),
        Decision(kind: .consented, client: ClientID("C2"), source: source(8)),
        Decision(kind: .wait, session: SessionID(clinician: ann, key: "gone"), source: source(9)),
      ])
    #expect(result.reading.remarks.filter { $0.contains("no session of this key") }.count == 2)
    #expect(result.situation.pins.map(\.reason) == [.assigned])
  }

  @Test("Without decisions, or with an empty list, there are none", arguments: ["", "decisions: []\n", "# none yet\n"])
  func noDecisions(text: String) throws {
    #expect(try read(["decisions.yaml": text]).situation.decisions.isEmpty)
  }

  // MARK: Answers about contacts and meetings, and those that only a person can settle

  private var dayOfContact: Day { Day("2026-12-21") ?? Day(ordinal: 0) }
  private var handover: EventIdentity {
    .handover(.handover, of: ann, from: dayOfContact, with: ClinicianID("ben"))
  }

  private func publishedMeeting(sequence: Int) -> [String: String] {
    [
      "cover/practice.ics": TemporaryPractice.calendar(
        TemporaryPractice.event(
          handover.uid, "SEQUENCE:\(sequence)", "DTSTART:20261218T150000Z", "DTEND:20261218T151500Z",
          "X-PLAN-COVER-KIND:handover", "X-PLAN-COVER-FOR:ann", "X-PLAN-COVER-BY:ben"))
    ]
  }

  @Test("An answer about a contact's day is tied to its day, published or not")
  func contactAnswer() throws {
    let uid = EventIdentity.contact(for: ann, on: dayOfContact).uid
    for files in [published, [:]] {
      let result = try read(files, ["replies/a.ics": reply(uid, "DECLINED")])
      #expect(
        result.situation.dutyAnswers == [
          DutyAnswer(.contact(of: ann, day: dayOfContact), by: ClinicianID("ben"), .declined, sequence: 2)
        ])
      #expect(result.reading.openReplies.isEmpty)
    }
    let supervision = EventIdentity.supervision(of: ClinicianID("ben"), on: dayOfContact).uid
    #expect(
      try read(["replies/a.ics": reply(supervision, "ACCEPTED")]).situation.dutyAnswers.map(\.duty)
        == [.supervision(of: ClinicianID("ben"), day: dayOfContact)])
  }

  @Test("An answer about a meeting is about the time that it names, or that its SEQUENCE had; else it is a remark")
  func meetingAnswer() throws {
    let start = try #require(Instant("2026-12-18T15:00:00Z"))
    let asked = DutyAnswer(
      .meeting(of: ann, with: ClinicianID("ben"), at: start), by: ClinicianID("ben"), .declined, sequence: 2)
    let silent = reply(handover.uid, "DECLINED")
    #expect(try read(publishedMeeting(sequence: 2), ["replies/a.ics": silent]).situation.dutyAnswers == [asked])
    let stale = try read(publishedMeeting(sequence: 3), ["replies/a.ics": silent])
    #expect(stale.situation.dutyAnswers.isEmpty)
    #expect(stale.reading.remarks.contains { $0.contains("does not say when") })
    for start in ["DTSTART:20261218T150000Z", "DTSTART;TZID=GMT Standard Time:20261218T150000"] {
      let telling = silent.replacing("SEQUENCE:2", with: "SEQUENCE:2\r\n\(start)")
      #expect(try read(publishedMeeting(sequence: 3), ["replies/a.ics": telling]).situation.dutyAnswers == [asked])
      #expect(try read(["replies/a.ics": telling]).situation.dutyAnswers == [asked])
    }
  }

  @Test(
    "What only a person can settle about what is published needs one, and what is over or replaced does not",
    arguments: [
      ("ACCEPTED", "eve@elsewhere.example", "METHOD:REPLY", "no email in practice.yaml"),
      ("DELEGATED", "ben@practice.example", "METHOD:REPLY", "neither accepted, declined nor tentative, from 'ben'"),
      ("TENTATIVE", "ben@practice.example", "METHOD:COUNTER", "a proposal of another time"),
      ("ACCEPTED", "ann@practice.example", "METHOD:REPLY", "'ann' accepts what 'ben' was asked"),
    ])
  func openReplies(status: String, email: String, method: String, expected: String) throws {
    let text = reply(uid, status, email: email).replacing("METHOD:REPLY", with: method)
    let result = try read(published, ["replies/a.ics": text])
    #expect(result.reading.openReplies.count == 1 && result.reading.needsPerson)
    #expect(result.reading.openReplies.allSatisfy { $0.contains(expected) && $0.contains("hint: ") })
    #expect(result.reading.openReplies.allSatisfy(result.reading.remarks.contains))
    #expect(result.situation.pins.isEmpty)
    let older = try read(published, ["replies/a.ics": text.replacing("SEQUENCE:2", with: "SEQUENCE:1")])
    #expect(older.reading.openReplies.isEmpty && !older.reading.needsPerson)
    let nothing = try read(["replies/a.ics": text])
    #expect(nothing.reading.openReplies.isEmpty)
  }

  @Test("TENTATIVE is no promise; a request to send the invitation again is a remark that says where it lies")
  func tentativeAndRefresh() throws {
    let tentative = try read(published, ["replies/a.ics": reply(uid, "TENTATIVE")])
    #expect(tentative.situation.pins.isEmpty && tentative.situation.answers.map(\.kind) == [.tentative])
    let refresh = reply(uid, "ACCEPTED").replacing("METHOD:REPLY", with: "METHOD:REFRESH")
    let result = try read(published, ["replies/a.ics": refresh])
    #expect(result.situation.answers.isEmpty)
    #expect(result.reading.remarks.contains { $0.contains("send it from cover/invitations/") })
  }

  @Test("Of two answers the one to the later question counts, then the later one, whatever their clocks and files say")
  func orderOfAnswers() throws {
    let early = reply(uid, "ACCEPTED", stamp: "20261203T090000Z").replacing("SEQUENCE:2", with: "SEQUENCE:1")
    let result = try read(
      published, ["replies/b.ics": early, "replies/a.ics": reply(uid, "DECLINED", stamp: "20261202T090000Z")])
    #expect(result.situation.answers.map(\.kind) == [.accepted, .declined])
    #expect(result.situation.hasDeclined(ClinicianID("ben"), session))
  }
}

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
        "has declined a contact or handover"
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
}

import CivilTime
import CoverDomain
import CoverIntake
import Foundation
import Testing

/// What the quirks of calendar programs and record systems come to in a practice: who is found, who is asked for.
@Suite("What calendars of each dialect mean")
struct DialectMeaningTests {
  private static let register = """
    id,name,clinician,email
    AB12,Ada Bell,ann,ada@client.example
    C1,Maria Rossi,ann,maria@client.example
    C2,Jörg Müller,ann,joerg@client.example
    CL-1042,Sam Okoro,ann,sam@client.example

    """

  /// The events of the dialect in ann's calendar, a line each: day and hour, kind, clients, and what is asked of whom.
  private func meaning(_ name: String) throws -> [String] {
    let data = try Data(contentsOf: Repository.root.appendingPathComponent("fixtures/dialects/\(name).ics"))
    let practice = try TemporaryPractice(["clients.csv": Self.register])
    try practice.write("clinicians/ann.ics", data)
    // Away for the whole time, so that what is not recognised shows.
    let away = try #require(Day("2026-12-14"))...(try #require(Day("2027-01-10")))
    let options = IntakeOptions(
      from: Day("2026-12-14"), to: Day("2027-01-11"), now: IntakeOptions.december.now,
      extraLeave: [IntakeOptions.ExtraLeave(clinician: ClinicianID("ann"), days: away)])
    let reading = try practice.read(options).reading
    for entry in reading.ledger { #expect(entry.addsUp) }
    func when(_ interval: Interval) -> String { String(interval.start.iso8601.dropFirst(8).dropLast(7)) }
    let read = reading.intervals.filter { $0.source.file == "clinicians/ann.ics" }.map { interval -> String in
      let near = reading.unrecognised.first { $0.source == interval.source && $0.interval == interval.interval }.map {
        ["?"] + $0.near.map { "\($0.client):\($0.reason.rawValue)" }
      }
      return ([when(interval.interval), interval.kind.rawValue] + interval.clients.map(\.text) + (near ?? [])).joined(
        separator: " ")
    }
    return read + reading.questions.map { "asked: \(when($0.first)) \($0.kind.rawValue)" }
  }

  private static let meanings: [(name: String, meaning: [String])] = [
    ("apple-attendee-with-email-parameter", ["15T09 session C1"]),
    ("apple-decomposed-letters", ["15T09 session C2", "15T10 session C1"]),
    ("exchange-free-busy-periods", ["15T09 busy", "15T10 busy", "16T09 busy", "17T00 leave"]),
    ("fastmail-duration-and-links", ["15T09 session AB12"]),
    ("google-appointment-schedule", ["15T09 session C1"]),
    ("google-cancelled-instance", ["15T10 session AB12", "29T10 session AB12"]),
    ("google-free-busy-only", ["15T09 busy ?", "16T09 busy ?"]),
    ("google-guest-list", ["15T09 session C1"]),
    ("google-split-series", ["15T10 session AB12", "22T14 session AB12", "29T14 session AB12", "05T14 session AB12"]),
    ("microsoft365-lower-case-mailto", ["15T09 session C1"]),
    ("microsoft365-private-appointment", ["15T09 busy ?"]),
    ("nextcloud-out-of-office", ["15T00 leave"]),
    ("nextcloud-scheduled-guests", ["15T09 session C2"]),
    ("outlook-availability-only", ["15T09 busy ?", "15T10 free", "15T11 busy ?", "16T09 leave"]),
    ("outlook-canceled-prefix", ["15T09 free"]),
    ("outlook-html-description", ["15T09 session C1"]),
    ("outlook-working-elsewhere", ["15T00 free", "15T09 session C1"]),
    ("practice-system-appointment-alone", ["15T09 busy ?", "16T09 busy ?", "16T14 busy ?"]),
    ("practice-system-appointment-with", ["15T09 session C1", "15T10 session C2", "15T11 session C1"]),
    ("practice-system-blocked-time", ["15T13 busy ?", "16T09 leave", "17T00 leave"]),
    (
      "practice-system-cancelled-in-the-title",
      ["15T09 session C1", "15T10 session C2", "asked: 15T09 says-cancelled", "asked: 15T10 says-cancelled"]
    ),
    (
      "practice-system-client-number",
      [
        "15T09 busy ? CL-1042:number", "15T10 busy ? CL-1042:number", "15T11 session CL-1042",
        "15T12 session AB12 CL-1042",
      ]
    ),
    (
      "practice-system-first-name-and-initial",
      ["15T09 busy ? C1:initial-and-name", "15T10 busy ? C2:initial-and-name", "15T11 busy ? AB12:initial-and-name"]
    ),
    ("practice-system-group-session", ["15T17 session AB12 C1 C2", "16T17 session AB12", "asked: 16T17 may-be-more"]),
    (
      "practice-system-initials",
      ["15T09 busy ? C1:initials", "15T10 busy ? C1:initials", "15T11 busy ? C1:initials", "15T12 busy ? C2:initials"]
    ),
    ("practice-system-name-in-description", ["15T09 busy ?"]),
    (
      "practice-system-occurrences-one-by-one",
      [
        "15T09 busy ? AB12:initial-and-name", "22T09 busy ? AB12:initial-and-name",
        "29T09 busy ? AB12:initial-and-name",
      ]
    ),
    ("practice-system-surname-first", ["15T09 session C1", "15T10 session C2", "15T11 busy ? C1:initial-and-name"]),
  ]

  @Test("Each is read as it was meant", arguments: meanings.map(\.name))
  func meant(name: String) throws {
    let expected = try #require(Self.meanings.first { $0.name == name }).meaning
    let found = try meaning(name)
    #expect(found == expected)
  }
}

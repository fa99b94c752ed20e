import CivilTime
import CoverDomain
import CoverTestSupport

@testable import CoverPublishing

/// Letters of an invented practice, made of facts by hand: every kind, with every thing that may become of appointments.
struct SampleLetters {
  let situation: Situation
  let linter: NoticeLinter
  let times = Times()
  static let amara = ClinicianID("amara")
  static let ben = ClinicianID("ben")
  static let dana = ClinicianID("dana")

  init() {
    var roster = Roster(from: "2026-12-14", to: "2027-01-18")
    roster.sites = [SiteID("harbour-street")]
    for (id, name, gender) in [
      ("amara", "Dr Amara Osei", "female"), ("ben", "Ben Lee", "male"), ("dana", "Dana Cole", ""),
    ] {
      roster.clinician(id) {
        $0.name = name
        $0.gender = gender.isEmpty ? nil : Tag(gender)
      }
    }
    roster.client("AB1", of: "amara") {
      $0.name = "Zora Quill"
      $0.email = "zora@client.example"
    }
    var full = roster.situation()
    var practice = full.practice
    practice.name = "Harbour Street Practice"
    practice.email = "office@harbour.example"
    practice.phone = "+44 20 7946 0000"
    practice.urgentHelp = nil
    full = Situation(
      practice: practice, clients: Array(full.clients.values), diaries: full.diaries, window: full.window, now: full.now
    )
    situation = full
    linter = NoticeLinter(situation: full, reading: Reading())
  }

  /// Everything that may become of appointments, each once, twice and three times.
  static let fates: [(name: String, fate: NoticeFacts.Appointment.Fate, place: Place, asksConsent: Bool)] = [
    ("seen", .seen(by: ben), .site(SiteID("harbour-street")), false),
    ("seen online", .seen(by: dana), .online, false), ("asks", .seen(by: ben), .open, true),
    ("offered", .offered(by: ben, at: Times().interval("2026-12-29 14:00-14:50")), .online, false),
    ("rests", .rests, .open, false), ("not held", .notHeld, .open, false), ("closed", .closed, .open, false),
    ("as usual", .asUsual, .open, false), ("unknown", .unknown, .open, false),
    ("offered as new", .proposed(by: ben), .site(SiteID("harbour-street")), false),
  ]

  /// The appointments' days.
  static let days = [
    "2026-12-22", "2026-12-29", "2027-01-05", "2027-01-06", "2027-01-07", "2027-01-08",
  ]

  func facts(
    _ kind: Notice.Kind, of clinician: ClinicianID = amara, fate: Int = 0, count: Int = 1, contacts: Int = 1,
    change: (inout Client) -> Void = { _ in }
  ) -> NoticeFacts {
    var client = situation.clients[ClientID("AB1")] ?? Client(id: ClientID("AB1"), name: "Zora Quill")
    change(&client)
    let entry = Self.fates[fate]
    let appointments = Self.days.prefix(count).map { day in
      NoticeFacts.Appointment(
        interval: times.interval("\(day) 10:00-10:50"), place: entry.place, fate: entry.fate,
        asksConsent: entry.asksConsent)
    }
    let runs = [times.day("2026-12-21")...times.day("2026-12-23"), times.day("2026-12-29")...times.day("2026-12-29")]
    let people = [Self.ben, Self.dana].prefix(contacts)
    let zone = situation.practice.zone
    let away = Interval(zone.start(of: times.day("2026-12-21")), zone.start(of: times.day("2027-01-09")))
    let isAway = ![.closure, .withdrawal, .offer].contains(kind)
    var facts = NoticeFacts(
      client: client, kind: kind, clinician: clinician, away: isAway ? away : nil,
      back: kind == .back ? times.day("2027-01-11") : nil, appointments: Array(appointments),
      contacts: people.enumerated().map { index, by in
        NoticeFacts.ContactDays(days: contacts > 1 ? [runs[index]] : [], by: by)
      })
    if kind == .offer { facts.others = [Self.dana] }
    return facts
  }

  func draft(
    _ facts: NoticeFacts, language: LanguageTag = .english, office: LanguageTag = .english,
    templates: LetterTemplates = .builtIn
  ) -> NoticeLinter.Draft {
    var practice = situation.practice
    practice.language = office
    let letter = LetterWriter(practice: practice, templates: templates, language: language)
      .letter(facts, date: times.day("2026-11-23"))
    return NoticeLinter.Draft(
      text: letter.text, body: letter.body, subject: letter.values.subject,
      fileName: "2026-11-23-AB1-\(facts.kind.rawValue)", facts: facts, values: letter.values,
      isInOwnLanguage: letter.isInOwnLanguage)
  }

  func text(
    _ kind: Notice.Kind, fate: Int = 0, count: Int = 1, language: LanguageTag = .english,
    change: (inout Client) -> Void = { _ in }
  ) -> String {
    draft(facts(kind, fate: fate, count: count, change: change), language: language).text
  }
}

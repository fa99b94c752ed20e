import CivilTime
import CoverDomain
import CoverTestSupport

@testable import CoverPublishing

/// Letters about a sample of facts: Ann is away on Monday and Tuesday before Christmas, Ben and Cat are there.
struct TypicalLetters {
  /// Everything but what is closed, which stands in letters of a closure.
  static let fates: [NoticeFacts.Appointment.Fate] = [
    .seen(by: ClinicianID("ben")), .offered(by: ClinicianID("cat"), at: Times().interval("2026-12-23 12:10-13:00")),
    .rests, .notHeld, .closed, .asUsual, .unknown, .proposed(by: ClinicianID("ben")),
  ]

  let situation: Situation
  private let linter: NoticeLinter
  private let times = Times()

  /// - Parameter change: more of the practice; without it, the practice has no words of its own for urgent help.
  init(_ change: (inout Practice) -> Void = { _ in }) {
    let full = SamplePlan().situation()
    var practice = full.practice
    practice.urgentHelp = nil
    change(&practice)
    situation = Situation(
      practice: practice, clients: Array(full.clients.values), diaries: full.diaries, window: full.window, now: full.now
    )
    linter = NoticeLinter(situation: situation, reading: Reading())
  }

  /// A letter and what is wrong with it.
  struct Checked {
    let letter: NoticeLinter.Draft
    let breaches: [NoticeRule]
  }

  func letter(_ facts: NoticeFacts) -> Checked {
    let letter = LetterWriter(practice: situation.practice, templates: .builtIn)
      .letter(facts, date: times.day("2026-12-18"))
    let draft = NoticeLinter.Draft(
      text: letter.text, body: letter.body, subject: letter.values.subject,
      fileName: "2026-12-18-AB1-\(facts.kind.rawValue)", facts: facts, values: letter.values,
      isInOwnLanguage: letter.isInOwnLanguage)
    return Checked(letter: draft, breaches: linter.breaches(of: draft))
  }

  /// Facts of a letter about as many appointments of one fate, with as many people to ask: one, some who are there
  /// throughout, or some on days of their own.
  func facts(
    _ kind: Notice.Kind, in language: LanguageTag, _ fate: NoticeFacts.Appointment.Fate, count: Int,
    asksConsent: Bool = false
  ) -> NoticeFacts {
    let starts = ["2026-12-21 10:00-10:50", "2026-12-21 14:00-14:50", "2026-12-22 12:00-12:50"]
    let places: [Place] = [.online, .open, .site(SiteID("harbour-street"))]
    return facts(
      kind, in: language,
      appointments: starts.prefix(count).map {
        appointment($0, fate, at: places[count % places.count], asksConsent: asksConsent)
      }, contacts: count, metColleague: count > 1)
  }

  func appointment(
    _ time: String, _ fate: NoticeFacts.Appointment.Fate, at place: Place = .site(SiteID("harbour-street")),
    asksConsent: Bool = false
  ) -> NoticeFacts.Appointment {
    NoticeFacts.Appointment(interval: times.interval(time), place: place, fate: fate, asksConsent: asksConsent)
  }

  /// - Parameter contacts: 1 for one, 2 for two without days, 3 for two with days.
  func facts(
    _ kind: Notice.Kind, in language: LanguageTag, appointments: [NoticeFacts.Appointment], contacts: Int,
    metColleague: Bool = true
  ) -> NoticeFacts {
    var client = Client(id: ClientID("AB1"), name: "Zora Quill")
    client.language = language
    client.email = "zora@client.example"
    let ben = ClinicianID("ben")
    let cat = ClinicianID("cat")
    let monday = times.day("2026-12-21")
    let people: [NoticeFacts.ContactDays] =
      switch contacts {
      case 1: [NoticeFacts.ContactDays(days: [], by: ben)]
      case 2: [NoticeFacts.ContactDays(days: [], by: ben), NoticeFacts.ContactDays(days: [], by: cat)]
      default:
        [
          NoticeFacts.ContactDays(days: [monday...monday, (monday + 2)...(monday + 3)], by: ben),
          NoticeFacts.ContactDays(days: [(monday + 1)...(monday + 1)], by: cat),
        ]
      }
    let isAway = ![.closure, .withdrawal, .offer].contains(kind)
    var facts = NoticeFacts(
      client: client, kind: kind, clinician: ClinicianID("ann"),
      away: isAway ? times.interval("2026-12-21..2026-12-22") : nil,
      back: kind == .back ? times.day("2026-12-23") : nil, appointments: appointments,
      contacts: isAway && kind != .back ? people : [NoticeFacts.ContactDays(days: [], by: ClinicianID("ann"))],
      metColleague: kind == .back && metColleague)
    if kind == .offer {
      facts.others = [cat]
      facts.isChanged = contacts > 1
    }
    return facts
  }

  /// One letter of each kind, with as much in it as such letters have.
  func typical(_ kind: Notice.Kind, in language: LanguageTag) -> NoticeFacts {
    let ben = ClinicianID("ben")
    let seen = NoticeFacts.Appointment.Fate.seen(by: ben)
    let appointments: [NoticeFacts.Appointment] =
      switch kind {
      case .first:
        [
          appointment("2026-12-21 10:00-10:50", seen), appointment("2026-12-22 10:00-10:50", seen),
          appointment("2026-12-21 14:00-14:50", TypicalLetters.fates[1], at: .online, asksConsent: true),
          appointment("2026-12-22 15:00-15:50", .rests),
        ]
      case .reminder: [appointment("2026-12-21 10:00-10:50", seen, at: .open)]
      case .closure: [appointment("2026-12-24 10:00-10:50", .closed), appointment("2026-12-31 10:00-10:50", .closed)]
      case .change: [appointment("2026-12-21 10:00-10:50", seen), appointment("2026-12-22 10:00-10:50", .notHeld)]
      case .withdrawal:
        [appointment("2026-12-21 10:00-10:50", .asUsual), appointment("2026-12-22 10:00-10:50", .unknown)]
      case .back: [appointment("2026-12-28 10:00-10:50", .asUsual, at: .open)]
      case .offer: [appointment("2026-12-22 10:00-10:50", .proposed(by: ben))]
      }
    return facts(kind, in: language, appointments: appointments, contacts: kind == .first ? 3 : 1)
  }
}

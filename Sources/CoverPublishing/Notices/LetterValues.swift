import CivilTime
import CoverDomain

/// What a letter says, in words of its language: the linter looks for these very words, and templates name them.
struct LetterValues: Sendable {
  /// Appointments that share what becomes of them.
  struct Group: Sendable {
    var times: [String]
    let outcome: String
  }

  let language: any LetterLanguage
  let salutation: String
  /// Nil where the register has no name.
  let client: String?
  let clinician: Person
  let away: String?
  let back: String?
  let groups: [Group]
  let choice: String
  /// Nil where practice.yaml has neither address nor telephone number.
  let answer: String?
  /// Nil where nobody can be named.
  let contact: String?
  let urgentHelp: String
  /// Whether the practice says of urgent help nothing in this language, and something in another.
  let quotesUrgentHelp: Bool
  let practice: String
  let phone: String?
  let email: String?
  let date: String
  let subject: String
  let offersColleague: Bool
  let isChanged: Bool
  /// Everybody of the practice who is named, as they are named.
  let people: [String]

  init(facts: NoticeFacts, practice: Practice, language: any LetterLanguage, date day: Day) {
    let speech = LetterSpeech(facts: facts, practice: practice, language: language)
    self.language = language
    client = speech.text(facts.client.name)
    salutation = language.salutation(client)
    clinician = speech.person(facts.clinician)
    away = facts.away.map { language.away(speech.awayTime($0)) }
    back = facts.back.map(language.back)
    groups = speech.groups
    choice =
      language.freedom + " "
      + language.choices(
        ClientChoices(
          kind: facts.kind, clinician: clinician, mayWait: facts.mayWait, needsAnswer: facts.needsAnswer,
          hasProposal: facts.hasProposal, isOneDay: facts.away.map { practice.zone.days(of: $0).count == 1 } ?? false,
          metColleague: facts.metColleague, count: facts.appointments.count,
          others: facts.others.map(speech.person)))
    phone = speech.text(practice.phone)
    email = speech.text(practice.email)
    answer = phone == nil && email == nil ? nil : language.answer(email: email, phone: phone)
    contact = speech.contact
    urgentHelp = speech.urgentHelp.text
    quotesUrgentHelp = speech.urgentHelp.isQuoted
    self.practice = speech.text(practice.name) ?? ""
    date = language.date(day)
    subject = language.subject(practice.name)
    offersColleague = facts.offersColleague
    isChanged = facts.isChanged
    people = facts.people.map { speech.person($0).name }
  }

  /// The values by their names in templates.
  var fields: LetterFields {
    let count = groups.reduce(0) { $0 + $1.times.count }
    return LetterFields([
      (.salutation, salutation), (.client, client), (.clinician, clinician.name), (.away, away), (.back, back),
      (.appointments, groups.map(Self.fields)), (.choice, choice), (.answer, answer), (.contact, contact),
      (.urgentHelp, urgentHelp), (.practice, practice), (.phone, phone), (.email, email), (.date, date),
      (.colleague, offersColleague), (.changed, isChanged), (.one, count == 1), (.several, count > 1),
      (.she, clinician.gender == .female),
      (.he, clinician.gender == .male), (.they, clinician.gender == nil),
    ])
  }

  private static func fields(_ group: Group) -> LetterFields {
    LetterFields([
      (.times, group.times.map { LetterFields([(.time, $0)]) }), (.outcome, group.outcome),
      (.one, group.times.count == 1), (.several, group.times.count > 1),
    ])
  }
}

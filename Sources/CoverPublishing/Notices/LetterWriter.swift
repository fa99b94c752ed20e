import CivilTime
import CoverDomain

/// Writes letters: chooses the language and the template, and puts the facts into words.
struct LetterWriter: Sendable {
  let practice: Practice
  let templates: LetterTemplates
  /// A language to write in whatever the client's; nil for the client's.
  var language: LanguageTag?

  /// A letter before it is checked.
  struct Letter: Sendable {
    let values: LetterValues
    /// As a mail holds it: a paragraph a line.
    let body: String
    /// As its file holds it.
    let text: String
    /// Whether it is in the client's language, or in one that serves it.
    let isInOwnLanguage: Bool
  }

  /// - Parameter date: the day on which it is sent.
  func letter(_ facts: NoticeFacts, date: Day) -> Letter {
    let wanted = language ?? facts.client.language
    let choice = LetterLanguages.choice(client: wanted, practice: practice.language)
    let values = LetterValues(facts: facts, practice: practice, language: choice.language, date: date)
    let asked = choice.isOwn ? wanted ?? practice.language : practice.language
    let body = templates.template(facts.kind, asked: asked, language: choice.language)?.letter(values) ?? ""
    let phone = facts.client.phone.map(PlainText.oneLine)
    let office = LetterLanguages.choice(client: nil, practice: practice.language).language
    let layout = LetterLayout(values: values, office: office, contact: facts.client.contact, phone: phone)
    return Letter(values: values, body: body, text: layout.text(body), isInOwnLanguage: choice.isOwn)
  }
}

/// The letter around its sentences: the headings and the close of a language, in the order that all letters have.
struct LetterFrame: Sendable {
  /// Above the salutation; nil where the salutation names the client.
  var addressee: String?
  /// Above one appointment.
  let appointment: String
  /// Above more than one.
  let appointments: String
  /// Above the next one, when somebody is back.
  let next: String
  /// That there is no next one yet, when somebody is back.
  let noNext: String
  /// Above what is offered.
  let offer: String
  let choice: String
  let contact: String
  let urgentHelp: String
  /// Above the practice's telephone number and address: the last words, and the practice.
  let close: String
  /// What stands before the telephone number.
  var phone = ""
  /// What stands before the address.
  var email = ""

  /// The Mustache template of a letter of that kind that begins with those sentences.
  ///
  /// An offer begins with what the client may choose: there is nothing yet that holds without them.
  func template(_ kind: Notice.Kind, _ opening: String) -> String {
    let addressee = addressee.map { "{{#client}}\n\($0)\n\n{{/client}}\n" } ?? ""
    let body = kind == .offer ? [choices, appointments(kind)] : [appointments(kind), choices]
    return """
      \(addressee){{salutation}}

      \(opening)

      \(body.joined(separator: "\n\n"))

      \(contact)

      {{contact}}

      \(urgentHelp)

      {{urgent-help}}

      \(close)
      {{#phone}}
      \(phone){{phone}}
      {{/phone}}
      {{#email}}
      \(email){{email}}
      {{/email}}

      """
  }

  private var choices: String { "\(choice)\n\n{{choice}}\n\n{{answer}}" }

  private func appointments(_ kind: Notice.Kind) -> String {
    """
    \(heading(kind))

    {{#appointments}}
    {{#times}}
      {{time}}
    {{/times}}
      {{outcome}}

    {{/appointments}}
    """
  }

  /// Only a letter that somebody is back may have no appointment to tell of.
  private func heading(_ kind: Notice.Kind) -> String {
    if kind == .offer { return offer }
    let several = "{{#several}}\n\(appointments)\n{{/several}}"
    guard kind == .back else { return "{{#one}}\n\(appointment)\n{{/one}}\n\(several)" }
    return "{{#one}}\n\(next)\n{{/one}}\n\(several)\n{{^one}}\n{{^several}}\n\(noNext)\n{{/several}}\n{{/one}}"
  }
}

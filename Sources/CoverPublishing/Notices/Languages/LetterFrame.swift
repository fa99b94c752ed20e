/// The letter around its sentences: the headings and the close of a language, in the order that all letters have.
struct LetterFrame: Sendable {
  /// Above the salutation; nil where the salutation names the client.
  var addressee: String?
  /// Above one appointment.
  let appointment: String
  /// Above more than one.
  let appointments: String
  let choice: String
  let contact: String
  let urgentHelp: String
  /// Above the practice's telephone number and address: the last words, and the practice.
  let close: String
  /// What stands before the telephone number.
  var phone = ""
  /// What stands before the address.
  var email = ""

  /// The Mustache template of a letter that begins with those sentences.
  func template(_ opening: String) -> String {
    let addressee = addressee.map { "{{#client}}\n\($0)\n\n{{/client}}\n" } ?? ""
    return """
      \(addressee){{salutation}}

      \(opening)

      {{#one}}
      \(appointment)
      {{/one}}
      {{#several}}
      \(appointments)
      {{/several}}

      {{#appointments}}
      {{#times}}
        {{time}}
      {{/times}}
        {{outcome}}

      {{/appointments}}

      \(choice)

      {{choice}}

      {{answer}}

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
}

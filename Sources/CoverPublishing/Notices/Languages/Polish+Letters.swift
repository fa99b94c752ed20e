extension Polish {
  private static let frame = LetterFrame(
    addressee: "{{client}}", appointment: "Wizyta", appointments: "Wizyty", next: "Następna wizyta",
    noNext: "Następna wizyta nie jest jeszcze umówiona. Żeby ją umówić, wystarczy dać nam znać.",
    offer: "Nasza propozycja", choice: "Co można wybrać",
    contact: "Kto pomoże", urgentHelp: "Gdy sprawa nie może czekać", close: "Z serdecznymi pozdrowieniami\n{{practice}}"
  )

  func template(_ kind: Notice.Kind) -> String { Self.frame.template(kind, opening(kind)) }

  /// After the comma of the greeting the sentence goes on in lower case, but for a name.
  private func opening(_ kind: Notice.Kind) -> String {
    let fromNowOn = "Od teraz ważne jest to, co piszemy tutaj."
    return switch kind {
    case .first:
      "{{clinician}} nie przyjmuje {{away}}. {{#colleague}}Zależy nam, żeby w tym czasie był ktoś, na kogo można liczyć."
        + " {{/colleague}}Poniżej piszemy, co to oznacza."
    case .reminder: "krótko przypominamy: {{clinician}} nie przyjmuje {{away}}."
    case .closure:
      "{{#one}}w dniu umówionej wizyty{{/one}}{{#several}}w dniach umówionych wizyt{{/several}} nasz gabinet będzie"
        + " zamknięty. Chcemy o tym powiedzieć odpowiednio wcześnie."
    case .change:
      "od naszej ostatniej wiadomości coś się zmieniło. Przepraszamy. {{clinician}} nie przyjmuje {{away}}."
        + " \(fromNowOn)"
    case .withdrawal:
      "od naszej ostatniej wiadomości coś się zmieniło. \(fromNowOn)"
    case .back:
      "{{clinician}} nie przyjmuje {{away}} i wraca {{back}}. Dziękujemy za cierpliwość."
    case .offer:
      "{{#changed}}od naszej ostatniej wiadomości o tym coś się zmieniło. \(fromNowOn) {{/changed}}{{clinician}} proponuje"
        + " spotkanie także z inną osobą z naszego zespołu. Nie trzeba się zgadzać. We wszystkich innych"
        + " sprawach osobą do kontaktu pozostaje {{clinician}}."
    }
  }
}

extension German {
  private static let frame = LetterFrame(
    appointment: "Ihr Termin", appointments: "Ihre Termine", next: "Ihr nächster Termin",
    noNext: "Ein nächster Termin steht noch nicht fest. Wenn Sie einen möchten, sagen Sie es uns einfach.",
    offer: "Unser Vorschlag", choice: "Ihre Wahl", contact: "Wer für Sie da ist",
    urgentHelp: "Wenn es nicht warten kann", close: "Herzliche Grüße\n{{practice}}")

  func template(_ kind: Notice.Kind) -> String { Self.frame.template(kind, opening(kind)) }

  /// After the comma of the salutation the sentence goes on: in lower case, but for a noun or a name.
  private func opening(_ kind: Notice.Kind) -> String {
    let fromNowOn = "Ab jetzt gilt, was hier steht."
    return switch kind {
    case .first:
      "{{clinician}} ist {{away}} nicht da. {{#colleague}}Wir möchten, dass Sie in dieser Zeit gut aufgehoben sind."
        + " {{/colleague}}Hier lesen Sie, was das für Sie heißt."
    case .reminder: "nur zur Erinnerung: {{clinician}} ist {{away}} nicht da."
    case .closure:
      "unsere Praxis ist an {{#one}}einem Tag{{/one}}{{#several}}einigen Tagen{{/several}} geschlossen, an"
        + " {{#one}}dem{{/one}}{{#several}}denen{{/several}} Sie einen Termin haben. Wir möchten, dass Sie das früh genug"
        + " wissen."
    case .change:
      "seit unserer letzten Nachricht hat sich etwas geändert. Das tut uns leid. {{clinician}} ist {{away}} nicht da."
        + " \(fromNowOn)"
    case .withdrawal:
      "seit unserer letzten Nachricht hat sich etwas geändert. \(fromNowOn)"
    case .back:
      "{{clinician}} ist {{back}} wieder für Sie da, nach einer Pause {{away}}. Danke für Ihre Geduld."
    case .offer:
      "{{#changed}}seit unserer letzten Nachricht dazu hat sich etwas geändert. \(fromNowOn) {{/changed}}{{clinician}}"
        + " schlägt Ihnen vor, auch jemand anderen aus unserem Team kennenzulernen. Das liegt ganz bei Ihnen. Für alles"
        + " andere ist weiterhin {{clinician}} für Sie zuständig."
    }
  }
}

extension English {
  private static let frame = LetterFrame(
    appointment: "Your appointment", appointments: "Your appointments", next: "Your next appointment",
    noNext: "We do not have a next appointment for you yet. To make one, just tell us.", offer: "What we can offer you",
    choice: "Your choice", contact: "Someone to talk to", urgentHelp: "If it cannot wait",
    close: "With warm wishes,\n{{practice}}")

  func template(_ kind: Notice.Kind) -> String { Self.frame.template(kind, opening(kind)) }

  private func opening(_ kind: Notice.Kind) -> String {
    switch kind {
    case .first:
      "{{clinician}} will be away {{away}}. We want you to know in good time."
        + "{{#colleague}} We would also like someone to be there for you in the meantime.{{/colleague}}"
    case .reminder: "A short reminder: {{clinician}} will be away {{away}}."
    case .closure:
      "We will be closed {{#one}}on the day of one of your appointments{{/one}}"
        + "{{#several}}on the days of some of your appointments{{/several}}. We want you to know in good time."
    case .change:
      "Something has changed since we last wrote to you. We are sorry about that. {{clinician}} will be away {{away}}."
        + " Please go by this letter from now on."
    case .withdrawal: "Something has changed since we last wrote to you. Please go by this letter from now on."
    case .back:
      "{{clinician}} is away {{away}}, and will be back {{back}}. Thank you for your patience."
    case .offer:
      "{{#changed}}Something has changed since we last wrote to you about this. Please go by this letter from now on."
        + " {{/changed}}{{clinician}} suggests meeting someone else from our team as well. It is up to you. For everything"
        + " else, {{clinician}} stays your contact."
    }
  }
}

extension English {
  func template(_ kind: Notice.Kind) -> String {
    """
    {{salutation}}

    \(opening(kind))

    \(heading(kind))

    {{#appointments}}
    {{#times}}
      {{time}}
    {{/times}}
      {{outcome}}

    {{/appointments}}
    Your choice

    {{choice}}

    {{answer}}

    Someone to talk to

    {{contact}}

    If it cannot wait

    {{urgent-help}}

    With warm wishes,
    {{practice}}
    {{#phone}}
    {{phone}}
    {{/phone}}
    {{#email}}
    {{email}}
    {{/email}}

    """
  }

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
    }
  }

  private func heading(_ kind: Notice.Kind) -> String {
    kind == .back
      ? """
      {{#one}}
      Your next appointment
      {{/one}}
      {{^one}}
      We do not have a next appointment for you yet. To make one, just tell us.
      {{/one}}
      """ : "{{#one}}Your appointment{{/one}}{{#several}}Your appointments{{/several}}"
  }
}

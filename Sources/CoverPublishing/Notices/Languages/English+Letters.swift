extension English {
  func template(_ kind: Notice.Kind) -> String {
    """
    {{salutation}}

    \(opening(kind))

    \(Self.appointments(kind))

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
      """
      {{clinician}} will be away {{away}}. {{#colleague}}We would like you to be in good hands until then. {{/colleague}}This is what it means for you.
      """
    case .reminder:
      """
      This is a short reminder: {{clinician}} will be away {{away}}.
      """
    case .closure:
      """
      We are closed on some of your days, and we would like you to know in good time.
      """
    case .change:
      """
      Something has changed since we last wrote to you. We are sorry about that. {{clinician}} will be away {{away}}. Please go by this letter from now on.
      """
    case .withdrawal:
      """
      Something has changed since we last wrote to you: {{clinician}} will be here after all. Please go by this letter from now on.
      """
    case .back:
      """
      {{clinician}} was away {{away}} and is back {{back}}. Thank you for your patience.
      """
    }
  }

  private static func appointments(_ kind: Notice.Kind) -> String {
    """
    Your {{#one}}appointment{{/one}}{{#several}}appointments{{/several}}

    {{#appointments}}
    {{#times}}
      {{time}}
    {{/times}}
      {{outcome}}

    {{/appointments}}
    """
  }
}

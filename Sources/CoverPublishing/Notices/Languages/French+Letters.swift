extension French {
  private static let frame = LetterFrame(
    appointment: "Votre rendez-vous", appointments: "Vos rendez-vous", next: "Votre prochain rendez-vous",
    noNext: "Vous n’avez pas encore de prochain rendez-vous. Pour en prendre un, dites-le-nous.",
    offer: "Notre proposition",
    choice: "Votre choix",
    contact: "À qui parler",
    urgentHelp: "Si cela ne peut pas attendre", close: "Bien à vous,\n{{practice}}")

  func template(_ kind: Notice.Kind) -> String { Self.frame.template(kind, opening(kind)) }

  private func opening(_ kind: Notice.Kind) -> String {
    let fromNowOn = "Désormais, c’est ce message qui compte."
    return switch kind {
    case .first:
      "{{clinician}} ne sera pas là {{away}}. {{#colleague}}Nous tenons à ce que quelqu’un soit là pour vous pendant ce"
        + " temps. {{/colleague}}Voici ce que cela change pour vous."
    case .reminder: "Un petit rappel\u{A0}: {{clinician}} ne sera pas là {{away}}."
    case .closure:
      "Notre cabinet sera fermé {{#one}}un jour{{/one}}{{#several}}certains jours{{/several}} où vous avez rendez-vous."
        + " Nous tenons à vous prévenir à temps."
    case .change:
      "Quelque chose a changé depuis notre dernier message. Veuillez nous en excuser. {{clinician}} ne sera pas là"
        + " {{away}}. \(fromNowOn)"
    case .withdrawal:
      "Quelque chose a changé depuis notre dernier message. \(fromNowOn)"
    case .back:
      "Après une absence {{away}}, {{clinician}} sera de nouveau là {{back}}. Merci de votre patience."
    case .offer:
      "{{#changed}}Quelque chose a changé depuis notre dernier message à ce sujet. \(fromNowOn) {{/changed}}{{clinician}}"
        + " vous propose de rencontrer aussi une autre personne de notre équipe. C’est à vous de voir. Pour le"
        + " reste, c’est toujours {{clinician}} qui vous suit."
    }
  }
}

extension French {
  func salutation(_ client: String?) -> String { client.map { "Bonjour \($0)," } ?? "Bonjour," }

  func outcome(_ outcome: AppointmentOutcome) -> String {
    let isOne = outcome.count == 1
    let clinician = outcome.clinician.name
    let consent = outcome.asksConsent ? " Dites-nous d’abord si vous êtes d’accord." : ""
    switch outcome.fate {
    case .seen(let by):
      let when = isOne ? "ce jour-là, à la même heure" : "ces jours-là, aux mêmes heures"
      return "\(by.name) peut vous recevoir \(when), \(place(outcome)).\(consent)"
    case .offered(let by, let interval):
      return
        "\(by.name) peut vous recevoir à un autre moment\u{A0}: \(time(interval)), \(place(outcome)). C’est une simple"
        + " proposition\u{A0}: dites-nous si \(outcome.asksConsent ? "le moment et la personne vous conviennent" : "cela vous convient")."
    case .rests:
      return (isOne ? "Ce rendez-vous n’aura pas lieu." : "Ces rendez-vous n’auront pas lieu.")
        + " Ensuite, \(clinician) vous recevra de nouveau."
    case .notHeld:
      return isOne
        ? "Nous n’avons encore trouvé personne pour ce rendez-vous. Il ne peut donc pas avoir lieu comme prévu, et nous"
          + " le regrettons. Nous vous recontacterons."
        : "Nous n’avons encore trouvé personne pour ces rendez-vous. Ils ne peuvent donc pas avoir lieu comme prévu, et"
          + " nous le regrettons. Nous vous recontacterons."
    case .closed:
      return "Le cabinet sera fermé. "
        + (isOne ? "Ce rendez-vous n’aura donc pas lieu." : "Ces rendez-vous n’auront donc pas lieu.")
    case .asUsual:
      return "\(clinician) vous recevra comme prévu, \(place(outcome))."
    case .unknown:
      return "Ce que nous vous avons écrit sur \(isOne ? "ce" : "ces") rendez-vous n’est plus valable. En cas de doute,"
        + " posez-nous la question."
    case .proposed(let by):
      let place = outcome.place == .usual ? ". Nous vous dirons où" : ", \(place(outcome))"
      return "\(by.name) peut vous recevoir \(isOne ? "à ce moment-là" : "à ces moments-là")\(place). C’est une simple"
        + " proposition."
    }
  }

  private func place(_ outcome: AppointmentOutcome) -> String {
    switch outcome.place {
    case .site(let name): "à cette adresse\u{A0}: \(name)"
    case .online: "en ligne"
    case .usual: "à l’endroit habituel"
    }
  }

  var freedom: String { "C’est vous qui choisissez." }

  func choices(_ choices: ClientChoices) -> String {
    switch choices.kind {
    case .withdrawal: return "Si vous préférez une autre solution, dites-le-nous."
    case .closure: return "Si vous voulez un autre moment, avant ou après, dites-le-nous."
    case .back:
      return choices.metColleague
        ? "Si vous voulez continuer avec la personne rencontrée entre-temps, ou y aller en douceur, dites-le-nous."
        : "Si vous voulez un autre moment, ou y aller en douceur, dites-le-nous."
    case .offer:
      let others = choices.others.map { "voir plutôt \($0.name)" }
      let ways = (["accepter le moment proposé", "demander un autre moment"] + others).map { "- \($0)\u{A0};" }
      return
        (["Dites-nous ce qui vous convient. Vous pouvez\u{A0}:"] + ways + ["- dire non\u{A0}: rien ne change alors."])
        .joined(separator: "\n")
    case .first, .reminder, .change:
      let lead =
        choices.needsAnswer
        ? "Dites-nous ce qui vous convient. Vous pouvez\(choices.hasProposal ? " aussi" : "")\u{A0}:"
        : "Si cela vous convient, vous n’avez rien à faire. Sinon, vous pouvez\u{A0}:"
      return choices.mayWait
        ? """
        \(lead)
        - attendre la fin de cette absence\u{A0};
        - demander à voir quelqu’un d’autre\u{A0};
        - appeler seulement en cas d’urgence.
        """
        : """
        \(lead)
        - demander à voir quelqu’un d’autre \(choices.isOneDay ? "ce jour-là" : "pendant cette absence")\u{A0};
        - appeler seulement en cas d’urgence.
        """
    }
  }

  func answer(email: String?, phone: String?) -> String {
    let ways = [email.map { "écrivez à \($0)" }, phone.map { "appelez le \($0)" }].compactMap(\.self)
    return "Pour nous répondre, \(ways.joined(separator: " ou "))."
  }

  func contact(_ contact: ContactPeople) -> String {
    let names = list(contact.people.map(\.person.name))
    let isOne = contact.people.count == 1
    let here = "\(names) \(isOne ? "est" : "sont") là pour vous."
    guard contact.away != nil else { return "Pour toute question, \(here)" }
    if isOne { return "Pendant cette absence, \(here) Il suffit de donner ce nom." }
    if contact.people.contains(where: { $0.days.isEmpty }) {
      return "Pendant cette absence, \(here) Il suffit de donner l’un de ces noms."
    }
    return "Pendant cette absence, vous pouvez compter sur ces personnes. Il suffit de donner leur nom.\n"
      + contact.people.map { "- \(list($0.days.map(shortDays)))\u{A0}: \($0.person.name)" }.joined(separator: "\n")
  }

  var urgentHelp: String {
    "Si vous êtes en danger, ou si quelqu’un d’autre l’est, appelez tout de suite les secours."
  }

  func quoted(_ words: String) -> String { "Notre cabinet précise\u{A0}: «\u{A0}\(words)\u{A0}»" }

  func subject(_ practice: String) -> String { "\(practice)\u{A0}: un message pour vous" }

  var callGuide: [String] {
    [
      "Cette personne souhaite un appel. Ne parlez qu’à elle. Vérifiez à qui vous parlez avant de dire d’où vous"
        + " appelez.",
      "Si quelqu’un d’autre répond, ou un répondeur, ne laissez pas de message\u{A0}: dites seulement que vous"
        + " rappellerez, sans nommer le cabinet. À la personne, dites avec vos mots\u{A0}:",
    ]
  }
}

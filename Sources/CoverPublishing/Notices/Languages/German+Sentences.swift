extension German {
  func salutation(_ client: String?) -> String { client.map { "Guten Tag \($0)," } ?? "Guten Tag," }

  func outcome(_ outcome: AppointmentOutcome) -> String {
    let isOne = outcome.count == 1
    let clinician = outcome.clinician.name
    let consent = outcome.asksConsent ? " Bitte sagen Sie uns vorher, ob Ihnen das recht ist." : ""
    switch outcome.fate {
    case .seen(let by):
      return
        "\(by.name) kann zu \(isOne ? "dieser Zeit" : "diesen Zeiten") für Sie da sein, \(place(outcome)).\(consent)"
    case .offered(let by, let interval):
      return
        "\(by.name) kann zu einer anderen Zeit für Sie da sein: \(time(interval)), \(place(outcome)). Das ist nur ein"
        + " Angebot: Bitte sagen Sie uns, ob \(outcome.asksConsent ? "Zeit und Person Ihnen recht sind" : "es Ihnen passt")."
    case .rests:
      return (isOne ? "Dieser Termin fällt aus." : "Diese Termine fallen aus.")
        + " Danach ist \(clinician) wieder für Sie da."
    case .notHeld:
      return isOne
        ? "Für diesen Termin haben wir noch niemanden gefunden. Er muss vorerst ausfallen, und das tut uns leid. Wir"
          + " melden uns bei Ihnen."
        : "Für diese Termine haben wir noch niemanden gefunden. Sie müssen vorerst ausfallen, und das tut uns leid. Wir"
          + " melden uns bei Ihnen."
    case .closed:
      return "Unsere Praxis ist geschlossen. "
        + (isOne ? "Deshalb fällt dieser Termin aus." : "Deshalb fallen diese Termine aus.")
    case .asUsual:
      return "\(clinician) ist wie geplant für Sie da, \(place(outcome))."
    case .unknown:
      return "Was wir Ihnen zu \(isOne ? "diesem Termin" : "diesen Terminen") geschrieben haben, gilt nicht mehr."
        + " Fragen Sie uns bitte, wenn Sie nicht sicher sind."
    case .proposed(let by):
      let place = outcome.place == .usual ? ". Den Ort sagen wir Ihnen noch" : ", \(place(outcome))"
      return
        "\(by.name) kann zu \(isOne ? "dieser Zeit" : "diesen Zeiten") für Sie da sein\(place). Das ist nur ein Angebot."
    }
  }

  private func place(_ outcome: AppointmentOutcome) -> String {
    switch outcome.place {
    case .site(let name): "am Standort \(name)"
    case .online: "online"
    case .usual: "am gewohnten Ort"
    }
  }

  var freedom: String { "Sie können frei entscheiden." }

  func choices(_ choices: ClientChoices) -> String {
    let clinician = choices.clinician.name
    switch choices.kind {
    case .withdrawal: return "Wenn Sie es lieber anders hätten, sagen Sie es uns einfach."
    case .closure: return "Wenn Sie lieber vorher oder nachher kommen möchten, sagen Sie es uns einfach."
    case .back:
      return choices.metColleague
        ? "Wenn Sie bei jemandem bleiben möchten, der inzwischen für Sie da war, oder wenn Sie mehr Zeit brauchen, sagen Sie"
          + " es uns einfach."
        : "Wenn Ihnen ein anderer Termin lieber ist oder wenn Sie mehr Zeit brauchen, sagen Sie es uns einfach."
    case .offer:
      let others = choices.others.map { "lieber mit \($0.name) sprechen" }
      let ways = (["den Vorschlag annehmen", "um eine andere Zeit bitten"] + others).map { "- \($0)" }
      return "Bitte sagen Sie uns, was Ihnen recht ist. Sie können\n\(ways.joined(separator: ",\n")) oder"
        + "\n- Nein sagen. Dann bleibt alles, wie es ist."
    case .first, .reminder, .change:
      let lead =
        choices.needsAnswer
        ? "Bitte sagen Sie uns, was Ihnen recht ist. Sie können\(choices.hasProposal ? " auch" : "")"
        : "Wenn das so für Sie passt, müssen Sie nichts weiter tun. Wenn nicht, können Sie"
      return choices.mayWait
        ? """
        \(lead)
        - warten, bis \(clinician) wieder da ist,
        - um einen Termin bei jemand anderem bitten oder
        - in dieser Zeit nur anrufen, wenn es dringend ist.
        """
        : """
        \(lead)
        - um einen Termin bei jemand anderem bitten oder
        - \(choices.isOneDay ? "an diesem Tag" : "in dieser Zeit") nur anrufen, wenn es dringend ist.
        """
    }
  }

  func answer(email: String?, phone: String?) -> String {
    let ways = [email.map { "per E-Mail an \($0)" }, phone.map { "telefonisch unter \($0)" }].compactMap(\.self)
    return "So können Sie uns Bescheid geben: \(ways.joined(separator: " oder "))."
  }

  func contact(_ contact: ContactPeople) -> String {
    let names = contact.people.map(\.person.name)
    guard let away = contact.away else {
      return "Wenn Sie Fragen haben, fragen Sie einfach nach \(list(names, "oder"))."
    }
    let meanwhile = "Solange \(away.name) nicht da ist,"
    if contact.people.count == 1 {
      return "\(meanwhile) ist \(list(names)) für Sie da. Fragen Sie einfach nach \(list(names))."
    }
    if contact.people.contains(where: { $0.days.isEmpty }) {
      return "\(meanwhile) sind \(list(names)) für Sie da. Fragen Sie einfach nach \(list(names, "oder"))."
    }
    return "\(meanwhile) sind diese Personen für Sie da. Fragen Sie einfach nach ihnen.\n"
      + contact.people.map { "- \(list($0.days.map(shortDays))): \($0.person.name)" }.joined(separator: "\n")
  }

  var urgentHelp: String {
    "Wenn Sie in Gefahr sind oder jemand anderes in Gefahr ist, wählen Sie sofort den Notruf."
  }

  func quoted(_ words: String) -> String { "Unsere Praxis ergänzt: „\(words)“" }

  func subject(_ practice: String) -> String { "Eine Nachricht von \(practice)" }

  var callGuide: [String] {
    [
      "Diese Person möchte angerufen werden. Sprechen Sie nur mit ihr selbst. Fragen Sie erst, mit wem Sie sprechen, bevor"
        + " Sie sagen, von wo Sie anrufen.",
      "Meldet sich jemand anderes oder ein Anrufbeantworter, hinterlassen Sie keine Nachricht: Sagen Sie nur, dass Sie"
        + " wieder anrufen, und nennen Sie die Praxis nicht. Der Person selbst sagen Sie mit Ihren eigenen Worten:",
    ]
  }
}

extension Spanish {
  func salutation(_ client: String?) -> String { client.map { "Hola, \($0):" } ?? "Hola:" }

  func outcome(_ outcome: AppointmentOutcome) -> String {
    let isOne = outcome.count == 1
    let clinician = outcome.clinician.name
    let appointment = isOne ? "su cita" : "sus citas"
    let consent = outcome.asksConsent ? " Antes, díganos si está de acuerdo." : ""
    switch outcome.fate {
    case .seen(let by):
      return "\(isOne ? "Ese día, a esa hora" : "Esos días, a esas horas"), puede tener \(appointment) con \(by.name),"
        + " \(place(outcome)).\(consent)"
    case .offered(let by, let interval):
      return
        "Puede tener su cita con \(by.name) en otro momento: \(time(interval)), \(place(outcome)). Es solo una propuesta:"
        + " díganos si le \(outcome.asksConsent ? "van bien la hora y la persona" : "va bien")."
    case .rests:
      return (isOne ? "Esta cita no tendrá lugar." : "Estas citas no tendrán lugar.")
        + " Después, seguirá con \(clinician)."
    case .notHeld:
      return isOne
        ? "Todavía no hemos encontrado a nadie para esta cita. Por eso, de momento, no puede tener lugar. Lo sentimos. Le"
          + " diremos algo pronto."
        : "Todavía no hemos encontrado a nadie para estas citas. Por eso, de momento, no pueden tener lugar. Lo sentimos."
          + " Le diremos algo pronto."
    case .closed:
      return "La consulta estará cerrada. "
        + (isOne ? "Por eso, esta cita no tendrá lugar." : "Por eso, estas citas no tendrán lugar.")
    case .asUsual:
      return "Tendrá \(appointment) con \(clinician) como estaba previsto, \(place(outcome))."
    case .unknown:
      return
        "Lo que le escribimos sobre \(isOne ? "esta cita" : "estas citas") ya no vale. Si tiene dudas, pregúntenos."
    case .proposed(let by):
      let place = outcome.place == .usual ? ". Le diremos dónde" : ", \(place(outcome))"
      return "Puede hablar con \(by.name) \(isOne ? "a esa hora" : "a esas horas")\(place). Es solo una propuesta."
    }
  }

  private func place(_ outcome: AppointmentOutcome) -> String {
    switch outcome.place {
    case .site(let name): "en \(name)"
    case .online: "en línea"
    case .usual: "en el lugar de siempre"
    }
  }

  var freedom: String { "Usted decide." }

  func choices(_ choices: ClientChoices) -> String {
    let clinician = choices.clinician.name
    switch choices.kind {
    case .withdrawal: return "Si prefiere otra cosa, díganoslo."
    case .closure: return "Si quiere venir otro día, antes o después, díganoslo."
    case .back:
      return choices.metColleague
        ? "Si quiere seguir con la persona que ha conocido mientras tanto, o ir más despacio, díganoslo."
        : "Si quiere otra hora, o ir más despacio, díganoslo."
    case .offer:
      let others = choices.others.map { "hablar con \($0.name) en su lugar" }
      let ways = (["aceptar la hora que le proponemos", "pedir otra hora"] + others).map { "- \($0);" }
      return (["Díganos qué prefiere. Puede:"] + ways + ["- decir que no: entonces todo sigue igual."])
        .joined(separator: "\n")
    case .first, .reminder, .change:
      let lead =
        choices.needsAnswer
        ? "Díganos qué prefiere. \(choices.hasProposal ? "También puede" : "Puede"):"
        : "Si le parece bien, no tiene que hacer nada más. Si no, puede:"
      return choices.mayWait
        ? """
        \(lead)
        - esperar a que vuelva \(clinician);
        - pedir cita con otra persona;
        - llamar solo si surge algo urgente.
        """
        : """
        \(lead)
        - pedir cita con otra persona \(choices.isOneDay ? "ese día" : "mientras tanto");
        - llamar solo si surge algo urgente.
        """
    }
  }

  func answer(email: String?, phone: String?) -> String {
    let ways = [email.map { "escriba a \($0)" }, phone.map { "llame al \($0)" }].compactMap(\.self)
    return "Para responder, \(ways.joined(separator: " o "))."
  }

  func contact(_ contact: ContactPeople) -> String {
    let names = list(contact.people.map(\.person.name))
    let isOne = contact.people.count == 1
    guard let away = contact.away else { return "Si tiene alguna pregunta, hable con \(names)." }
    let meanwhile = "Mientras \(away.name) no esté disponible,"
    if isOne || contact.people.contains(where: { $0.days.isEmpty }) {
      return "\(meanwhile) puede hablar con \(names). Basta con decir \(isOne ? "ese nombre" : "uno de esos nombres")."
    }
    return "\(meanwhile) puede hablar con estas personas. Basta con decir su nombre.\n"
      + contact.people.map { "- \(list($0.days.map(shortDays))): \($0.person.name)" }.joined(separator: "\n")
  }

  var urgentHelp: String { "Si usted u otra persona está en peligro, llame enseguida a emergencias." }

  func quoted(_ words: String) -> String { "Nuestra consulta añade: «\(words)»" }

  func subject(_ practice: String) -> String { "Un mensaje de \(practice)" }

  var callGuide: [String] {
    [
      "Esta persona prefiere que la llamen. Hable solo con ella. Compruebe con quién habla antes de decir desde dónde"
        + " llama.",
      "Si contesta otra persona, o un contestador, no deje ningún mensaje: diga solo que volverá a llamar, y no nombre la"
        + " consulta. A la persona, dígale con sus propias palabras:",
    ]
  }
}

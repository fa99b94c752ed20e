extension Polish {
  /// The name stands above it.
  func salutation(_ client: String?) -> String { "Dzień dobry," }

  func outcome(_ outcome: AppointmentOutcome) -> String {
    let isOne = outcome.count == 1
    let clinician = outcome.clinician.name
    let consent = outcome.asksConsent ? " Prosimy najpierw o wiadomość, czy to odpowiada." : ""
    switch outcome.fate {
    case .seen(let by):
      return "W \(isOne ? "tym terminie" : "tych terminach") zaprasza \(by.name) (\(place(outcome))).\(consent)"
    case .offered(let by, let interval):
      return
        "\(by.name) zaprasza w innym terminie: \(time(interval)) (\(place(outcome))). To tylko propozycja: prosimy o"
        + " wiadomość, czy \(outcome.asksConsent ? "odpowiada i termin, i osoba" : "taki termin odpowiada")."
    case .rests:
      return (isOne ? "Ta wizyta się nie odbędzie." : "Te wizyty się nie odbędą.")
        + " Potem znów zaprasza \(clinician)."
    case .notHeld:
      return isOne
        ? "Na tę wizytę nie mamy jeszcze nikogo. Dlatego na razie nie może się odbyć. Przepraszamy. Wkrótce damy znać."
        : "Na te wizyty nie mamy jeszcze nikogo. Dlatego na razie nie mogą się odbyć. Przepraszamy. Wkrótce damy znać."
    case .closed:
      return "Gabinet będzie zamknięty. "
        + (isOne ? "Dlatego ta wizyta się nie odbędzie." : "Dlatego te wizyty się nie odbędą.")
    case .asUsual:
      return "Zgodnie z planem zaprasza \(clinician) (\(place(outcome)))."
    case .unknown:
      return "To, co pisaliśmy o \(isOne ? "tej wizycie" : "tych wizytach"), jest już nieaktualne. W razie wątpliwości"
        + " prosimy o pytanie."
    case .proposed(let by):
      let place = outcome.place == .usual ? ". O miejscu damy znać" : " (\(place(outcome)))"
      return "W \(isOne ? "tym terminie" : "tych terminach") zaprasza \(by.name)\(place). To tylko propozycja."
    }
  }

  private func place(_ outcome: AppointmentOutcome) -> String {
    switch outcome.place {
    case .site(let name): "miejsce: \(name)"
    case .online: "online"
    case .usual: "miejsce to samo co zwykle"
    }
  }

  var freedom: String { "Można wybrać inaczej, każda decyzja jest w porządku." }

  func choices(_ choices: ClientChoices) -> String {
    let clinician = choices.clinician.name
    switch choices.kind {
    case .withdrawal: return "Jeśli inne rozwiązanie byłoby lepsze, prosimy o wiadomość."
    case .closure: return "Jeśli lepszy byłby inny dzień, wcześniej lub później, prosimy o wiadomość."
    case .back:
      return choices.metColleague
        ? "Jeśli lepiej byłoby zostać przy osobie poznanej w tym czasie albo nie spieszyć się, prosimy o wiadomość."
        : "Jeśli lepszy byłby inny termin albo lepiej byłoby się nie spieszyć, prosimy o wiadomość."
    case .offer:
      let others = choices.others.map { "wybrać inną osobę: \($0.name)" }
      let ways = (["przyjąć ten termin", "poprosić o inny termin"] + others).map { "- \($0)," }
      return
        (["Prosimy o wiadomość, co najbardziej odpowiada. Można:"] + ways
        + ["- odmówić: wtedy nic się nie zmienia."]).joined(separator: "\n")
    case .first, .reminder, .change:
      let lead =
        choices.needsAnswer
        ? "Prosimy o wiadomość, co najbardziej odpowiada. Można\(choices.hasProposal ? " też" : ""):"
        : "Jeśli to odpowiada, nie trzeba nic robić. Jeśli nie, można:"
      return choices.mayWait
        ? """
        \(lead)
        - poczekać, aż wróci \(clinician),
        - poprosić o wizytę u kogoś innego,
        - zadzwonić tylko wtedy, gdy pojawi się coś pilnego.
        """
        : """
        \(lead)
        - poprosić \(choices.isOneDay ? "tego dnia" : "w tym czasie") o wizytę u kogoś innego,
        - zadzwonić tylko wtedy, gdy pojawi się coś pilnego.
        """
    }
  }

  func answer(email: String?, phone: String?) -> String {
    let ways = [email.map { "napisać na adres \($0)" }, phone.map { "zadzwonić pod numer \($0)" }].compactMap(\.self)
    return "Żeby dać nam znać, można \(ways.joined(separator: " albo "))."
  }

  func contact(_ contact: ContactPeople) -> String {
    let names = list(contact.people.map(\.person.name))
    let isOne = contact.people.count == 1
    let say = "Wystarczy podać \(isOne ? "to nazwisko" : "jedno z tych nazwisk")."
    guard let away = contact.away else { return "Na pytania \(isOne ? "odpowie" : "odpowiedzą") \(names). \(say)" }
    let meanwhile = "Gdy \(away.name) nie przyjmuje,"
    if isOne || contact.people.contains(where: { $0.days.isEmpty }) {
      return "\(meanwhile) \(isOne ? "pomoże" : "pomogą") \(names). \(say)"
    }
    return "\(meanwhile) pomogą te osoby. Wystarczy podać nazwisko.\n"
      + contact.people.map { "- \(list($0.days.map(shortDays))): \($0.person.name)" }.joined(separator: "\n")
  }

  var urgentHelp: String {
    "Jeśli komuś grozi niebezpieczeństwo, proszę od razu dzwonić na numer alarmowy."
  }

  func quoted(_ words: String) -> String { "Nasz gabinet dodaje: „\(words)”" }

  func subject(_ practice: String) -> String { "Wiadomość: \(practice)" }

  var callGuide: [String] {
    [
      "Ta osoba prosi o telefon. Prosimy rozmawiać tylko z nią. Najpierw trzeba się upewnić, kto odebrał, a dopiero potem"
        + " powiedzieć, skąd dzwonimy.",
      "Jeśli odbierze ktoś inny albo włączy się poczta głosowa, nie zostawiamy wiadomości: mówimy tylko, że zadzwonimy"
        + " jeszcze raz, i nie podajemy nazwy gabinetu. Tej osobie mówimy własnymi słowami:",
    ]
  }
}

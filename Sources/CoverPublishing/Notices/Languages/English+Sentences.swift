extension English {
  func salutation(_ client: String?) -> String { client.map { "Dear \($0)," } ?? "Hello," }

  func outcome(_ outcome: AppointmentOutcome) -> String {
    let isOne = outcome.count == 1
    let clinician = outcome.clinician.name
    let consent = outcome.asksConsent ? " Please tell us first if this is all right with you." : ""
    switch outcome.fate {
    case .seen(let by):
      return "You can see \(by.name) at \(isOne ? "this time" : "these times") instead, \(place(outcome)).\(consent)"
    case .offered(let by, let interval):
      return
        "You can see \(by.name) at another time: \(time(interval)), \(place(outcome)). This is only an offer. Please tell"
        + " us if it suits you.\(consent)"
    case .rests:
      return "\(isOne ? "This one" : "These") will not take place. \(clinician) will see you again afterwards."
    case .notHeld:
      return
        "We are sorry: \(isOne ? "this one" : "these") cannot go ahead. We have not found anyone to see you yet. We will"
        + " be in touch."
    case .closed:
      return "We are closed then, so \(isOne ? "this one" : "these") cannot go ahead."
    case .asUsual:
      return "\(clinician) will see you as always, \(place(outcome))."
    case .unknown:
      return
        "What we wrote to you about \(isOne ? "this one" : "these") no longer holds. If you are not sure, please ask us."
    case .proposed(let by):
      let place = outcome.place == .usual ? ". We will tell you where" : ", \(place(outcome))"
      return "You can see \(by.name) at \(isOne ? "this time" : "these times")\(place). This is only an offer."
    }
  }

  private func place(_ outcome: AppointmentOutcome) -> String {
    switch outcome.place {
    case .site(let name): "at \(name)"
    case .online: "online"
    case .usual: "at the usual place"
    }
  }

  var freedom: String { "You are free to choose." }

  func choices(_ choices: ClientChoices) -> String {
    let clinician = choices.clinician.name
    switch choices.kind {
    case .withdrawal: return "If you would like it to be different, just tell us."
    case .closure: return "If you would like another time before or after, just tell us."
    case .back:
      return choices.metColleague
        ? "If you would like to go on with someone you met in the meantime, or to start slowly, just tell us."
        : "If you would like another time, or to start slowly, just tell us."
    case .offer:
      let others = choices.others.map { "see \($0.name) instead" }
      let ways = (["say yes to the time below", "ask for another time"] + others).map { "- \($0)," }
      return (["Please tell us what suits you. You can"] + ways + ["- say no. Then everything stays as it is."])
        .joined(separator: "\n")
    case .first, .reminder, .change:
      let lead =
        choices.needsAnswer
        ? "Please tell us what suits you. You can\(choices.hasProposal ? " also" : "")"
        : "If this suits you, there is nothing more to do. If not, just tell us. You can also"
      return choices.mayWait
        ? """
        \(lead)
        - wait until \(clinician) is back,
        - ask to see someone else, or
        - just have someone to turn to if something urgent comes up.
        """
        : """
        \(lead)
        - ask to see someone else \(choices.isOneDay ? "that day" : "until \(clinician) is back"), or
        - just have someone to turn to if something urgent comes up.
        """
    }
  }

  func answer(email: String?, phone: String?) -> String {
    let ways = [email.map { "write to \($0)" }, phone.map { "call \($0)" }].compactMap(\.self)
    return "To tell us, \(ways.joined(separator: " or "))."
  }

  func contact(_ contact: ContactPeople) -> String {
    let names = list(contact.people.map(\.person.name))
    guard let away = contact.away else { return "If you have a question, please ask for \(names)." }
    if contact.people.count == 1 {
      return "While \(away.name) is away, \(names) is here for you. Just ask for \(names) by name."
    }
    if contact.people.contains(where: { $0.days.isEmpty }) {
      return "While \(away.name) is away, \(names) are here for you. Just ask for them by name."
    }
    return "While \(away.name) is away, someone you can ask for by name is here for you:\n"
      + contact.people.map { "- \(list($0.days.map(shortDays))): \($0.person.name)" }.joined(separator: "\n")
  }

  var urgentHelp: String { "If you or someone else is in danger, call the emergency services at once." }

  func quoted(_ words: String) -> String { "Our practice adds: “\(words)”" }

  func subject(_ practice: String) -> String { "A message from \(practice)" }

  var callGuide: [String] {
    [
      "This client would like to be called. Speak to them only. Make sure of whom you are speaking to before you say"
        + " where you are calling from.",
      "If someone else answers, or a machine does, give no message: say only that you will call again, and do not name"
        + " the practice. To the client say, in your own words:",
    ]
  }
}

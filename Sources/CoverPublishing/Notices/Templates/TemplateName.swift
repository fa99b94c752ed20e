import CoverDomain

/// The names that a template may use.
enum TemplateName: String, CaseIterable, Sendable {
  case salutation
  case client
  case clinician
  case away
  case back
  case appointments
  case times
  case time
  case outcome
  case choice
  case answer
  case contact
  case urgentHelp = "urgent-help"
  case practice
  case phone
  case email
  case date
  case colleague
  case changed
  case one
  case several
  case she
  case he
  case they

  /// How a name is used.
  enum Form: Sendable {
    /// `{{name}}`; as a section, `{{#name}}…{{/name}}`, it says whether there is one.
    case value
    /// `{{#name}}…{{/name}}`: once for each.
    case list
    /// `{{#name}}…{{/name}}` where it is so, `{{^name}}…{{/name}}` where it is not.
    case condition
  }

  var form: Form {
    switch self {
    case .appointments, .times: .list
    case .colleague, .changed, .one, .several, .she, .he, .they: .condition
    default: .value
    }
  }

  /// The list inside which alone it means something; nil for a name of the whole letter.
  var list: TemplateName? {
    switch self {
    case .times, .outcome: .appointments
    case .time: .times
    default: nil
    }
  }

  /// The kinds of letters in which it means something.
  var kinds: [Notice.Kind] {
    switch self {
    case .away: [.first, .reminder, .change, .back]
    case .back: [.back]
    case .changed: [.offer]
    default: Notice.Kind.allCases
    }
  }

  /// The kinds of letters that cannot do without it.
  var mandatory: [Notice.Kind] {
    switch self {
    case .clinician: TemplateName.away.kinds + [.offer]
    case .away: TemplateName.away.kinds
    case .back: [.back]
    case .appointments, .times, .time, .outcome, .choice, .answer, .contact, .urgentHelp: Notice.Kind.allCases
    default: []
    }
  }

  /// What stands for it in a letter.
  var meaning: String {
    switch self {
    case .salutation: "the salutation with the client's name, with its comma"
    case .client: "the client's name"
    case .clinician: "the name of the clinician who is away, or who makes the offer"
    case .away: "when, as it follows \"will be away\": `from … to …`, `on …`"
    case .back: "the day of the return, as it follows \"will be back\": `on …`"
    case .appointments: "once for all appointments that share what becomes of them"
    case .times: "once for each of those appointments"
    case .time: "day and time of the appointment"
    case .outcome: "what becomes of them: who sees the client, and where, or that they rest; whole sentences"
    case .choice: "that the client is free to choose, and between what; may have several lines"
    case .answer: "how to tell us: by email, by telephone; a whole sentence"
    case .contact: "whom to ask, by name; may have several lines"
    case .urgentHelp: "where to turn when it cannot wait: `urgent-help` of practice.yaml"
    case .practice: "the practice's name"
    case .phone: "the practice's telephone number, where it has one"
    case .email: "the practice's email address, where it has one"
    case .date: "the day on which the letter is sent"
    case .colleague: "a colleague sees the client, or offers to"
    case .changed: "the client was told otherwise before"
    case .one: "there is one appointment (inside `appointments`: one that shares what becomes of it)"
    case .several: "there are more than one"
    case .she: "the clinician's gender in practice.yaml is `female`"
    case .he: "the clinician's gender in practice.yaml is `male`"
    case .they: "practice.yaml gives neither of these for the clinician"
    }
  }
}

/// What a letter must say, and what it must not hold.
enum NoticeRule: String, CaseIterable, Sendable {
  // It must say:
  case away
  case appointments
  case choice
  case answer
  case contact
  case urgentHelp = "urgent-help"
  // It must not hold:
  case diagnosis
  case specialty
  case nature
  case risk
  case payer
  case reason
  case otherClient = "other-client"
  case calendarText = "calendar-text"
  case controls
  // Around it:
  case subject
  case fileName = "file-name"

  /// What is wrong with a letter that breaks the rule; without a word of the letter.
  var fault: String {
    switch self {
    case .away: "it does not say from when to when the clinician is away"
    case .appointments: "it does not say what becomes of each appointment"
    case .choice: "it does not say that the client may choose otherwise"
    case .answer: "it does not say how to answer: practice.yaml has neither email nor phone"
    case .contact: "it names nobody to ask: no contact could be named"
    case .urgentHelp: "it does not say where to turn when it cannot wait"
    case .diagnosis: "it would hold a diagnosis"
    case .specialty: "it would hold a specialty"
    case .nature: "it would tell the nature of the appointment"
    case .risk: "it would speak of risk"
    case .payer: "it would name a payer"
    case .reason: "it would tell why the clinician is away"
    case .otherClient: "it would name another client"
    case .calendarText: "it would hold text of a calendar"
    case .controls: "it would hold control characters"
    case .subject: "its subject would name more than the practice"
    case .fileName: "its file name would hold more than a date, the client's id and the kind"
    }
  }
}

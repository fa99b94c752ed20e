import CivilTime
import CoverDomain

/// A letter in English: warm, plain and short, the client's choices in full.
struct NoticeWords: Sendable {
  let facts: NoticeFacts
  let practice: Practice

  private static let width = 72
  private var names: Names { Names(practice: practice) }
  private var times: LocalTimes { LocalTimes(zone: practice.zone) }
  private var clinician: String { names.clinician(facts.clinician) }
  private var practiceName: String { PlainText.oneLine(practice.name) }

  /// The subject of its mail: nothing but the practice.
  static func subject(_ practice: Practice) -> String { "A message from \(practice.name)" }

  /// The letter, LF line ends.
  var text: String {
    var paragraphs: [[String]] = []
    paragraphs.append(["Dear \(PlainText.oneLine(facts.client.name)),"])
    paragraphs += opening.map(wrapped)
    paragraphs.append([facts.appointments.count == 1 ? "Your appointment" : "Your appointments"])
    paragraphs += facts.appointments.map(appointment)
    paragraphs.append(["Your choice"])
    paragraphs += choice.map(wrapped)
    paragraphs.append(["Whom to ask"])
    paragraphs += contact.map(wrapped)
    paragraphs.append(["If it cannot wait"])
    paragraphs.append(wrapped(urgentHelp))
    paragraphs.append(
      ["With kind regards,", practiceName] + [practice.phone, practice.email].compactMap(\.self).map(PlainText.oneLine))
    return paragraphs.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  // MARK: What must be said; the linter looks for these very words.

  /// When the clinician is away; nil where nobody is.
  var awayTime: String? { facts.away.map(times.longSpan) }

  func time(_ appointment: NoticeFacts.Appointment) -> String { times.long(appointment.interval) }

  /// How the client can answer; nil where practice.yaml has neither address nor phone.
  var answerWay: String? {
    let ways = [
      practice.email.map { "write to \(PlainText.oneLine($0))" },
      practice.phone.map { "call \(PlainText.oneLine($0))" },
    ].compactMap(\.self)
    return ways.isEmpty ? nil : ways.joined(separator: " or ")
  }

  var urgentHelp: String {
    let help = practice.urgentHelp.map(PlainText.oneLine) ?? ""
    return help.isEmpty ? "If you or somebody else is in danger, call the emergency services at once." : help
  }

  /// The sentence by which the client is free to decide.
  static let freedom = "You are free to choose."

  // MARK: The parts

  private var opening: [String] {
    let away =
      facts.away.flatMap { away in
        awayTime.map { "\(clinician) is away \(practice.zone.days(of: away).count == 1 ? "on" : "from") \($0)." }
      } ?? ""
    switch facts.kind {
    case .first:
      return [
        away + (facts.offersColleague ? " We would like you to be in good hands in the meantime." : "")
          + " This letter tells you what it means for you."
      ]
    case .reminder: return ["A short reminder. " + away]
    case .closure:
      return ["On some of your days our practice is closed. We want you to know in good time."]
    case .change:
      return [
        "Something has changed since we last wrote to you, and we are sorry for that. " + away
          + " Please go by this letter from now on."
      ]
    case .withdrawal:
      return [
        "Something has changed since we last wrote to you: \(clinician) will be there after all. Please go by this"
          + " letter from now on."
      ]
    }
  }

  private func appointment(_ appointment: NoticeFacts.Appointment) -> [String] {
    ["  " + time(appointment)] + PlainText.wrapped(fate(appointment), width: Self.width, indent: "  ")
  }

  /// What happens, who it is, and where.
  func fate(_ appointment: NoticeFacts.Appointment) -> String {
    let consent = appointment.asksConsent ? " Please tell us first whether this is all right with you." : ""
    switch appointment.fate {
    case .seen(let by): return "\(names.clinician(by)) can see you then, \(place(appointment)).\(consent)"
    case .offered(let by, let interval):
      return
        "\(names.clinician(by)) can see you at another time: \(times.long(interval)), \(place(appointment)). This is an"
        + " offer; please tell us whether it suits you.\(consent)"
    case .rests: return "This one will not take place. \(clinician) will see you again afterwards."
    case .notHeld:
      return "This one cannot take place: we have not found anybody for that time. We will be in touch with you."
    case .closed: return "The practice is closed, so this one will not take place."
    case .asUsual: return "\(clinician) will see you, as always, \(place(appointment))."
    case .unknown: return "What we wrote about this one no longer holds. Please ask us if you are not sure."
    }
  }

  private func place(_ appointment: NoticeFacts.Appointment) -> String {
    switch appointment.place {
    case .site(let site): "at \(Names.site(site))"
    case .online: "online"
    case .open: "at the usual place"
    }
  }

  private var choice: [String] {
    var sentences = [Self.freedom]
    switch facts.kind {
    case .withdrawal: sentences.append("If you would rather have it otherwise, tell us.")
    case .closure: sentences.append("If you would like another time before or after, tell us.")
    default:
      if facts.offersColleague {
        sentences.append(
          "If this suits you, there is nothing more to do. You may also wait until \(clinician) is back, ask for another"
            + " colleague, or be called only if something urgent comes up.")
      } else {
        sentences.append(
          "If you would rather see a colleague in the meantime, or be called only if something urgent comes up, tell us."
        )
      }
    }
    if let answerWay { sentences.append("To tell us, \(answerWay).") }
    return [sentences.joined(separator: " ")]
  }

  private var contact: [String] {
    guard !facts.contacts.isEmpty else { return [] }
    if facts.away == nil || facts.kind == .withdrawal {
      return ["With any question, ask for \(PlainText.list(facts.contacts.map { names.clinician($0.by) }))."]
    }
    let people = Set(facts.contacts.map(\.by))
    if people.count == 1, let only = facts.contacts.first {
      return ["While \(clinician) is away, \(names.clinician(only.by)) is there for you. Ask for them by name."]
    }
    return ["While \(clinician) is away, these colleagues are there for you. Ask for them by name."]
      + facts.contacts.map { "\(PlainText.list($0.days.map(times.shortDay))): \(names.clinician($0.by))" }
  }

  private func wrapped(_ text: String) -> [String] { PlainText.wrapped(text, width: Self.width) }
}

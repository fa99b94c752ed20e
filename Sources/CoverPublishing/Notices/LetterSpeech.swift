import CivilTime
import CoverDomain

/// Facts of a letter as the sentences of its language take them.
struct LetterSpeech: Sendable {
  let facts: NoticeFacts
  let practice: Practice
  let language: any LetterLanguage

  private var zone: Zone { practice.zone }

  /// Text from outside on one line, fit to stand in a sentence; nil where nothing is left of it.
  func text(_ text: String?) -> String? {
    let plain = text.map(PlainText.oneLine) ?? ""
    return plain.isEmpty ? nil : WritingDirection.isolated(plain, in: language)
  }

  /// Where to turn when it cannot wait, in the practice's words. Where it has none in the letter's language, ours come
  /// first, and then those as a quotation: a number that must be called is understood in any.
  var urgentHelp: (text: String, isQuoted: Bool) {
    let ranges = language.tag.lookupRanges
    let own = ranges.lazy.compactMap { practice.urgentHelpByLanguage[$0] }.first
    if let own = text(own) { return (own, false) }
    guard let standard = text(practice.urgentHelp) else { return (language.urgentHelp, false) }
    let isUnderstood = practice.language.lookupRanges.last == ranges.last && practice.urgentHelpByLanguage.isEmpty
    return isUnderstood ? (standard, false) : ("\(language.urgentHelp) \(language.quoted(standard))", true)
  }

  func person(_ id: ClinicianID) -> Person {
    let name = Names(practice: practice).clinician(id)
    let gender: Person.Gender? =
      switch practice.clinician(id)?.gender?.text {
      case "female": .female
      case "male": .male
      default: nil
      }
    return Person(name: WritingDirection.isolated(name, in: language), gender: gender)
  }

  func awayTime(_ away: Interval) -> AwayTime {
    let days = zone.days(of: away)
    return AwayTime(
      first: days.lowerBound, last: days.upperBound,
      from: zone.start(of: days.lowerBound) == away.start ? nil : zone.civil(away.start),
      until: zone.start(of: days.upperBound + 1) == away.end ? nil : zone.civil(away.end))
  }

  /// The appointments in their order, those that share what becomes of them together.
  var groups: [LetterValues.Group] {
    var keys: [NoticeFacts.Appointment.Shared] = []
    var byKey: [NoticeFacts.Appointment.Shared: [NoticeFacts.Appointment]] = [:]
    for appointment in facts.appointments {
      if byKey[appointment.shared] == nil { keys.append(appointment.shared) }
      byKey[appointment.shared, default: []].append(appointment)
    }
    return keys.compactMap { key in
      guard let appointments = byKey[key], let first = appointments.first else { return nil }
      return LetterValues.Group(
        times: appointments.map { language.time(time($0.interval, at: $0.place)) },
        outcome: language.outcome(
          AppointmentOutcome(
            fate: fate(first), count: appointments.count, place: place(first.place),
            clinician: person(facts.clinician), asksConsent: first.asksConsent)))
    }
  }

  private func fate(_ appointment: NoticeFacts.Appointment) -> AppointmentOutcome.Fate {
    switch appointment.fate {
    case .seen(let by): .seen(by: person(by))
    case .offered(let by, let interval): .offered(by: person(by), at: time(interval, at: appointment.place))
    case .rests: .rests
    case .notHeld: .notHeld
    case .closed: .closed
    case .asUsual: .asUsual
    case .unknown: .unknown
    case .proposed(let by): .proposed(by: person(by))
    }
  }

  private func place(_ place: Place) -> AppointmentOutcome.Where {
    switch place {
    case .site(let site): .site(WritingDirection.isolated(Names.site(site), in: language))
    case .online: .online
    case .open: .usual
    }
  }

  private func time(_ interval: Interval, at place: Place) -> AppointmentTime {
    AppointmentTime(
      start: zone.civil(interval.start), end: zone.civil(interval.end), elsewhere: elsewhere(interval, at: place))
  }

  /// On the client's wall clock, where they need not come and it shows another time.
  private func elsewhere(_ interval: Interval, at place: Place) -> AppointmentTime.Elsewhere? {
    if case .site = place { return nil }
    guard let theirs = facts.client.zone, theirs.offset(at: interval.start) != zone.offset(at: interval.start) else {
      return nil
    }
    return AppointmentTime.Elsewhere(
      city: WritingDirection.isolated(ZoneCity.name(theirs), in: language), start: theirs.civil(interval.start),
      end: theirs.civil(interval.end))
  }

  /// Nil where nobody can be named.
  var contact: String? {
    guard !facts.contacts.isEmpty else { return nil }
    let isAway = facts.away != nil && facts.kind != .back
    return language.contact(
      ContactPeople(
        people: facts.contacts.map { ContactPeople.Entry(person: person($0.by), days: $0.days) },
        away: isAway ? person(facts.clinician) : nil))
  }
}

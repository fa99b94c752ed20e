import CoverDomain

/// What colleagues have answered, as PARTSTAT of the events they were asked about.
struct EventAnswers: Sendable {
  private struct Key: Hashable {
    let absent: ClinicianID
    let session: String
    let colleague: ClinicianID
  }

  private let latest: [Key: Answer]
  private let emails: [ClinicianID: String]

  init(situation: Situation) {
    latest = Dictionary(
      situation.answers.map {
        (Key(absent: $0.session.clinician, session: PlainText.oneLine($0.session.key), colleague: $0.colleague), $0)
      }, uniquingKeysWith: { _, last in last })
    emails = Dictionary(
      situation.practice.clinicians.compactMap { clinician in
        MailAddress(clinician.email).map { (clinician.id, $0.text) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The event with the colleague's answer to it; an answer to an earlier SEQUENCE does not count.
  func applied(to event: CoverEvent) -> CoverEvent {
    guard let session = event.session,
      let answer = latest[Key(absent: event.absent, session: session, colleague: event.by)],
      answer.sequence >= event.stamps.sequence, let email = emails[event.by]
    else { return event }
    var answered = event
    answered.attendees = event.attendees.map { attendee in
      var attendee = attendee
      if attendee.email == email { attendee.answer = answer.kind.rawValue.uppercased() }
      return attendee
    }
    return answered
  }
}

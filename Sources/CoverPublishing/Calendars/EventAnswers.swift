import CivilTime
import CoverDomain

/// What colleagues have answered, as PARTSTAT of the events they were asked about.
struct EventAnswers: Sendable {
  /// What was answered, and by whom.
  private struct Key: Hashable {
    let about: About
    let by: ClinicianID
  }

  private enum About: Hashable {
    case session(ClinicianID, String)
    case duty(DutyAnswer.Duty)
  }

  private let latest: [Key: (kind: Answer.Kind, sequence: Int)]
  private let emails: [ClinicianID: String]

  init(situation: Situation) {
    var latest: [Key: (kind: Answer.Kind, sequence: Int)] = [:]
    for answer in situation.answers {
      let session = About.session(answer.session.clinician, PlainText.oneLine(answer.session.key))
      latest[Key(about: session, by: answer.colleague)] = (answer.kind, answer.sequence)
    }
    for answer in situation.dutyAnswers {
      latest[Key(about: .duty(answer.duty), by: answer.by)] = (answer.kind, answer.sequence)
    }
    self.latest = latest
    emails = Dictionary(
      situation.practice.clinicians.compactMap { clinician in
        MailAddress(clinician.email).map { (clinician.id, $0.text) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The event with the answers to it; an answer to an earlier SEQUENCE does not count.
  func applied(to event: CoverEvent) -> CoverEvent {
    guard let about = about(event) else { return event }
    var answered = event
    for clinician in [event.by, event.absent] {
      guard let answer = latest[Key(about: about, by: clinician)], answer.sequence >= event.stamps.sequence,
        let email = emails[clinician]
      else { continue }
      answered.attendees = answered.attendees.map { attendee in
        var attendee = attendee
        if attendee.email == email { attendee.answer = answer.kind.rawValue.uppercased() }
        return attendee
      }
    }
    return answered
  }

  private func about(_ event: CoverEvent) -> About? {
    switch (event.kind, event.time) {
    case (.cover, _), (.referral, _): event.session.map { .session(event.absent, $0) }
    case (.contact, .day(let day)):
      .duty(event.supervisee.map { .supervision(of: $0, day: day) } ?? .contact(of: event.absent, day: day))
    case (.handover, .timed(let interval)):
      .duty(.meeting(of: event.absent, with: event.by, at: interval.start))
    default: nil
    }
  }
}

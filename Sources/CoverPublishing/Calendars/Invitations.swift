import CivilTime
import CoverDomain
import ICalendar

/// What is to be sent to colleagues: iTIP messages (RFC 5546) as files and as mails (RFC 6047).
///
/// A colleague is asked for what takes their time: cover sessions and meetings. Being the contact of a day, or covering
/// supervision, takes none: who is on call is told by the subscribed calendar and the brief, and gets no mail for each
/// day of an absence (RFC 5546 §3.2.2 allows one UID a message).
///
/// An invitation stands while it is unanswered and its event is not over; a cancellation until its event would be over.
struct Invitations: Sendable {
  let practice: Practice
  let now: Instant
  let live: [CoverEvent]
  let withdrawn: [CoverEvent]
  let discretion: Discretion
  let previous: PreviousPublication?

  func files() throws(PublicationError) -> [PublishedFile] {
    var messages: [Message] = []
    for event in live where isOpen(event) && event.attendees.contains(where: { $0.answer == "NEEDS-ACTION" }) {
      messages.append(Message(event: event, method: "REQUEST", path: PublicationPath.invitation(uid: event.uid)))
    }
    let taken = Set(live.map(\.uid))
    var paths: Set<String> = []
    for event in withdrawn where isOpen(event) {
      // The newest cancellation of an event has the plain name, unless somebody else has the event now.
      let plain = PublicationPath.invitation(uid: event.uid)
      let isPlain = !taken.contains(event.uid) && paths.insert(plain).inserted
      let path = isPlain ? plain : PublicationPath.invitation(uid: event.uid, former: event.by)
      messages.append(Message(event: event, method: "CANCEL", path: path))
    }
    return try messages.concurrentMap(files(of:)).flatMap(\.self)
  }

  /// What is said of an event to everybody who is asked to it.
  private struct Message: Sendable {
    let event: CoverEvent
    let method: String
    /// Without ending.
    let path: String
  }

  private func isOpen(_ event: CoverEvent) -> Bool {
    event.kind != .contact && event.organizer != nil && !event.attendees.isEmpty
      && event.time.interval(in: practice.zone).end > now
  }

  private func files(of message: Message) throws(PublicationError) -> [PublishedFile] {
    let (event, method, path) = (message.event, message.method, message.path)
    let attendees = event.attendees
    let calendar: [UInt8]
    do {
      var writer = try CalendarWriter(productID: CalendarFiles.productID, method: method)
      let reader = EventReader.clinician(event.by)
      try writer.add(
        discretion.event(event, for: reader).component(
          for: reader, in: practice.zone, attendees: attendees, isCancelled: method == "CANCEL"))
      calendar = try writer.bytes(earlier: previous?.bytes(path + ".ics"))
    } catch {
      throw .unwritable("an invitation", reason: "\(error.name): \(error.message)")
    }
    var files = [PublishedFile(path: path + ".ics", bytes: calendar)]
    let recipients = attendees.compactMap { attendee in MailAddress(attendee.email).map { (attendee.name, $0) } }
    if let organizer = MailAddress(event.organizer), !recipients.isEmpty {
      let words = InvitationWords(event: event, practice: practice, isCancelled: method == "CANCEL")
      let mail = MailMessage(
        from: (PlainText.oneLine(practice.name), organizer), to: recipients, subject: words.subject, text: words.text,
        calendar: (method, calendar))
      do {
        let date = MailMessage.date(event.stamps.modified, zone: practice.zone)
        files.append(PublishedFile(path: path + ".eml", bytes: try mail.bytes(date: date)))
      } catch {
        throw .unwritable("an invitation", reason: "the header \(error.header) would hold control characters")
      }
    }
    return files
  }
}

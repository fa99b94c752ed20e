import CivilTime
import CoverDomain
import CoverIdentity

/// What the answers are about: found by UID, which can be computed again from what it stands for.
///
/// An answer that only a person can settle (of a stranger, a counter-proposal, a delegation, a yes from somebody who was
/// not asked) counts as nothing and needs a person, while what it is about is published and still to come. About
/// anything else it is a remark.
struct RepliesReading {
  private(set) var answers: [Answer] = []
  private(set) var dutyAnswers: [DutyAnswer] = []
  /// Those that need a person.
  private(set) var open: [Problem] = []

  private let published: [String: Event]
  private let requests: Set<SessionID>
  private let now: Instant

  /// What is published under a UID.
  private struct Event {
    let by: ClinicianID
    let sequence: Int
    /// Nil for a whole day.
    let interval: Interval?
    let end: Instant
    let about: About
  }

  private enum About {
    case session(SessionID)
    case duty(DutyAnswer.Duty)
    /// A meeting whose time only the answer can tell.
    case meeting(of: ClinicianID, with: ClinicianID)
  }

  init(
    _ folder: RepliesFolder, publication: PublicationFile, diaries: [ClinicianID: Diary], requests: [SessionID],
    practice: Practice, now: Instant, days: Range<Day>, log: ProblemLog
  ) {
    self.now = now
    self.requests = Set(requests)
    published = Self.events(publication, zone: practice.zone)
    guard !folder.replies.isEmpty else { return }
    var known = published.mapValues(\.about)
    for request in requests {
      let uid = EventIdentity.referral(request).uid
      if known[uid] == nil { known[uid] = .session(request) }
    }
    if folder.replies.contains(where: { known[$0.uid] == nil }) {
      let unpublished = Self.unpublished(diaries, practice, days, repliers: Set(folder.replies.compactMap(\.colleague)))
      known.merge(unpublished) { first, _ in first }
    }
    for reply in folder.replies { read(reply, about: known[reply.uid], log) }
  }

  private mutating func read(_ reply: RepliesFolder.Reply, about: About?, _ log: ProblemLog) {
    guard let about else {
      let who = reply.colleague.map { " of '\($0)'" } ?? ""
      let sessions = [EventIdentity.Kind.cover, .referral].map { $0.rawValue + "-" }
      let isOfDuty = EventIdentity.isOurs(reply.uid) && !sessions.contains(where: reply.uid.hasPrefix)
      let words = reply.doubt.map(\.rawValue) ?? "an answer\(who)"
      return remark(
        reply,
        isOfDuty
          ? "\(words) to an invitation to a contact day or meeting that belongs to nothing that was read"
          : "\(words) to an invitation that belongs to no session that was read", log)
    }
    guard let colleague = reply.colleague, let kind = reply.kind, reply.doubt == nil else {
      let who = reply.colleague.map { ", from '\($0)'" } ?? ""
      return settle(reply, (reply.doubt?.rawValue ?? RepliesFolder.Reply.Doubt.unclear.rawValue) + who, log)
    }
    switch about {
    case .session(let session) where colleague == session.clinician && requests.contains(session):
      // Who asked for supervision comes to it.
      if kind == .declined {
        settle(reply, "'\(colleague)' cannot come to what '\(colleague)' asked for", log)
      } else {
        answers.append(
          Answer(session: session, colleague: colleague, kind: kind, sequence: reply.sequence, source: reply.source))
      }
    case .session(let session):
      answers.append(
        Answer(session: session, colleague: colleague, kind: kind, sequence: reply.sequence, source: reply.source))
      if kind == .accepted, let event = published[reply.uid], event.by != colleague, reply.sequence >= event.sequence {
        settle(reply, "'\(colleague)' accepts what '\(event.by)' was asked", log)
      }
    case .duty(let duty):
      if case .meeting(let absent, let with, _) = duty {
        addMeeting(reply, colleague, kind, of: absent, with: with, log)
      } else {
        dutyAnswers.append(DutyAnswer(duty, by: colleague, kind, sequence: reply.sequence))
      }
    case .meeting(let absent, let with):
      addMeeting(reply, colleague, kind, of: absent, with: with, log)
    }
  }

  /// The time that is answered is the answer's own, or that of the question with its SEQUENCE.
  private mutating func addMeeting(
    _ reply: RepliesFolder.Reply, _ colleague: ClinicianID, _ kind: Answer.Kind, of absent: ClinicianID,
    with other: ClinicianID, _ log: ProblemLog
  ) {
    let event = published[reply.uid]
    let asked = event.flatMap { $0.sequence == reply.sequence ? $0.interval?.start : nil }
    guard let time = reply.start ?? asked else {
      // An old answer that does not say when: the meeting has another time by now.
      return remark(reply, "an answer of '\(colleague)' to an earlier invitation that does not say when", log)
    }
    guard colleague == absent || colleague == other else {
      return settle(reply, "'\(colleague)' answers for a meeting of '\(absent)' and '\(other)'", log)
    }
    dutyAnswers.append(
      DutyAnswer(.meeting(of: absent, with: other, at: time), by: colleague, kind, sequence: reply.sequence))
  }

  // MARK: What cannot be settled here

  private mutating func settle(_ reply: RepliesFolder.Reply, _ message: String, _ log: ProblemLog) {
    guard let event = published[reply.uid], event.end > now, reply.sequence >= event.sequence else {
      return remark(reply, message, log)
    }
    let problem = Problem(
      .remark, file: reply.source.file, line: reply.source.line, message: message,
      hint: "settle it with them, record it with `plan-cover decide` where it is about a session, and remove the file")
    open.append(problem)
    log.note(problem)
  }

  private func remark(_ reply: RepliesFolder.Reply, _ message: String, _ log: ProblemLog) {
    log.note(Problem(.remark, file: reply.source.file, line: reply.source.line, message: message))
  }

  // MARK: What a UID stands for

  private static func events(_ publication: PublicationFile, zone: Zone) -> [String: Event] {
    var events: [String: Event] = [:]
    for cover in publication.covers {
      let event = Event(
        by: cover.by, sequence: cover.sequence, interval: cover.interval, end: cover.interval.end,
        about: .session(cover.session))
      events[cover.uid] = event
      events[EventIdentity.cover(cover.session).uid] = event
    }
    for appointment in publication.referrals {
      let event = Event(
        by: appointment.by, sequence: appointment.sequence, interval: appointment.interval,
        end: appointment.interval.end, about: .session(appointment.session))
      events[appointment.uid] = event
      events[EventIdentity.referral(appointment.session).uid] = event
    }
    for contact in publication.contacts {
      let identity =
        contact.supervisee.map { EventIdentity.supervision(of: $0, on: contact.day) }
        ?? .contact(for: contact.clinician, on: contact.day)
      let duty: DutyAnswer.Duty =
        contact.supervisee.map { .supervision(of: $0, day: contact.day) }
        ?? .contact(of: contact.clinician, day: contact.day)
      events[identity.uid] = Event(
        by: contact.by, sequence: 0, interval: nil, end: zone.interval(of: contact.day).end, about: .duty(duty))
    }
    for meeting in publication.meetings {
      events[meeting.uid] = Event(
        by: meeting.by, sequence: meeting.sequence, interval: meeting.interval, end: meeting.interval.end,
        about: .meeting(of: meeting.absent, with: meeting.by))
    }
    return events
  }

  /// What could have been asked about, and is not published now.
  ///
  /// - Parameter repliers: those who answered: of meetings only theirs are looked up.
  private static func unpublished(
    _ diaries: [ClinicianID: Diary], _ practice: Practice, _ days: Range<Day>, repliers: Set<ClinicianID>
  ) -> [String: About] {
    var known: [String: About] = [:]
    for diary in diaries.values {
      for session in diary.sessions { known[EventIdentity.cover(session.id).uid] = .session(session.id) }
    }
    for clinician in practice.clinicians.map(\.id) {
      for day in days {
        known[EventIdentity.contact(for: clinician, on: day).uid] = .duty(.contact(of: clinician, day: day))
        known[EventIdentity.supervision(of: clinician, on: day).uid] = .duty(.supervision(of: clinician, day: day))
      }
      // An absence begins with one of its leaves.
      let firstDays = Set((diaries[clinician]?.leave ?? []).map { practice.zone.day(of: $0.interval.start) })
      for first in firstDays {
        for other in practice.clinicians.map(\.id)
        where other != clinician && (repliers.contains(other) || repliers.contains(clinician)) {
          for kind in [Handover.Kind.handover, .handback] {
            known[EventIdentity.handover(kind, of: clinician, from: first, with: other).uid] =
              .meeting(of: clinician, with: other)
          }
        }
      }
    }
    return known
  }
}

import CivilTime
import CoverDomain
import CoverIdentity
import ICalendar

/// Colleagues' answers to invitations: replies/*.ics and the mails that bring them, replies/*.eml. RFC 5546 §3.2.3, RFC 6047.
struct RepliesFolder {
  /// An answer whose session is not looked up yet.
  struct Reply {
    let uid: String
    let colleague: ClinicianID
    let kind: Answer.Kind
    let sequence: Int
    let stamp: Instant?
    let source: Source
  }

  /// In the order in which they were given: by DTSTAMP, then file and line.
  let replies: [Reply]

  static let path = "replies"
  static let maxFiles = 50_000
  static let mailLimit = 32 << 20

  /// Whether a file of that name is read.
  static func isAnswer(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".ics") || name.hasSuffix(".eml")
  }

  init(_ folder: PracticeFolder, clinicians: ClinicianIndex, log: ProblemLog) {
    var replies: [Reply] = []
    for name in folder.names(in: RepliesFolder.path, log: log).prefix(RepliesFolder.maxFiles) {
      let path = "\(RepliesFolder.path)/\(name)"
      guard folder.entry(path) == .file, RepliesFolder.isAnswer(name) else {
        log.note(
          Problem(
            .remark, file: path, message: "this is neither an .ics file nor a mail (.eml), and is not read",
            hint: "save the answer as .eml, or its attachment as .ics"))
        continue
      }
      do throws(Problem) {
        let isMail = name.lowercased().hasSuffix(".eml")
        var bytes = try folder.bytes(of: path, limit: isMail ? RepliesFolder.mailLimit : ParsedCalendar.limit)
        if isMail {
          do throws(MailCalendar.Fault) { bytes = try MailCalendar.bytes(in: bytes) } catch {
            log.note(Problem(.remark, file: path, message: error.message, hint: error.hint))
            continue
          }
        }
        do throws(CalendarProblem) {
          replies += RepliesFolder.replies(
            try CalendarDocument(parsing: bytes), path, clinicians, log, hasLines: !isMail)
        } catch {
          throw isMail
            ? Problem(file: path, message: "the calendar in this mail: \(error.message)", hint: MailCalendar.wayOut)
            : Problem(error, file: path)
        }
      } catch {
        log.note(error)
      }
    }
    self.replies = replies.sorted {
      ($0.stamp?.seconds ?? .min, $0.source) < ($1.stamp?.seconds ?? .min, $1.source)
    }
  }

  private static func replies(
    _ document: CalendarDocument, _ path: String, _ clinicians: ClinicianIndex, _ log: ProblemLog, hasLines: Bool
  ) -> [Reply] {
    // In a mail the calendar's lines are encoded: their numbers would lead nowhere.
    func remark(_ line: Int?, _ message: String) {
      log.note(Problem(.remark, file: path, line: hasLines ? line : nil, message: message))
    }
    guard document.method == "REPLY" else {
      remark(nil, "this is no answer to an invitation (METHOD:REPLY), and is not read")
      return []
    }
    return document.components.filter { $0.kind == .event }.flatMap { component -> [Reply] in
      guard let uid = component.uid else {
        remark(component.line, "an answer without UID")
        return []
      }
      return component.all("ATTENDEE").compactMap { attendee -> Reply? in
        let people = Set(EmailAddress.all(of: attendee).flatMap { clinicians.clinicians(email: $0) })
        guard people.count == 1, let colleague = people.first else {
          remark(attendee.line, "an answer of somebody who has no email in practice.yaml, or shares one")
          return nil
        }
        guard let kind = Answer.Kind(rawValue: attendee.parameter("PARTSTAT")?.lowercased() ?? "") else {
          remark(attendee.line, "an answer of '\(colleague)' that is neither accepted, declined nor tentative")
          return nil
        }
        return Reply(
          uid: uid, colleague: colleague, kind: kind, sequence: component.sequence,
          stamp: component.first("DTSTAMP").flatMap { Instant($0.value) },
          source: Source(file: path, line: hasLines ? component.line : nil, uid: uid))
      }
    }
  }

  /// The answers about sessions that are known; of the others a remark is made.
  func answers(published: [PublishedCover], sessions: [SessionID], log: ProblemLog) -> [Answer] {
    guard !replies.isEmpty else { return [] }
    var known = Dictionary(published.map { ($0.uid, $0.session) }, uniquingKeysWith: { first, _ in first })
    for cover in published { known[EventIdentity.cover(cover.session).uid] = cover.session }
    if replies.contains(where: { known[$0.uid] == nil }) {
      for session in sessions { known[EventIdentity.cover(session).uid] = session }
    }
    return replies.compactMap { reply in
      guard let session = known[reply.uid] else {
        let isOfCover = reply.uid.hasPrefix(EventIdentity.Kind.cover.rawValue + "-") || !EventIdentity.isOurs(reply.uid)
        log.note(
          Problem(
            .remark, file: reply.source.file, line: reply.source.line,
            message: isOfCover
              ? "an answer of '\(reply.colleague)' to an invitation that belongs to no session that was read"
              : "'\(reply.colleague)' has \(reply.kind.rawValue) a contact or handover: a person has to see to it"))
        return nil
      }
      return Answer(
        session: session, colleague: reply.colleague, kind: reply.kind, sequence: reply.sequence, source: reply.source)
    }
  }
}

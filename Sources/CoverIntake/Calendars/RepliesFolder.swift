import CivilTime
import CoverDomain
import CoverIdentity
import ICalendar

/// Colleagues' answers to invitations: replies/*.ics and the mails that bring them, replies/*.eml. RFC 5546 §3.2.3, RFC 6047.
/// What each is about is found by `RepliesReading`.
struct RepliesFolder {
  /// An answer, or what came instead of one.
  struct Reply {
    /// Why nobody but a person can settle it.
    enum Doubt: String {
      case stranger = "an answer of somebody who has no email in practice.yaml, or shares one"
      case unclear = "an answer that is neither accepted, declined nor tentative"
      case counter = "a proposal of another time (METHOD:COUNTER)"
    }

    let uid: String
    /// Nil for a stranger.
    let colleague: ClinicianID?
    /// Nil where it is unclear.
    let kind: Answer.Kind?
    let doubt: Doubt?
    let sequence: Int
    let stamp: Instant?
    /// When the event takes place, as the answer has it.
    let start: Instant?
    let source: Source
  }

  /// A file of answers, and nothing else.
  struct File {
    /// Relative to the practice folder.
    let path: String
    let replies: [Reply]
  }

  /// Those of which every part was understood as an answer, by name.
  let files: [File]
  /// In the order in which they were given: by SEQUENCE, then DTSTAMP (RFC 5546 §2.1.5), then file and line.
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
    var files: [File] = []
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
          let document = try CalendarDocument(parsing: bytes)
          let found = RepliesFolder.replies(document, path, clinicians, log, hasLines: !isMail)
          replies += found
          let answered = Set(found.map(\.uid))
          let events = document.components.filter { $0.kind == .event }
          if !found.isEmpty, events.allSatisfy({ $0.uid.map(answered.contains) ?? false }) {
            files.append(File(path: path, replies: found))
          }
        } catch {
          throw isMail
            ? Problem(file: path, message: "the calendar in this mail: \(error.message)", hint: MailCalendar.wayOut)
            : Problem(error, file: path)
        }
      } catch {
        log.note(error)
      }
    }
    self.files = files
    self.replies = replies.sorted {
      ($0.sequence, $0.stamp?.seconds ?? .min, $0.source) < ($1.sequence, $1.stamp?.seconds ?? .min, $1.source)
    }
  }

  private static func replies(
    _ document: CalendarDocument, _ path: String, _ clinicians: ClinicianIndex, _ log: ProblemLog, hasLines: Bool
  ) -> [Reply] {
    // In a mail the calendar's lines are encoded: their numbers would lead nowhere.
    func remark(_ line: Int?, _ message: String) {
      log.note(Problem(.remark, file: path, line: hasLines ? line : nil, message: message))
    }
    switch document.method {
    case "REPLY", "COUNTER": break
    case "REFRESH":
      remark(nil, "this asks for the invitation again: send it from cover/invitations/")
      return []
    default:
      remark(nil, "this is no answer to an invitation (METHOD:REPLY), and is not read")
      return []
    }
    let isCounter = document.method == "COUNTER"
    return document.components.filter { $0.kind == .event }.flatMap { component -> [Reply] in
      guard let uid = component.uid else {
        remark(component.line, "an answer without UID")
        return []
      }
      return component.all("ATTENDEE").map { attendee in
        let people = Set(EmailAddress.all(of: attendee).flatMap { clinicians.clinicians(email: $0) })
        let colleague = people.count == 1 ? people.first : nil
        let kind = Answer.Kind(rawValue: attendee.parameter("PARTSTAT")?.lowercased() ?? "")
        let doubt: Reply.Doubt? =
          colleague == nil ? .stranger : isCounter ? .counter : kind == nil ? .unclear : nil
        return Reply(
          uid: uid, colleague: colleague, kind: kind, doubt: doubt, sequence: component.sequence,
          stamp: component.first("DTSTAMP").flatMap { Instant($0.value) },
          start: component.first("DTSTART").flatMap(start),
          source: Source(file: path, line: hasLines ? attendee.line : nil, uid: uid))
      }
    }
  }

  /// A time in UTC, or in a zone that is known by name; nil for any other.
  private static func start(_ property: Property) -> Instant? {
    if let utc = Instant(property.value) { return utc }
    guard let name = property.parameter("TZID"),
      let zone = ZoneName.tzName(for: name).flatMap({ Zone(identifier: $0) }),
      let wall = Instant(property.value + "Z")
    else { return nil }
    return zone.instant(CivilDateTime(utc: wall))
  }
}

import CivilTime
import CoverDomain

/// Drafts of letters, dated so that an unchanged letter is written unchanged.
struct NoticeDrafts: Sendable {
  struct Dated: Sendable {
    var letter: NoticeLinter.Draft
    let due: Day
    let send: Day
    let missed: Day?
  }

  let writer: LetterWriter
  let situation: Situation
  /// Days on which the last publication dated letters, by what their names say besides.
  private let earlier: [String: [Day]]
  private let previous: PreviousPublication?

  private var practice: Practice { situation.practice }
  private var now: Instant { situation.now }

  init(writer: LetterWriter, situation: Situation, previous: PreviousPublication?) {
    self.writer = writer
    self.situation = situation
    self.previous = previous
    var earlier: [String: [Day]] = [:]
    for path in (previous?.files ?? [:]).keys where path.hasPrefix("notices/") && path.hasSuffix(".txt") {
      let name = path.dropFirst("notices/".count).dropLast(".txt".count)
      guard let day = Day(name.prefix(10)) else { continue }
      earlier[String(name.dropFirst(11)), default: []].append(day)
    }
    self.earlier = earlier
  }

  /// The letter with the day it is due. One that should have gone out before is due on the day on which that was found.
  func draft(of subject: NoticeSubjects.Subject) -> Dated {
    let facts = subject.facts
    let rest = "\(PathName.component(facts.client.id.text))-\(facts.kind.rawValue)"
    let today = practice.zone.day(of: now)
    func dated(_ due: Day, send: Day, missed: Day?, _ letter: LetterWriter.Letter) -> Dated {
      Dated(
        letter: NoticeLinter.Draft(
          text: letter.text, body: letter.body, subject: letter.values.subject, fileName: "\(due.iso8601)-\(rest)",
          facts: facts, values: letter.values, isInOwnLanguage: letter.isInOwnLanguage),
        due: due, send: send, missed: missed)
    }
    guard subject.due < today else {
      let send = sendDay(of: subject.due)
      return dated(subject.due, send: send, missed: nil, writer.letter(facts, date: send))
    }
    // What a change calls for is due on the day of the change, which no earlier letter can have said.
    if [.change, .withdrawal, .offer].contains(facts.kind) {
      return dated(subject.due, send: subject.due, missed: subject.due, writer.letter(facts, date: subject.due))
    }
    // The latest first: most letters are as they were.
    for day in (earlier[rest] ?? []).sorted(by: >) where subject.due < day && day <= today {
      let letter = writer.letter(facts, date: day)
      if previous?.bytes("notices/\(day.iso8601)-\(rest).txt") == Array(letter.text.utf8) {
        return dated(day, send: day, missed: subject.due, letter)
      }
    }
    return dated(today, send: today, missed: subject.due, writer.letter(facts, date: today))
  }

  /// A letter that is due on a day on which nobody is there to send it goes out on the last open day before.
  private func sendDay(of due: Day) -> Day { (0..<14).map { due - $0 }.first(where: situation.isOpen) ?? due }

  /// The mail draft; nil for a client who is not written to by mail.
  func mail(of draft: NoticeLinter.Draft, path: String) throws(MailError) -> PublishedFile? {
    let client = draft.facts.client
    guard client.contact == .email, let to = MailAddress(client.email), let from = MailAddress(practice.email) else {
      return nil
    }
    let message = MailMessage(
      from: (practice.name, from), to: [(client.name, to)], subject: draft.subject, text: draft.body,
      language: draft.values.language.tag)
    let path = path + ".eml"
    if let before = previous?.bytes(path), let date = Self.date(of: before), try message.bytes(date: date) == before {
      return PublishedFile(path: path, bytes: before)
    }
    return PublishedFile(path: path, bytes: try message.bytes(date: MailMessage.date(now, zone: practice.zone)))
  }

  /// The Date of a mail.
  private static func date(of mail: [UInt8]) -> String? {
    mail.prefix(2_000).split(separator: 10).first { $0.starts(with: "Date: ".utf8) && $0.last == 13 }
      .map { String(decoding: $0.dropFirst("Date: ".utf8.count).dropLast(), as: UTF8.self) }
  }
}

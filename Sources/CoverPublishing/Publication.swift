public import CivilTime
import CoverDomain

/// What `cover/` is to hold: made from a plan alone, and the same for the same input. To be written when verification has
/// passed the plan.
public struct Publication: Sendable {
  /// Every file by path, the log included.
  public let files: [PublishedFile]
  /// Folders that are there even when they are empty: a calendar that somebody subscribes to never disappears.
  public let folders: [String]
  /// What differs from the last publication.
  public let changes: PlanChanges
  /// The same in words, a change a line.
  public let changeLines: [String]
  public let summary: Summary
  /// The summary in a few lines of numbers and ids, without anybody's name.
  public let digestLines: [String]
  /// plan.json.
  public let planText: String
  /// The letters that were written, by the day they are due.
  public let notices: [Notice]
  public let refusedNotices: [RefusedNotice]
  /// Whether the last publication has the same files, the log aside.
  public let isUnchanged: Bool
  let previous: PreviousPublication?

  /// - Throws: `PublicationError.unwritable` when a text of the practice cannot stand in a calendar or a mail.
  public init(_ input: PublicationInput) throws(PublicationError) {
    let situation = input.situation
    let practice = situation.practice
    let history = EventHistory(
      planned: PlannedEvents(situation: situation, plan: input.plan), previous: input.previous)
    // What needs no letters is made beside them.
    let calendars = Ahead { () throws(PublicationError) in try Self.calendars(input, history) }
    let others = Ahead { () throws(Never) in Self.referralLettersAndBriefs(input, history) }
    let notices = Notices(
      situation: situation, plan: input.plan, reading: input.reading, history: history, templates: input.templates,
      previous: input.previous)
    let document = Ahead { () throws(Never) in
      PlanDocument(
        situation: situation, plan: input.plan, reading: input.reading, history: history, notices: notices,
        zoneDataVersion: input.zoneDataVersion
      ).text
    }
    let account = AccountMaker(
      situation: situation, plan: input.plan, reading: input.reading, history: history, notices: notices
    ).account
    let summary = Summary(account)
    let page = ReportPage(account: account, picture: WeeksPicture(situation: situation, plan: input.plan))
    var files = [
      PublishedFile(path: PublicationPath.summary, text: summary.text),
      PublishedFile(path: PublicationPath.page, text: page.text),
      PublishedFile(path: PublicationPath.table, text: CoverTable(practice: practice, plan: input.plan).text),
    ]
    let planText = document.value()
    files.append(PublishedFile(path: PublicationPath.plan, text: planText))
    files += try calendars.value()
    files += notices.files
    files += others.value()
    files.append(PublicationManifest(files).file)
    let edited = EditedFiles(input.previous).kept(over: files)
    files = edited.files
    files.sort { $0.path < $1.path }

    let log = LogLine(
      input: input, output: ContentDigest(of: files), changes: history.changes, notices: notices)
    previous = input.previous
    isUnchanged = files.allSatisfy { input.previous?.bytes($0.path) == $0.bytes }
    self.files = files + [log.appended(to: input.previous?.bytes(PublicationPath.log) ?? [])]
    folders = practice.clinicians.map { PublicationPath.collection($0.id) }
    changes = history.changes
    changeLines =
      ChangeWords(practice: practice).lines(history.changes)
      + edited.aside.map { "kept        what somebody had changed by hand: cover/\($0)" }
    self.summary = summary
    digestLines =
      SummaryDigest(
        situation: situation, plan: input.plan, reading: input.reading, history: history, notices: notices,
        changes: history.changes, headline: summary.headline, needsPerson: summary.needsPerson
      ).lines
    self.planText = planText
    self.notices = notices.written
    refusedNotices = notices.refused
  }

  private static func calendars(
    _ input: PublicationInput, _ history: EventHistory
  ) throws(PublicationError) -> [PublishedFile] {
    let practice = input.situation.practice
    let discretion = Discretion(clients: input.situation.clients.values, events: history.live + history.withdrawn)
    return try CalendarFiles(
      practice: practice, events: history.live, lastChange: LastChange(history).at, discretion: discretion,
      previous: input.previous
    ).files()
      + Invitations(
        practice: practice, now: input.situation.now, live: history.live, withdrawn: history.withdrawn,
        discretion: discretion, previous: input.previous
      ).files()
  }

  private static func referralLettersAndBriefs(_ input: PublicationInput, _ history: EventHistory) -> [PublishedFile] {
    ReferralLetters(situation: input.situation, plan: input.plan).files
      + Brief.all(situation: input.situation, plan: input.plan, history: history).concurrentMap {
        PublishedFile(path: PublicationPath.brief($0.colleague), text: $0.text)
      }
  }

  /// The letters that a person has to send by the end of a week.
  public func lettersToSend(on today: Day) -> DueLetters { DueLetters(notices, on: today) }
}

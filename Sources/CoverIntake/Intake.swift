import CivilTime
public import CoverDomain
public import Foundation
import ICalendar

/// Reads a practice folder into a situation, or says everything that is wrong with it.
public struct Intake: Sendable {
  /// A practice that was read.
  public struct Result: Sendable {
    public let situation: Situation
    public let reading: Reading
    /// What people have decided, in the order of decisions.yaml.
    public let decisions: [DecisionRecord]
    /// The files of colleagues' answers, by path.
    public let answers: [AnswerRecord]
    /// The practice's own notice templates: name of the file in templates/, and its text.
    public let templates: [String: String]
    /// Every file that was read, relative to the folder, sorted.
    public let files: [String]
  }

  private let folder: PracticeFolder
  private let options: IntakeOptions
  /// The tz name for a zone name of Windows or of a calendar program.
  private let zones: ZoneFinder
  private let letters: LetterKnowledge

  public init(folder: URL, options: IntakeOptions, letters: LetterKnowledge = .none) {
    self.folder = PracticeFolder(folder)
    self.options = options
    self.letters = letters
    zones = ZoneFinder { ZoneName.tzName(for: $0) }
  }

  /// Reads everything. Nothing outside the folder is read, and nothing is written.
  ///
  /// Throws every problem of the folder at once, or the option that does not fit it.
  public func read() throws(IntakeFailure) -> Result {
    let log = ProblemLog()
    guard folder.exists else {
      log.note(
        Problem(
          file: folder.path, message: "there is no such folder",
          hint: "give the folder of a practice: plan-cover plan FOLDER"))
      throw .problems(log.errors)
    }
    if let fault = folder.fault(ofFolder: "") { throw .problems([fault]) }
    let practiceFile = PracticeFile(folder, zones: zones, letters: letters, log: log)
    let register = RegisterFile(
      folder, clinicians: practiceFile.map { RegisterClinicians($0.practice, refused: $0.refused) },
      columns: practiceFile?.clientColumns ?? ClientColumns(), zones: zones, log: log)
    let templates = TemplatesFolder(folder, letters: letters, log: log)
    guard let practiceFile else {
      WithoutPractice(folder: folder, options: options, log: log).note()
      throw .problems(log.errors)
    }
    let practice = practiceFile.practice
    let clients = register?.clients ?? []
    let decisions = DecisionsFile(
      folder, practice: practice, refused: practiceFile.refused,
      clients: register.map { Set($0.clients.map(\.id.text)) }, log: log)
    let clinicians = ClinicianIndex(practice.clinicians)
    let events = EventEntries(
      practiceFile.events, practice: practice, refused: practiceFile.refused,
      clients: register.map { Dictionary($0.clients.map { ($0.id.text.lowercased(), $0.id) }) { first, _ in first } },
      log: log)
    let meanings = MeaningReader(
      clients: ClientIndex(clients), events: events, clinicians: clinicians, leaveWords: practiceFile.leaveWords,
      places: PlaceFinder(practice.sites))
    let (calendars, paths) = readCalendars(practiceFile, meanings, log)
    noteUnused(events, calendars, log)
    let replies = RepliesFolder(folder, clinicians: clinicians, log: log)
    let window = try WindowChoice(options, zone: practice.zone)
    let publication = PublicationFile(folder, around: window.horizon, zone: practice.zone, log: log)
    guard !log.hasErrors, let decisions else { throw .problems(log.errors) }
    let diaries = try DiaryReader(
      practice: practice, clients: clients, calendars: calendars, options: options, decided: decisions.leave,
      window: window, promised: (publication.covers + publication.referrals).map(\.interval), log: log
    ).read(meanings.clients, lines: practiceFile.entries.mapValues(\.line))
    guard let planned = PlanningWindow(from: window.from, to: diaries.to, zone: practice.zone) else {
      throw .option(message: "the planning window holds no day", hint: nil)
    }
    let sessions = diaries.diaries.values.flatMap { $0.sessions.map(\.id) }
    let requests = diaries.requests.map(\.id)
    let published = (publication.covers + publication.referrals).map(\.session)
    let settled = DecisionSessions(decisions, among: sessions + requests + published).records(log: log)
    let answers = RepliesReading(
      replies, publication: publication, diaries: diaries.diaries, requests: requests, practice: practice,
      now: options.now, days: (planned.from - 60)..<(planned.to + 60), log: log)
    guard !log.hasErrors else { throw .problems(log.errors) }
    let situation = Situation(
      practice: practice, clients: clients, diaries: diaries.diaries, closures: diaries.closures, window: planned,
      now: options.now, decisions: settled.compactMap(\.decision), answers: answers.answers,
      published: publication.covers,
      publishedContacts: publication.contacts,
      publishedMeetings: publication.meetings.map {
        PublishedMeeting(clinician: $0.absent, by: $0.by, interval: $0.interval)
      }, dutyAnswers: answers.dutyAnswers, referrals: diaries.requests,
      publishedReferrals: publication.referrals)
    var reading = diaries.reading
    reading.remarks = log.problems.map(\.description)
    reading.openReplies = Set(answers.open).sorted().map(\.description)
    return Result(
      situation: situation, reading: reading, decisions: settled,
      answers: AnswerRecord.all(replies, publication: publication, diaries: diaries.diaries),
      templates: templates.texts,
      files: files(paths, templates))
  }

  /// The calendars that could be read, what files share taken together, and the paths of the files.
  private func readCalendars(
    _ practice: PracticeFile, _ meanings: MeaningReader, _ log: ProblemLog
  ) -> (calendars: [CalendarFile], paths: [String]) {
    let found = CalendarFinder(folder, practice: practice, log: log).files
    let read = found.concurrentMap { file -> Swift.Result<ParsedCalendar, Problem> in
      do throws(Problem) { return .success(try ParsedCalendar(file, in: folder)) } catch {
        return .failure(error)
      }
    }
    var parsed: [ParsedCalendar] = []
    for result in read {
      switch result {
      case .success(let calendar):
        parsed.append(calendar)
        log.note(calendar.remarks)
      case .failure(let problem): log.note(problem)
      }
    }
    let calendars = SharedEvents.joined(parsed).concurrentMap { CalendarFile($0, meanings) }
    for calendar in calendars { log.note(calendar.remarks) }
    return (calendars, parsed.map(\.path))
  }

  /// An entry that fits nothing any more may once have fitted a client's session.
  private func noteUnused(_ events: EventEntries, _ calendars: [CalendarFile], _ log: ProblemLog) {
    guard !events.isEmpty, !log.hasErrors else { return }
    let used = Set(calendars.flatMap { $0.settled.values.joined() })
    for (position, place) in events.places.enumerated() where !used.contains(position) {
      log.note(
        Problem(
          .remark, file: PracticeFile.name, line: place.line, column: place.column,
          message: "this entry of 'events' fits no event of the calendars",
          hint: "remove it, or correct it: plan-cover check shows titles and UIDs as they stand in the calendars"))
    }
  }

  private func files(_ calendars: [String], _ templates: TemplatesFolder) -> [String] {
    let replies = folder.names(in: RepliesFolder.path).filter(RepliesFolder.isAnswer)
      .map { "\(RepliesFolder.path)/\($0)" }
    let single = [PracticeFile.name, RegisterFile.name, DecisionsFile.name, PublicationFile.path]
      .filter { folder.entry($0) == .file }
    return (single + calendars + replies + templates.texts.keys.map { "\(TemplatesFolder.path)/\($0)" })
      .sorted()
  }
}

public import CivilTime
public import CoverDomain
public import Foundation
import ICalendar

/// Drafts a practice from a folder of calendars alone.
///
/// Half a year before the present and a quarter after it are looked at: enough for a series every four weeks to show
/// itself, and recent enough that those who are seen are still clients.
public struct PracticeDrafting: Sendable {
  /// A draft, as the files that it makes, and what was odd on the way.
  public struct Result: Sendable {
    public let draft: PracticeDraft
    /// practice.yaml.
    public let practice: String
    /// clients.csv.
    public let clients: String
    /// What could not be understood or is not read; nobody's name stands in it.
    public let remarks: [Problem]
    /// Whether a calendar holds something that was not understood.
    public let isIncomplete: Bool
  }

  private let folder: PracticeFolder
  private let now: Instant
  private let zoneName: String?

  private static let before = 182
  private static let after = 91
  private static let maxClinicians = 4_000

  /// - Parameters:
  ///   - now: What counts as the present.
  ///   - zone: The practice's zone by name; nil for that of most calendars.
  public init(folder: URL, now: Instant, zone: String? = nil) {
    self.folder = PracticeFolder(folder)
    self.now = now
    zoneName = zone
  }

  /// Reads every calendar of the folder. Nothing is written.
  ///
  /// Throws every problem of the folder at once, or the option that does not fit.
  public func draft() throws(IntakeFailure) -> Result {
    let log = ProblemLog()
    guard folder.exists else {
      let hint = "give a folder with a calendar (.ics) for each clinician: plan-cover init FOLDER"
      throw .problems([Problem(file: folder.path, message: "there is no such folder", hint: hint)])
    }
    if let fault = folder.fault(ofFolder: "") { throw .problems([fault]) }
    let given = try givenZone()
    let found = DraftCalendars(folder, log: log)
    if found.groups.isEmpty, !log.hasErrors {
      log.note(
        Problem(
          file: folder.path, message: "there is no calendar (.ics) in this folder",
          hint:
            "export a calendar for each clinician into it, as documentation/calendar-programs.md says, named for the "
            + "clinician: amara-osei.ics"))
    }
    let (calendars, sharedDocuments) = parsed(found, log)
    guard !log.hasErrors else { throw .problems(log.errors) }
    let documents = calendars.map { $0.map(\.document) }
    let clues = zip(found.groups, documents).map { OwnerClues($0, $1) }
    let ids = DraftClinicianIDs.ids(of: found.groups, clues)
    let zone = given.map { DraftZone($0, .given) } ?? ZoneVote(documents).zone
    let today = zone.zone.day(of: now)
    let days = (today - Self.before)..<(today + Self.after)
    let span = Interval(
      start: zone.zone.start(of: days.lowerBound),
      seconds: zone.zone.start(of: days.upperBound) - zone.zone.start(of: days.lowerBound))
    let staff = Staff(clues, documents: documents.joined() + sharedDocuments)
    let diaries = Array(calendars.enumerated()).concurrentMap { owner, calendars in
      DraftDiary(SharedEvents.joined(calendars), owner: owner, staff: staff, over: span, zone: zone.zone)
    }
    for diary in diaries { log.note(diary.remarks) }
    let assembly = DraftAssembly(
      name: practiceName, zone: zone, days: days, groups: found.groups, clues: clues, ids: ids, documents: documents,
      diaries: diaries, staff: staff, log: log)
    let draft = assembly.draft
    let result = Result(
      draft: draft, practice: DraftPracticeText(draft, calendars: found.groups.count).text,
      clients: DraftRegisterText(draft).text, remarks: log.problems,
      isIncomplete: diaries.contains { !$0.remarks.isEmpty })
    readBack(result, log)
    guard !log.hasErrors else { throw .problems(log.errors) }
    return result
  }

  private func givenZone() throws(IntakeFailure) -> Zone? {
    guard let zoneName else { return nil }
    if let zone = Zone(identifier: zoneName) { return zone }
    let zones = ZoneFinder { ZoneName.tzName(for: $0) }
    let meant = zones.identifier(for: zoneName).map { ": did you mean '\($0)'?" }
    throw .option(
      message: "--timezone: unknown time zone \(ShownText.quoted(zoneName))"
        + (meant ?? Suggestion.question(zoneName, among: zones.identifiers)),
      hint: "zones have the names of the tz database, such as Europe/London")
  }

  /// The calendars of each group; those of the practice as a whole are read as well, to see that they can be.
  private func parsed(
    _ found: DraftCalendars, _ log: ProblemLog
  ) -> (clinicians: [[ParsedCalendar]], shared: [CalendarDocument]) {
    let wanted =
      found.groups.enumerated().flatMap { owner, group in
        group.files.map { CalendarFinder.Found(path: $0, owner: .clinician(ClinicianID("\(owner)"))) }
      } + found.shared
    if found.groups.count > Self.maxClinicians || wanted.count > CalendarFinder.maxFiles {
      log.note(
        Problem(
          file: folder.path,
          message: "there are \(found.groups.count) calendars in \(wanted.count) files; at most "
            + "\(Self.maxClinicians) in \(CalendarFinder.maxFiles) are read", hint: "give the folder of one practice"))
      return ([], [])
    }
    let read = wanted.concurrentMap { file -> Swift.Result<ParsedCalendar, Problem> in
      do throws(Problem) { return .success(try ParsedCalendar(file, in: folder)) } catch { return .failure(error) }
    }
    var calendars = [[ParsedCalendar]](repeating: [], count: found.groups.count)
    var shared: [CalendarDocument] = []
    for (file, result) in zip(wanted, read) {
      switch result {
      case .success(let calendar):
        log.note(calendar.document.problems.map { Problem($0, file: file.path, severity: .remark) })
        if case .clinician(let owner) = file.owner, let index = Int(owner.text) {
          calendars[index].append(calendar)
        } else {
          shared.append(calendar.document)
        }
      case .failure(let problem): log.note(problem)
      }
    }
    return (calendars, shared)
  }

  /// `harbour-street` is "Harbour Street".
  private var practiceName: String {
    let last = DraftName.plain(folder.name)
    let words = last.split { " -_.".contains($0) }.map { word in
      word == word.lowercased()[...] ? word.prefix(1).uppercased() + word.dropFirst() : String(word)
    }
    let name = words.joined(separator: " ")
    return name.contains(where: \.isLetter) ? String(name.prefix(100)) : "Our Practice"
  }

  /// What is drafted has to be readable, whatever the calendars hold.
  private func readBack(_ result: Result, _ log: ProblemLog) {
    let zones = ZoneFinder { ZoneName.tzName(for: $0) }
    let read = ProblemLog()
    if result.practice.utf8.count > PracticeFile.limit || result.clients.utf8.count > RegisterFile.limit {
      let hint = "give the folder of one practice, or of a part of it"
      log.note(
        Problem(file: folder.path, message: "the draft would be longer than files of a practice may be", hint: hint))
    }
    guard let practice = PracticeFile(result.practice, zones: zones, letters: .none, log: read) else {
      return log.note(read.errors)
    }
    _ = RegisterFile(
      result.clients, clinicians: RegisterClinicians(practice.practice, refused: practice.refused),
      columns: ClientColumns(), zones: zones, log: read)
    log.note(read.errors)
  }
}

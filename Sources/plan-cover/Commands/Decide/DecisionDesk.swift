import ArgumentParser
import CivilTime
import CoverDomain
import CoverIntake
import CoverPublishing
import CoverVerification
import Foundation

/// A practice at which decisions are made: read, and held for this run unless nothing is to be written.
struct DecisionDesk {
  let folder: URL
  let now: Instant
  let isDryRun: Bool
  /// Who decides, when and why; nil where nothing is decided.
  private let options: DecisionOptions?
  private let publisher: Publisher?
  private let terminal: Terminal
  let reading: PracticeReading
  private let bytes: [UInt8]?

  /// So many days around the present are read: the last weeks, for what has just passed, and more than a year ahead.
  private static let before = 35
  private static let after = 400

  init(_ practice: String, _ options: DecisionOptions) throws {
    try self.init(practice, options.moment, dryRun: options.dryRun, options: options)
  }

  init(_ practice: String, _ moment: Moment, dryRun: Bool, options: DecisionOptions? = nil) throws {
    let terminal = Terminal.standard
    let folder = URL(fileURLWithPath: practice, isDirectory: true)
    self.terminal = terminal
    self.folder = folder
    self.options = options
    now = moment.present
    isDryRun = dryRun
    publisher = try dryRun ? nil : Publisher(folder, terminal: terminal)
    bytes = try Publisher.bytes(of: DecisionsDocument.fileName, in: folder, held: publisher, terminal: terminal)
    reading = try PracticeReading(folder, DecisionDesk.options(now), terminal: terminal, saysRemarks: false)
  }

  private static func options(_ now: Instant, leave: [IntakeOptions.ExtraLeave] = []) -> IntakeOptions {
    IntakeOptions(now: now, extraLeave: leave, days: .around(before: before, after: after))
  }

  private var records: [DecisionRecord] { reading.result.decisions }

  // MARK: Recording

  /// Records one decision for whatever is wanted; `person`, where the decision is about somebody, is looked up first.
  static func record(
    _ practice: String, _ options: DecisionOptions, _ target: TargetOptions, person: String? = nil,
    _ kind: (ClinicianID?) -> Decision.Kind?
  ) throws {
    try DecisionDesk(practice, options).record { finder in
      let kind = kind(person.flatMap { finder.clinician($0, "the colleague") })
      return finder.entries(.init(target)) { target in kind.map(target.entry) }
    }
  }

  /// Finds what is meant, records it, and says what it comes to. What does not fit the practice is said, all of it, and
  /// ends the command with status 64.
  func record(_ find: (TargetFinder) throws -> [DecisionEntry]) throws {
    let plan = try Publisher.reporting(to: terminal) {
      try PublicationFolder.publishedPlan(inPracticeFolder: folder.path)
    }
    let finder = TargetFinder(
      situation: reading.result.situation, published: plan, records: records, toldAt: toldAt, terminal: terminal)
    let found = try find(finder)
    guard finder.complaints.isEmpty else {
      for complaint in finder.complaints { terminal.say(complaint) }
      throw ExitStatus.usage.exitCode
    }
    // That a client was told is a fact of its time: told again, it is a new one.
    let already = found.filter { $0.kind != .told }.compactMap { entry in
      records.first { $0.entry.decidesTheSame(as: entry) }
    }
    for old in already { terminal.say("decided already: number \(old.tag)") }
    let fresh = found.filter { entry in !already.contains { $0.entry.decidesTheSame(as: entry) } }.map(signed)
    guard !fresh.isEmpty else { return }
    let edited = try faults { () throws(DecisionsFault) in try DecisionsDocument(bytes).adding(fresh) }
    try publisher?.replace(DecisionsDocument.fileName, holding: bytes, with: edited)
    try report(fresh)
  }

  /// With who, when and why. What a client was told was the newest cover: its publication may bear a later second than
  /// this clock shows.
  private func signed(_ entry: DecisionEntry) -> DecisionEntry {
    let at = entry.kind == .told ? toldAt : options?.at?.instant ?? now
    return DecisionEntry(
      kind: entry.kind, client: entry.client, session: entry.session, clinician: entry.clinician,
      absence: entry.absence, by: options?.author.map(trimmed), at: at, why: options?.why.map(trimmed))
  }

  /// When a client was told of what stands now.
  private var toldAt: Instant {
    options?.at?.instant ?? max(now, reading.result.situation.published.compactMap(\.since).max() ?? now)
  }

  private func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }

  private func report(_ entries: [DecisionEntry]) throws {
    let new = entries.enumerated().map { index, entry in
      DecisionRecord(
        number: records.count + index + 1, entry: entry,
        decision: decision(entry))
    }
    let leave = entries.compactMap { entry -> IntakeOptions.ExtraLeave? in
      guard case .leave(let clinician, let days) = entry.kind else { return nil }
      return IntakeOptions.ExtraLeave(clinician: clinician, days: days)
    }
    let before = reading.result.situation
    let read =
      leave.isEmpty
      ? before
      : try PracticeReading(folder, Self.options(now, leave: leave), terminal: terminal, saysRemarks: false)
        .result.situation
    let report = DecisionReport(
      before: before, after: read.deciding(before.decisions + new.compactMap(\.decision)), old: records, new: new,
      isDryRun: isDryRun)
    terminal.result(report.text)
    if report.needsPerson { throw ExitStatus.needsPerson.exitCode }
  }

  /// With its session found; nil where nobody has it.
  private func decision(_ entry: DecisionEntry) -> Decision? {
    let source = Source(file: DecisionsDocument.fileName)
    guard let key = entry.session else { return entry.decision(nil, source) }
    return (entry.clinician ?? owner(of: key)).map { entry.decision(SessionID(clinician: $0, key: key), source) }
  }

  /// Whose session that key is, the first by id.
  private func owner(of key: String) -> ClinicianID? {
    let situation = reading.result.situation
    let owners = situation.diaries.filter { $0.value.sessions.contains { $0.id.key == key } }.keys
    return owners.min() ?? situation.published.first { $0.session.key == key }?.session.clinician
  }

  // MARK: Showing and taking back

  func list(json: Bool) throws {
    let report = DecisionList(situation: reading.result.situation, records: records)
    terminal.result(json ? report.document.text : report.text)
    if report.needsPerson { throw ExitStatus.needsPerson.exitCode }
  }

  /// Takes a decision out of the file.
  func undo(_ wanted: DecisionNumber) throws {
    let edited = try faults { () throws(DecisionsFault) in try DecisionsDocument(bytes).removing(wanted.number) }
    if let check = wanted.check, let record = records.first(where: { $0.number == wanted.number }),
      !record.tag.hasSuffix("-\(check)")
    {
      let other = records.first { $0.tag.hasSuffix("-\(check)") }
      terminal.say(
        "number \(wanted.number) is another decision now\nhint: "
          + (other.map { "the one that was meant is \($0.tag) now" } ?? "look again: plan-cover decide --list"))
      throw ExitStatus.usage.exitCode
    }
    try publisher?.replace(DecisionsDocument.fileName, holding: bytes, with: edited.bytes)
    terminal.result(
      (isDryRun ? "Would be taken out (nothing was written):" : "Taken out:") + "\n\n"
        + TerminalText.lines(edited.removed)
    )
  }

  private func faults<Value>(_ body: () throws(DecisionsFault) -> Value) throws -> Value {
    do throws(DecisionsFault) { return try body() } catch {
      terminal.say(error.description)
      switch error {
      case .text, .noSuchNumber: throw ExitStatus.usage.exitCode
      case .unreadable, .layout, .tooLarge: throw ExitStatus.badInput.exitCode
      }
    }
  }
}

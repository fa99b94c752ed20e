import ArgumentParser
import CivilTime
import CoverDomain
import CoverIntake
import CoverPublishing
import Foundation

/// Removes what is past its keeping time, and says what.
struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Removes records of what is long over: answers, decisions, requests, and letters that were set aside.",
    discussion: """
      Everything else in cover/ is made anew by each plan, which lets go of what is over by itself. What a later plan \
      needs stays, whatever its age: cover that fairness looks back on, and all of an absence that is not over.
      """)

  @Argument(help: "The folder of the practice.", completion: .directory)
  var practice = "."

  @Option(
    help: ArgumentHelp(
      "Keeps what was over less than so many days ago; default: rules.keep-days of practice.yaml, or 90.",
      valueName: "days"))
  var keepDays: Int?

  @Flag(help: "Shows what would be removed, and writes nothing.")
  var dryRun = false

  @Flag(help: "Prints JSON instead of words.")
  var json = false

  @OptionGroup var moment: Moment

  func validate() throws {
    if let keepDays, !(0...3_660).contains(keepDays) {
      throw ValidationError("--keep-days \(keepDays) is not between 0 and 3660")
    }
  }

  /// So many days around the present are read: what was decided about sessions in that time is known to be over or not.
  private static let daysAround = 400

  func run() throws {
    let terminal = Terminal.standard
    let folder = URL(fileURLWithPath: practice, isDirectory: true)
    // The lock is held from reading to writing: nothing is removed that another run is at work with.
    let publisher = try dryRun ? nil : Publisher(folder, terminal: terminal)
    let decisions = try publisher?.bytes(of: DecisionsDocument.fileName)
    let requests = try Publisher.bytes(
      of: RequestsDocument.fileName, in: folder, held: publisher, terminal: terminal)
    let read = try PracticeReading(
      folder,
      IntakeOptions(now: moment.present, days: .around(before: Self.daysAround, after: Self.daysAround)),
      isDiscreet: false, terminal: terminal, saysRemarks: false
    ).result
    let rules = read.situation.practice.rules
    let days = keepDays ?? rules.keepDays
    let zone = read.situation.practice.zone
    let limit = zone.start(of: zone.day(of: moment.present) - days)
    // What the publication still holds of an appointment is over when it lets go of that.
    let held = Set(read.situation.publishedReferrals.map(\.session.key))
    let past = try faults(terminal) { () throws(RequestsFault) in
      try RequestsDocument(requests).past(before: limit, zone: zone)
    }
    let report = PurgeReport(
      records: PastRecords(read, before: limit), requests: past.requests.filter { !held.contains($0.key) },
      undatedRequests: past.undated,
      edited: try Publisher.reporting(to: terminal) { try EditedFile.all(inPracticeFolder: folder.path) }
        .filter { $0.since < limit },
      keepDays: days, limit: limit, zone: zone, isDryRun: dryRun)
    if let publisher { try remove(report, publisher, decisions, requests, terminal) }
    terminal.result(json ? report.json : report.text)
  }

  private func remove(
    _ report: PurgeReport, _ publisher: Publisher, _ decisions: [UInt8]?, _ requests: [UInt8]?, _ terminal: Terminal
  ) throws {
    guard !report.isEmpty else { return }
    var replacements: [PublicationFolder.Replacement] = []
    if let decisions, !report.records.decisions.isEmpty {
      do throws(DecisionsFault) {
        let rest = try DecisionsDocument(decisions).removing(Set(report.records.decisions.map(\.number)))
        replacements.append(.init(DecisionsDocument.fileName, holding: decisions, with: rest))
      } catch {
        terminal.say(error.description)
        throw ExitStatus.badInput.exitCode
      }
    }
    if let requests, !report.requests.isEmpty {
      let rest = try faults(terminal) { () throws(RequestsFault) in
        try RequestsDocument(requests).removing(report.requests)
      }
      replacements.append(.init(RequestsDocument.fileName, holding: requests, with: rest))
    }
    try publisher.purge(report.edited.map(\.path) + report.records.answers.map(\.path), replacing: replacements)
  }

  private func faults<Value>(_ terminal: Terminal, _ body: () throws(RequestsFault) -> Value) throws -> Value {
    do throws(RequestsFault) { return try body() } catch {
      terminal.say(TerminalText.lines(error.description))
      throw ExitStatus.badInput.exitCode
    }
  }
}

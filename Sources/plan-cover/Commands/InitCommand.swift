import ArgumentParser
import CoverDomain
import CoverIntake
import CoverPublishing
import Foundation

/// Drafts practice.yaml and clients.csv from a folder of calendars.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Drafts practice.yaml and clients.csv from a folder of calendars.",
    discussion: """
      The folder holds a calendar (.ics) for each clinician, named for them, or a folder of single events for each; \
      where it has a folder clinicians/, they lie in that. Half a year before today and a quarter after it are looked \
      at. Every guess is marked, and so is what no calendar tells. Nothing that is there is overwritten.
      """)

  @Argument(help: "The folder with the calendars.", completion: .directory)
  var folder = "."

  @Option(help: ArgumentHelp("The practice's time zone; default: that of most calendars.", valueName: "zone"))
  var timezone: String?

  @OptionGroup var moment: Moment

  @Flag(help: "Shows both drafts and writes nothing.")
  var dryRun = false

  @Flag(help: "Prints JSON: what was drafted, and from what.")
  var json = false

  func run() throws {
    let terminal = Terminal.standard
    let url = URL(fileURLWithPath: folder, isDirectory: true)
    // The lock is held from looking to writing.
    var publisher: Publisher?
    if !dryRun, FileManager.default.fileExists(atPath: url.path) {
      publisher = try Publisher(url, terminal: terminal)
    }
    let result = try drafted(url, terminal)
    for remark in result.remarks { terminal.say("remark: \(remark)") }
    try publisher?.create([
      PublishedFile(path: "clients.csv", bytes: [UInt8](result.clients.utf8)),
      PublishedFile(path: "practice.yaml", bytes: [UInt8](result.practice.utf8)),
    ])
    let report = DraftReport(result: result, folder: folder, isDryRun: dryRun)
    terminal.result(json ? DraftDocument(result.draft).text : report.text)
    if report.needsPerson { throw ExitStatus.needsPerson.exitCode }
  }

  private func drafted(_ url: URL, _ terminal: Terminal) throws -> PracticeDrafting.Result {
    let drafting = PracticeDrafting(folder: url, now: moment.present, zone: timezone)
    do throws(IntakeFailure) {
      return try drafting.draft()
    } catch {
      switch error {
      case .problems(let problems):
        for problem in problems { terminal.say(problem.description) }
        throw ExitStatus.badInput.exitCode
      case .option(let message, let hint):
        terminal.say(message + (hint.map { "\nhint: \($0)" } ?? ""))
        throw ExitStatus.usage.exitCode
      }
    }
  }
}

import ArgumentParser
import CivilTime
import CoverIntake
import Foundation

/// The options of every command that reads a practice.
struct PracticeOptions: ParsableArguments {
  @Argument(help: "The folder of the practice.", completion: .directory)
  var practice = "."

  @Option(
    help: ArgumentHelp(
      "The first day to plan for; default: today, or for verify and explain the published plan's.",
      valueName: "yyyy-mm-dd"))
  var from: DayArgument?

  @Option(
    help: ArgumentHelp(
      "The first day not to plan for any more; default: six weeks after the first and all of --leave, or the end of "
        + "an absence that has begun by then.", valueName: "yyyy-mm-dd"))
  var to: DayArgument?

  @OptionGroup var moment: Moment

  var folder: URL { URL(fileURLWithPath: practice, isDirectory: true) }

  var present: Instant { moment.present }

  func validate() throws {
    try refuseMisspeltCommand()
    if let from, let to, from.day >= to.day {
      throw ValidationError(
        "--to \(to.day.iso8601) must lie after --from \(from.day.iso8601): it is the first day not planned")
    }
  }
}

extension PracticeOptions {
  /// A word that is nearly a command's is read as the folder of the practice: where there is no such folder, the command
  /// was meant.
  private func refuseMisspeltCommand() throws {
    guard practice.allSatisfy({ $0.isLetter || $0 == "-" }),
      !FileManager.default.fileExists(atPath: practice)
    else { return }
    let commands = PlanCover.configuration.subcommands.compactMap { $0.configuration.commandName }
    let question = Suggestion.question(practice, among: commands)
    guard !question.isEmpty else { return }
    throw ValidationError("'\(practice)' is no command, and there is no such folder\(question)")
  }
}

/// Leave that no calendar holds yet.
struct LeaveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Adds leave that no calendar holds yet, such as \"amara-osei 2026-12-21..2026-12-23\" (both days included). May be "
        + "given again.", valueName: "id from..to"), transform: LeaveArgument.init(parsing:))
  var leave: [LeaveArgument] = []
}

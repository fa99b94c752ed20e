import ArgumentParser
import CoverIntake
import Foundation

@main
struct PlanCover: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan-cover",
    abstract: "Plans who covers for whom when clinicians of a practice are away.",
    discussion: """
      A practice is a folder: practice.yaml, clients.csv and the clinicians' calendars (.ics). The plan, calendars to \
      subscribe to, invitations, letters to clients and briefs to colleagues are written to its folder cover/.

      Exit status: 0 all is well; 2 done, but something needs a person; 64 wrong usage; 65 bad input; 70 a fault of \
      the program; 73 cannot write; 75 another run is at work; 130 stopped by the user.
      """,
    version: "plan-cover 0.1.0",
    subcommands: [
      PlanCommand.self, CheckCommand.self, VerifyCommand.self, ExplainCommand.self, WhatIfCommand.self,
      ResilienceCommand.self, DecideCommand.self, NoticesCommand.self, ReferCommand.self, DirectoryCommand.self,
      TimerCommand.self, PurgeCommand.self, InitCommand.self,
    ],
    defaultSubcommand: PlanCommand.self)

  static func main() {
    // Health data: nothing that this process creates is for anybody else, whatever the caller's mask, and nothing of it
    // lands in a core file.
    umask(0o077)
    // A reader that goes away (`| head`) ends the output, not the run: its status still says how it went.
    signal(SIGPIPE, SIG_IGN)
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    if let slip = slip(in: Array(CommandLine.arguments.dropFirst())) {
      Terminal.standard.say(slip)
      Foundation.exit(ExitStatus.usage.rawValue)
    }
    main(nil)
  }

  /// That the name of a command was probably misspelt: it would be taken for the folder of `plan`.
  private static func slip(in words: [String]) -> String? {
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let first = words.first, !first.hasPrefix("-"), !(commands + ["help"]).contains(first),
      !FileManager.default.fileExists(atPath: first)
    else { return nil }
    let question = Suggestion.question(first, among: commands)
    return question.isEmpty ? nil : "there is no such command, and no such folder\(question)"
  }
}

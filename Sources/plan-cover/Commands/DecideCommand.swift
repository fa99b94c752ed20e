import ArgumentParser

/// Records, shows and takes back what people have decided.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Records what a person has decided in decisions.yaml, shows it, or takes it back.",
    discussion: """
      plan-cover decide assign ben-lee --client AB12 --on 2026-12-22 --why "Ben knows the family."
      plan-cover decide told cover/notices/2026-11-23-*.txt
      plan-cover decide --list
      plan-cover decide --undo 3-9f2c

      Everything is held against the practice before it is written. A decision that the rules do not let be kept today \
      is recorded all the same, and what stands in its way is said, with status 2.
      """,
    subcommands: [
      AssignCommand.self, ForbidCommand.self, WaitCommand.self, ToldCommand.self, ConsentedCommand.self,
      LeaveCommand.self, DecisionListCommand.self,
    ],
    defaultSubcommand: DecisionListCommand.self)
}

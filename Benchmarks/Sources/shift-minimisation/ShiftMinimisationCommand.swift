import ArgumentParser

/// The public benchmark that is nearest to cover planning, with the program's own solver layer.
@main
struct ShiftMinimisationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shift-minimisation",
    abstract: "Solves instances of the Shift Minimisation Personnel Task Scheduling Problem.",
    subcommands: [SolveCommand.self, GenerateCommand.self], defaultSubcommand: SolveCommand.self)
}

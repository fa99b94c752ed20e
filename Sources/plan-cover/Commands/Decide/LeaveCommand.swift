import ArgumentParser
import CoverDomain
import CoverIntake

/// `decide leave`: somebody is away though no calendar says so yet.
struct LeaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave", abstract: "A clinician is away, though no calendar says so yet.",
    discussion: """
      plan-cover decide leave amara-osei 2026-12-21..2026-12-22

      Both days are included; one day alone is that day. It counts in every run, as --leave does in one, until you take \
      it back with --undo.
      """)

  @Argument(help: "The id of the clinician.")
  var clinician: String

  @Argument(
    help: ArgumentHelp("The days, both included.", valueName: "from..to"), transform: DaysArgument.init(parsing:))
  var days: DaysArgument

  @Argument(help: "The folder of the practice.", completion: .directory)
  var practice = "."

  @OptionGroup var options: DecisionOptions

  func run() throws {
    try DecisionDesk(practice, options).record { finder in
      finder.clinician(clinician, "the clinician").map { [DecisionEntry(kind: .leave($0, days.days))] } ?? []
    }
  }
}

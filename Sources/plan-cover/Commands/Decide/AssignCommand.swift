import ArgumentParser
import CoverDomain
import CoverIntake

/// `decide assign`: that colleague takes it.
struct AssignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "A colleague takes a session, whatever the planner would choose.",
    discussion: """
      plan-cover decide assign ben-lee --client AB12 --on 2026-12-22 --why "Ben knows the family."

      Without a session every session that --client and --absence leave is assigned. Of several that assign one \
      session the last counts. Where rules stand in the way it is recorded and said, with status 2.
      """)

  @Argument(help: "The id of the colleague.")
  var colleague: String

  @Argument(help: "The folder of the practice.", completion: .directory)
  var practice = "."

  @OptionGroup(title: "For what") var target: TargetOptions
  @OptionGroup var options: DecisionOptions

  func validate() throws { try target.require() }

  func run() throws {
    try DecisionDesk.record(practice, options, target, person: colleague) { $0.map { .assign($0) } }
  }
}

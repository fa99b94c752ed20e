import ArgumentParser
import CoverDomain
import CoverIntake

/// `decide forbid`: that colleague does not take it.
struct ForbidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forbid", abstract: "A colleague does not take the sessions of a client, or one session.",
    discussion: """
      plan-cover decide forbid dev-patel --client AB12

      It is stronger than an assignment to the same colleague: rule E11.
      """)

  @Argument(help: "The id of the colleague.")
  var colleague: String

  @Argument(help: "The folder of the practice.", completion: .directory)
  var practice = "."

  @OptionGroup(title: "For what") var target: TargetOptions
  @OptionGroup var options: DecisionOptions

  func validate() throws { try target.require() }

  func run() throws {
    try DecisionDesk.record(practice, options, target, person: colleague) { $0.map { .forbid($0) } }
  }
}

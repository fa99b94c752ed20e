import ArgumentParser
import CoverDomain
import CoverIntake

/// `decide wait`.
struct WaitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wait", abstract: "No cover is sought: the client waits until their clinician is back.",
    discussion: """
      plan-cover decide wait --client AB12 --absence "amara-osei 2026-12-21"
      """)

  @Argument(help: "The folder of the practice.", completion: .directory)
  var practice = "."

  @OptionGroup(title: "For what") var target: TargetOptions
  @OptionGroup var options: DecisionOptions

  func validate() throws { try target.require() }

  func run() throws { try DecisionDesk.record(practice, options, target) { _ in .wait } }
}

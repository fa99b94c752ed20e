import ArgumentParser
import CoverDomain
import CoverIntake

/// `decide consented`.
struct ConsentedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consented", abstract: "The client has agreed to be covered.",
    discussion: """
      plan-cover decide consented --client CD34
      """)

  @Argument(help: "The folder of the practice.", completion: .directory)
  var practice = "."

  @OptionGroup(title: "For what") var target: TargetOptions
  @OptionGroup var options: DecisionOptions

  func validate() throws { try target.require() }

  func run() throws { try DecisionDesk.record(practice, options, target) { _ in .consented } }
}

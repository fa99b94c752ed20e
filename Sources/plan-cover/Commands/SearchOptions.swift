import ArgumentParser
import CoverPlanning

/// How long the search for a plan may take.
struct SearchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Seconds for the search; when they end, the best plan found is taken with what is proven of it. Default: 60; none "
        + "with --effort.", valueName: "seconds"))
  var timeLimit: SecondsArgument?

  @Option(
    help: ArgumentHelp(
      "Ends the search by the work done instead of the time: so many portions, 1 to 1000, each some seconds long. A fast "
        + "machine and a slow one then find the same plan, proven or not.", valueName: "portions"))
  var effort: Int?

  func validate() throws {
    if let effort, !(1...1_000).contains(effort) {
      throw ValidationError("--effort \(effort): give a number from 1 to 1000")
    }
  }

  var planning: PlanningOptions {
    PlanningOptions(timeLimit: timeLimit?.seconds ?? (effort == nil ? 60 : nil), effort: effort)
  }
}

import ArgumentParser
import CoverDomain
import CoverPlanning
import CoverVerification

/// The search for a plan, as commands that plan begin with it.
struct PlanSearch {
  let situation: Situation
  let options: PlanningOptions
  let terminal: Terminal

  /// The plan, and whether it was cut short from the keyboard. What keeps it from being made, or from standing, is said
  /// and ends the command.
  func verifiedPlan() throws -> (plan: Plan, isInterrupted: Bool) {
    let found = try plan()
    try Self.verify(found.plan, situation, terminal)
    return found
  }

  /// The plan, not yet verified, and whether it was cut short from the keyboard.
  func plan() throws -> (plan: Plan, isInterrupted: Bool) {
    let cancellation = Cancellation()
    let keyboard = KeyboardStop { cancellation.cancel() }
    defer { keyboard.end() }
    let line = ProgressLine(terminal: terminal)
    let planner = Planner(
      situation: situation, options: options, cancellation: cancellation,
      progress: line.show)
    let plan = try Self.reporting(to: terminal) { () throws(PlanningError) in try planner.plan() }
    terminal.clearStatus()
    return (plan, keyboard.hasCome)
  }

  /// Says why there is no plan, and ends the command with the status that fits.
  static func reporting<Value>(to terminal: Terminal, _ body: () throws(PlanningError) -> Value) throws -> Value {
    do throws(PlanningError) {
      let value = try body()
      if Planner.hasLeftSolverBehind {
        terminal.say(
          "remark: the solver did not return when its time was over, and was left behind; what it would have proven is open\n"
            + "hint: plan again; where that helps nothing, `make setup` installs the solver's library anew")
      }
      return value
    } catch {
      terminal.say(error.description)
      throw ExitStatus.fault.exitCode
    }
  }

  /// Nothing is written that the independent reading of the rules does not pass.
  static func verify(_ plan: Plan, _ situation: Situation, _ terminal: Terminal) throws {
    try requireNone(of: Verifier(situation: situation).breaches(of: plan), terminal)
  }

  /// Ends the command where verification has found anything.
  static func requireNone(of breaches: [Breach], _ terminal: Terminal) throws {
    guard !breaches.isEmpty else { return }
    terminal.say("the plan does not pass verification and was not written; this is a fault of the program:")
    for breach in breaches { terminal.say("  \(breach)") }
    throw ExitStatus.fault.exitCode
  }
}

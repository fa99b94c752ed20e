import ArgumentParser
import CivilTime
import CoverDomain
import CoverPlanning
import CoverPublishing

/// Says of sessions why they are with whom they are.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why this colleague, why nobody, and what would help: for a client, a session, or an absence.",
    discussion: """
      plan-cover explain --client AB12
      plan-cover explain --session s-1/20261222T100000Z FOLDER

      Explained is the published plan as long as it still stands, else the one that `plan-cover plan` would make now. \
      The chosen colleague stands beside all others, each with the rules that are in the way or, where none is, with \
      what would get worse, found by planning with it. Writes nothing. Status 2 where a session that must be covered \
      is not.
      """)

  @OptionGroup var options: PracticeOptions
  @OptionGroup var target: TargetOptions

  @Option(help: ArgumentHelp("Seconds for each plan that is made for comparison.", valueName: "seconds"))
  var timeLimit = SecondsArgument(seconds: 60)

  @Flag(help: "Prints JSON.")
  var json = false

  func validate() throws { try target.require() }

  func run() throws {
    let terminal = Terminal.standard
    let base = try StandingPlan(options, timeLimit: timeLimit.seconds, terminal: terminal)
    let demands = try found(in: base.situation, terminal)
    guard !demands.isEmpty else {
      let window = base.situation.window
      terminal.say(
        "nothing to explain: no session of it is affected by an absence or a closure"
          + " from \(window.from.iso8601) to \((window.to - 1).iso8601)"
          + "\nhint: --from and --to look at other days; a session that takes place as usual needs no cover")
      return
    }
    let cancellation = Cancellation()
    let keyboard = KeyboardStop { cancellation.cancel() }
    defer { keyboard.end() }
    let explanations = Explanations(
      situation: base.situation, covers: base.covers, options: PlanningOptions(timeLimit: timeLimit.seconds),
      cancellation: cancellation)
    let clock = LocalClock(zone: base.situation.practice.zone)
    let all = try PlanSearch.reporting(to: terminal) { () throws(PlanningError) in
      var all: [Explanation] = []
      for demand in demands {
        let time = clock.text(demand.session.interval.start)
        let explanation = try explanations.explanation(of: demand.session.id) { made, plans in
          terminal.status("explaining: \(time), plan \(made + 1) of \(plans)  (Ctrl-C ends with what is known)")
        }
        if let explanation { all.append(explanation) }
      }
      return all
    }
    terminal.clearStatus()
    let report = ExplanationReport(situation: base.situation, explanations: all, isPublished: base.isPublished)
    terminal.result(json ? report.json : report.text)
    if all.contains(where: { $0.assignment.outcomeName == "uncovered" && $0.assignment.demand.need == .required }) {
      throw ExitStatus.needsPerson.exitCode
    }
  }

  /// The affected sessions that are meant. What is not found is said, and ends the command.
  private func found(in situation: Situation, _ terminal: Terminal) throws -> [Demand] {
    let finder = TargetFinder(situation: situation, terminal: terminal)
    var found: DecisionTarget?
    _ = finder.entries(WantedTarget(target)) {
      found = $0
      return nil
    }
    guard let found, finder.complaints.isEmpty else {
      for complaint in finder.complaints { terminal.say(complaint) }
      throw ExitStatus.usage.exitCode
    }
    return situation.demands.filter { demand in
      let session = demand.session
      return found.client.map(session.clients.contains) ?? true
        && found.session.map { $0 == session.id.key } ?? true
        && found.clinician.map { $0 == session.clinician } ?? true
        && found.absence.map { day in
          demand.absence.map { $0.clinician == day.clinician && $0.days.contains(day.day) } ?? false
        } ?? true
    }
  }
}

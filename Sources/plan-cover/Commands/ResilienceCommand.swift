import ArgumentParser
import CivilTime
import CoverDomain
import CoverPlanning
import CoverPublishing

/// Says which absences the practice could not cover.
struct ResilienceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resilience",
    abstract: "Which absences the practice could not cover, what hangs on one person, and what would help most.",
    discussion: """
      Each clinician alone and each two together are away, on trial, for next week and for a month: what nobody could \
      take then is counted, beyond what has nobody today. Next week begins on the next Monday, and the month is four \
      weeks from then; --from names another day to begin with. Writes nothing.
      """)

  @OptionGroup var practice: ResiliencePractice

  @Flag(help: "Tries each clinician alone, not two at once: quicker in a large practice.")
  var single = false

  @Flag(help: "Prints JSON: every pair, and every client who needs what hangs on one person.")
  var json = false

  func run() throws {
    let terminal = Terminal.standard
    let reading = try PracticeReading(practice.folder, practice.intake, terminal: terminal, saysRemarks: false)
    let situation = reading.result.situation
    let cancellation = Cancellation()
    let keyboard = KeyboardStop { cancellation.cancel() }
    defer { keyboard.end() }
    let study = ResilienceStudy(situation: situation, cancellation: cancellation)
    let resilience = try PlanSearch.reporting(to: terminal) { () throws(PlanningError) in
      try study.resilience(triesPairs: !single) { tried, all in
        terminal.status("trying absence \(tried + 1) of \(all)  (Ctrl-C ends with what is known)")
      }
    }
    terminal.clearStatus()
    let report = ResilienceReport(situation: situation, resilience: resilience)
    terminal.result(json ? report.json : report.text)
  }
}

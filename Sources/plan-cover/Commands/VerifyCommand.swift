import ArgumentParser
import CoverDomain
import CoverPublishing
import CoverVerification

/// Holds the published plan against the calendars as they are now.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Holds the published plan against the calendars as they are now, and names every promise that no longer stands.",
    discussion: "The window is the published plan's, unless --from and --to say otherwise.")

  @OptionGroup var options: PracticeOptions
  @OptionGroup var leave: LeaveOptions

  @Flag(help: "Prints JSON.")
  var json = false

  func run() throws {
    let terminal = Terminal.standard
    let published = try Publisher.reporting(to: terminal) {
      try PublicationFolder.publishedPlan(inPracticeFolder: options.folder.path)
    }
    guard let published else {
      // The practice itself may be what is wrong; then that is said first.
      _ = try PracticeReading(options, terminal: terminal)
      terminal.say("cover/plan.json: nothing has been published yet\nhint: run `plan-cover plan` first")
      throw ExitStatus.badInput.exitCode
    }
    let practice = try PracticeReading(
      options, from: options.from?.day ?? published.from, to: options.to?.day ?? published.to,
      leave: leave.leave, terminal: terminal)
    let planned = practice.result.situation.window
    // Promises for days outside the last plan's window were made by plans before it.
    let situation = practice.result.situation.seen(in: practice.result.situation.windowOfPromises)
    let verifier = PublishedVerifier(situation: situation)
    let broken = verifier.broken().filter { finding in
      finding.kind != .newlyAffected
        || situation.demands.contains {
          $0.session.id == finding.session && planned.interval.contains($0.session.interval.start)
        }
    }
    // What the plan has left open is no promise; what has come up since is news.
    let findings = broken.filter { !($0.kind == .newlyAffected && published.uncovered.contains($0.session)) }
    let open = situation.demands.filter { demand in
      published.uncovered.contains(demand.session.id) && broken.contains { $0.session == demand.session.id }
    }
    let report = VerificationReport(
      situation: situation, findings: findings, open: open,
      contacts: verifier.brokenContacts(), meetings: verifier.brokenMeetings(), reading: practice.result.reading)
    terminal.result(json ? report.document.text : report.text)
    if report.needsPerson { throw ExitStatus.needsPerson.exitCode }
  }
}

import ArgumentParser
import CivilTime
import CoverDomain
import CoverPlanning
import CoverPublishing
import CoverVerification
import Foundation

/// Reads, plans, verifies, publishes, and says what changed.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Makes the best cover plan, proves it, and publishes it in the practice's folder cover/.",
    discussion: """
      What was promised before is kept wherever the rules allow it. On a terminal Ctrl-C ends the search with the best \
      plan so far and asks whether to publish it.
      """)

  @OptionGroup var options: PracticeOptions
  @OptionGroup var leave: LeaveOptions
  @OptionGroup var search: SearchOptions

  @Flag(help: "Shows the plan and what would change, and writes nothing.")
  var dryRun = false

  @Flag(help: "Prints plan.json instead of the summary.")
  var json = false

  @Flag(
    help: "Prints a few lines of numbers and ids instead of the summary, and no name: for a journal, a mail, or cron.")
  var digest = false

  func validate() throws {
    if json, digest { throw ValidationError("--json and --digest: one of the two") }
  }

  func run() throws {
    let terminal = Terminal.standard
    // The lock is held from reading to writing: what is read is what the publication replaces.
    let publisher = try dryRun ? nil : Publisher(options.folder, terminal: terminal)
    Planner.prepare()
    let practice = try PracticeReading(options, leave: leave.leave, isDiscreet: digest, terminal: terminal)
    let situation = practice.result.situation
    let folder = options.folder
    let previous = Ahead { try publisher.map { try $0.last() } ?? Publisher.last(in: folder) }
    let brokenOutside = Ahead { () throws(Never) in Self.brokenOutside(situation) }
    let (plan, isInterrupted) = try PlanSearch(
      situation: situation, options: search.planning, terminal: terminal
    ).plan()

    let verification = Ahead { () throws(Never) in Verifier(situation: situation).breaches(of: plan) }
    let publication = try Publisher.reporting(to: terminal) {
      try Publication(
        PublicationInput(
          situation: situation, plan: plan, reading: practice.result.reading, previous: previous.value(),
          templates: practice.result.templates, inputFiles: practice.inputFiles()))
    }
    // Made beside its verification, and worth nothing without it.
    try PlanSearch.requireNone(of: verification.value(), terminal)
    if isInterrupted, !dryRun {
      terminal.say(publication.summary.headline)
      guard terminal.confirm("Stopped. Publish this plan, the best so far?") else {
        terminal.say("Nothing was published.")
        throw ExitStatus.interrupted.exitCode
      }
    }
    for path in try publisher?.publish(publication) ?? [] {
      terminal.say("remark: a file that plan-cover did not write had this name, and is kept: cover/\(path)")
    }
    let today = situation.practice.zone.day(of: situation.now)
    terminal.result(result(publication, today))
    if !leave.leave.isEmpty, !dryRun {
      terminal.say(
        "remark: the leave of --leave is in no calendar: put it into leave.ics before the next run, or its cover is taken back; "
          + "or keep it by\n" + leave.leave.map { "  \(keepingCommand($0))" }.joined(separator: "\n"))
    }
    let outside = brokenOutside.value()
    if !outside.isEmpty {
      terminal.say("promised for days outside this window, and no longer standing (plan those days to mend it):")
      for finding in outside { terminal.say("  \(finding.sentence)") }
    }
    if publication.summary.needsPerson || !outside.isEmpty { throw ExitStatus.needsPerson.exitCode }
  }

  /// What keeps leave of the command line beyond this run.
  private func keepingCommand(_ leave: LeaveArgument) -> String {
    let folder = options.practice == "." ? "" : " " + ShellWord.quoted(options.practice)
    let id = ShellWord.quoted(leave.clinician.text)
    return "plan-cover decide leave \(id) \(leave.days.lowerBound.iso8601)..\(leave.days.upperBound.iso8601)\(folder)"
  }

  /// Promises of earlier plans, outside this one's window, that the calendars no longer keep.
  private static func brokenOutside(_ situation: Situation) -> [BrokenPublication] {
    let carried = Set(situation.carried.map(\.session))
    let wide = situation.seen(in: situation.windowOfPromises)
    return PublishedVerifier(situation: wide).broken().filter {
      $0.kind != .newlyAffected && carried.contains($0.session)
    }
  }

  private func result(_ publication: Publication, _ today: Day) -> String {
    if json { return publication.planText }
    return digest ? publication.digestLines.joined(separator: "\n") : report(publication, today)
  }

  private func report(_ publication: Publication, _ today: Day) -> String {
    let changes = publication.changeLines.map { "  \($0)" }.joined(separator: "\n")
    let title = dryRun ? "WHAT WOULD CHANGE (nothing was written)" : "WHAT CHANGED"
    return
      "\(publication.summary.text)\n\(title)\n\n\(changes)\n\nLETTERS TO SEND\n\n\(lettersToSend(publication, today))\n"
      + (dryRun ? "" : "\nTo look at, or to print: open \(page)\n")
  }

  /// The same as a page, as a shell can be given it.
  private var page: String {
    ShellWord.quoted((options.practice == "." ? "" : options.practice + "/") + "cover/report.html")
  }

  /// What is due by the hour of this run; the summary's file says it by dates, for it is read on other days, too.
  private func lettersToSend(_ publication: Publication, _ today: Day) -> String {
    let due = publication.lettersToSend(on: today)
    let groups = [("late", due.late), ("today", due.today), ("in the six days after", due.thisWeek)]
    let lines = groups.filter { !$0.1.isEmpty }.map { "  \($0.0): \($0.1.count)" }
    return lines.isEmpty ? "  none this week" : lines.joined(separator: "\n")
  }
}

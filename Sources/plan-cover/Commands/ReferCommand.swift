import ArgumentParser
import CivilTime
import CoverDomain
import CoverIntake
import Foundation

/// Asks for a second professional, shows what is asked, or takes it back.
struct ReferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refer",
    abstract: "Asks for a second professional: writes the request into referrals.ics, shows all, or takes one back.",
    discussion: """
      plan-cover refer --reason second-opinion --client AB12 --needs emdr --due 2027-01-15
      plan-cover refer --reason supervision --clinician ben-lee --client CD34
      plan-cover refer --list
      plan-cover refer --withdraw request-3f2a

      The reasons: second-opinion (somebody independent), specialist (somebody with certain specialties), supervision (the \
      clinician with their supervisor; the client does not come), perspective (somebody of a certain background). The next \
      plan places it. A clinician's own calendar is never written to.
      """)

  @Argument(help: "The folder of the practice.", completion: .directory)
  var practice = "."

  @OptionGroup(title: "What is asked") var request: RequestOptions

  @Flag(help: "Shows every request that is open now, and what has become of it.")
  var list = false

  @Option(
    help: ArgumentHelp(
      "Takes a request out of referrals.ics, by its UID; the beginning will do where it is the only one.",
      valueName: "uid"))
  var withdraw: String?

  @Flag(help: "Says what would be written or taken out, and writes nothing.")
  var dryRun = false

  @Flag(help: "With --list: prints JSON.")
  var json = false

  @OptionGroup var moment: Moment

  func validate() throws {
    if list, withdraw != nil { throw ValidationError("--list and --withdraw exclude one another") }
    if list || withdraw != nil, !request.isEmpty {
      throw ValidationError("--list and --withdraw stand without what is asked")
    }
    if json, !list { throw ValidationError("--json goes with --list") }
    if list, dryRun { throw ValidationError("--list writes nothing: leave --dry-run out") }
  }

  func run() throws {
    let desk = try ReferralDesk(practice, moment.present, isDryRun: dryRun || list)
    if list { return try desk.list(json: json) }
    if let withdraw { return try desk.withdraw(withdraw) }
    try desk.ask(request)
  }
}

/// What is asked of whom, for whom, until when.
struct RequestOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Why: second-opinion, specialist, supervision or perspective.", valueName: "reason"))
  var reason: String?

  @Option(help: ArgumentHelp("The client; for supervision it may be left out.", valueName: "id"))
  var client: String?

  @Option(help: ArgumentHelp("Who asks; default: the client's clinician.", valueName: "id"))
  var clinician: String?

  @Option(
    help: ArgumentHelp(
      "What the second professional has to have: specialties, or backgrounds for perspective; several parted by commas.",
      valueName: "a,b"))
  var needs: TagList?

  @Option(help: ArgumentHelp("The first day of the appointment; default: today.", valueName: "yyyy-mm-dd"))
  var from: DayArgument?

  @Option(
    help: ArgumentHelp(
      "The last day of the appointment; default: four weeks after the first.", valueName: "yyyy-mm-dd"))
  var due: DayArgument?

  @Option(help: ArgumentHelp("How long it is to be; default: 50.", valueName: "minutes"))
  var minutes: Int?

  @Option(help: ArgumentHelp("Where: a site of practice.yaml, or online; default: anywhere.", valueName: "place"))
  var place: String?

  @Option(
    help: ArgumentHelp(
      "Why, in your own words, with ids for names; - reads them from standard input, where no list of processes shows "
        + "them.", valueName: "text"))
  var words: String?

  @Flag(help: "The client has agreed that the colleague reads these words.")
  var consented = false

  var isEmpty: Bool {
    [reason, client, clinician, place, words].allSatisfy { $0 == nil } && needs == nil && from == nil && due == nil
      && minutes == nil && !consented
  }
}

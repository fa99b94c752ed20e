import ArgumentParser
import Foundation

/// Whose a decision is, when it was made, and why.
struct DecisionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Who decided; default: your name on this computer.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("When it was decided; default: now.", valueName: "yyyy-mm-ddThh:mm:ssZ"))
  var at: InstantArgument?

  @Option(help: ArgumentHelp("Why, in your words.", valueName: "text"))
  var why: String?

  @Flag(help: "Says what would be recorded and what stands in its way, and writes nothing.")
  var dryRun = false

  @OptionGroup var moment: Moment

  /// Who decided: as given, or the full name of this computer's user, or their login.
  var author: String? {
    if let by { return by }
    guard let entry = getpwuid(getuid()) else { return nil }
    let full = entry.pointee.pw_gecos.map { String(cString: $0) }?.split(
      separator: ",", omittingEmptySubsequences: false
    )
    .first.map { $0.trimmingCharacters(in: .whitespaces) }
    return [full, entry.pointee.pw_name.map { String(cString: $0) }].compactMap(\.self).first { !$0.isEmpty }
  }
}

/// For which sessions a decision is.
struct TargetOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The sessions of this client.", valueName: "id"))
  var client: String?

  @Option(
    help: ArgumentHelp(
      "One session, by its key as plan.json and cover.csv show it; the beginning will do where it is the only one.",
      valueName: "key"))
  var session: String?

  @Option(help: ArgumentHelp("With --client: the session on this day.", valueName: "yyyy-mm-dd"))
  var on: DayArgument?

  @Option(help: ArgumentHelp("With --session: whose calendar, where one key stands in two.", valueName: "id"))
  var clinician: String?

  @Option(
    help: ArgumentHelp(
      "The sessions that an absence affects, such as \"amara-osei 2026-12-21\" (any day of it); the id alone where they "
        + "have one absence to come.", valueName: "id day"))
  var absence: String?

  func validate() throws {
    if on != nil, client == nil { throw ValidationError("--on needs --client: whose session on that day") }
    if on != nil, session != nil { throw ValidationError("--on and --session both name a session: give one of them") }
    if clinician != nil, session == nil, on == nil {
      throw ValidationError("--clinician says whose session is meant: give --session or --on as well")
    }
  }

  var isEmpty: Bool { client == nil && session == nil && absence == nil }

  /// That at least one is given.
  func require() throws {
    if isEmpty {
      throw ValidationError("Say for what: --client ID, --session KEY, --client ID --on DAY, or --absence \"ID DAY\"")
    }
  }
}

import ArgumentParser
import CoverIntake
import Foundation

/// `decide list`, and `decide` without more: what has been decided; with `--undo` one is taken back.
struct DecisionListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Shows every decision and what becomes of it, or takes one back (--undo).")

  @Argument(help: "The folder of the practice.", completion: .directory)
  var practice = "."

  @Flag(help: "Shows every decision, and what becomes of it; as without it.")
  var list = false

  @Flag(help: "Prints JSON instead of a table.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Takes a decision back, by its number as the list shows it; with the digits after the dash, that decision alone.",
      valueName: "number"))
  var undo: DecisionNumber?

  @Flag(help: "With --undo: shows what would be taken out, and writes nothing.")
  var dryRun = false

  @OptionGroup var moment: Moment

  func validate() throws {
    if json, undo != nil { throw ValidationError("--json goes with --list") }
    if dryRun, undo == nil { throw ValidationError("--dry-run goes with --undo") }
    if list, undo != nil { throw ValidationError("--list and --undo exclude one another") }
    // A slip in the name of a form would be taken for the name of a folder.
    let question = Suggestion.question(practice, among: DecisionVerb.forms.map(\.rawValue))
    if !question.isEmpty, !FileManager.default.fileExists(atPath: practice) {
      throw ValidationError("There is no such form of decide, and no such folder\(question)")
    }
  }

  func run() throws {
    let desk = try DecisionDesk(practice, moment, dryRun: dryRun || undo == nil)
    if let undo { try desk.undo(undo) } else { try desk.list(json: json) }
  }
}

/// A decision on the command line: `3`, or `3-9f2c`.
struct DecisionNumber: ExpressibleByArgument {
  let number: Int
  /// The digits that say which decision it was; nil where only its number is given.
  let check: String?

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let number = Int(parts[0]), number > 0 else { return nil }
    let check = parts.count == 2 ? parts[1].lowercased() : nil
    guard check.map({ $0.count == 4 && $0.allSatisfy(\.isHexDigit) }) ?? true else { return nil }
    self.number = number
    self.check = check
  }
}

import ArgumentParser
import CoverDomain
import CoverIntake
import Foundation

/// `decide told`: the client's letter went out.
struct ToldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "told", abstract: "Letters went out: what they say is kept from now on.",
    discussion: """
      plan-cover decide told cover/notices/2026-11-23-*.txt
      plan-cover decide told 2026-11-23-AB12-first --dry-run
      plan-cover decide told --all-due
      plan-cover decide told --client AB12

      A letter is named by its file or its bare name; any other argument is the folder of the practice.
      """)

  @Argument(
    help: ArgumentHelp(
      "Letters of cover/notices, by file or bare name, and the folder of the practice.", valueName: "letter|practice"),
    completion: .file())
  var arguments: [String] = []

  @Flag(help: "All letters that are to be sent by today.")
  var allDue = false

  @OptionGroup(title: "For what") var target: TargetOptions
  @OptionGroup var options: DecisionOptions

  func validate() throws {
    let letters = try LetterArguments(arguments)
    switch (letters.names.isEmpty, allDue, target.isEmpty) {
    case (true, false, true): throw ValidationError("Say who was told: letters, --all-due, or --client ID")
    case (false, false, true), (true, true, true), (true, false, false): break
    default: throw ValidationError("Letters, --all-due, and --client, --session or --absence exclude one another")
    }
  }

  func run() throws {
    let letters = try LetterArguments(arguments)
    try DecisionDesk(letters.practice, options).record { finder in
      if !target.isEmpty { return finder.entries(.init(target)) { $0.entry(.told) } }
      return finder.tellings(allDue ? nil : letters.names)
    }
  }
}

/// The arguments of `told`: letters, and perhaps a folder.
struct LetterArguments {
  /// Bare names, each once.
  let names: [String]
  let practice: String

  /// - Throws: where two folders are named, or letters of different practices.
  init(_ arguments: [String]) throws {
    var names: [String] = []
    var folders: [String] = []
    for argument in arguments {
      let url = URL(fileURLWithPath: argument)
      guard let name = LetterArguments.name(url.lastPathComponent) else {
        folders.append(argument)
        continue
      }
      if !names.contains(name) { names.append(name) }
      let parts = url.deletingLastPathComponent()
      // …/cover/notices/NAME names its practice as well.
      if argument.contains("/"), parts.lastPathComponent == "notices",
        parts.deletingLastPathComponent().lastPathComponent == "cover"
      {
        folders.append(parts.deletingLastPathComponent().deletingLastPathComponent().path)
      }
    }
    let places = Set(folders.map { URL(fileURLWithPath: $0).standardizedFileURL.resolvingSymlinksInPath().path })
    guard places.count < 2 else {
      throw ValidationError("\(places.count) practices are named, and one is at work at a time")
    }
    self.names = names
    practice = folders.first ?? "."
  }

  /// The bare name of a letter: a day, then more, without ending; nil for anything else.
  private static func name(_ file: String) -> String? {
    let bare = [".txt", ".eml"].first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) } ?? file
    let words = bare.split(separator: "-")
    return words.count >= 5 && DayArgument(argument: String(bare.prefix(10))) != nil ? bare : nil
  }
}

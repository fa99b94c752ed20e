import ArgumentParser
import CivilTime
import CoverDomain
import CoverPublishing

/// Who could see somebody: inside the practice, with openings, and outside.
struct DirectoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "directory",
    abstract: "Shows who could see a client for what, with the next openings. Writes nothing.",
    discussion: """
      plan-cover directory --needs emdr,trauma
      plan-cover directory --background buddhist --language pl --from 2027-01-04 --to 2027-01-18

      Openings lie in working hours, keep every limit and break, and leave what is published as it is. Professionals \
      outside the practice are those of 'outside' in practice.yaml.
      """)

  @OptionGroup var options: PracticeOptions

  @Option(help: ArgumentHelp("Specialties, all of them; several parted by commas.", valueName: "a,b"))
  var needs: TagList?

  @Option(help: ArgumentHelp("Backgrounds, all of them; several parted by commas.", valueName: "a,b"))
  var background: TagList?

  @Option(help: ArgumentHelp("A language, as BCP 47 has it.", valueName: "tag"))
  var language: LanguageTagArgument?

  @Option(help: ArgumentHelp("Who pays: one.", valueName: "payer"))
  var payer: TagArgument?

  @Option(help: ArgumentHelp("Where the client is, for the licence: one.", valueName: "name"))
  var jurisdiction: TagArgument?

  @Option(help: ArgumentHelp("How long an appointment is to be.", valueName: "minutes"))
  var minutes = 50

  @Option(help: ArgumentHelp("So many openings of each at most.", valueName: "number"))
  var openings = 3

  @Flag(help: "Prints JSON.")
  var json = false

  func validate() throws {
    guard (5...480).contains(minutes) else { throw ValidationError("--minutes is 5 to 480") }
    guard (1...50).contains(openings) else { throw ValidationError("--openings is 1 to 50") }
  }

  func run() throws {
    let terminal = Terminal.standard
    let practice = try PracticeReading(options, terminal: terminal)
    let sought = Sought(
      specialties: needs?.tags ?? [], background: background?.tags ?? [],
      languages: Set([language?.tag].compactMap(\.self)), payers: Set([payer?.tag].compactMap(\.self)),
      jurisdictions: Set([jurisdiction?.tag].compactMap(\.self)))
    let directory = Directory(
      situation: practice.result.situation, sought: sought, minutes: minutes, most: openings)
    for unknown in directory.unknown { terminal.say(unknown) }
    guard directory.unknown.isEmpty else { throw ExitStatus.usage.exitCode }
    terminal.result(json ? directory.document.text : directory.text)
    if directory.isEmpty { throw ExitStatus.needsPerson.exitCode }
  }
}

/// A language on the command line: `fr-CA`.
struct LanguageTagArgument: ExpressibleByArgument {
  let tag: LanguageTag

  init?(argument: String) {
    guard let tag = LanguageTag(argument) else { return nil }
    self.tag = tag
  }
}

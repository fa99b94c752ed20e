import ArgumentParser
import CoverDomain
import CoverPublishing

/// Shows the letters: which are due when, what one would say, and the templates that they are made from.
struct NoticesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notices",
    abstract: "Shows the letters to clients: which are due when, and what they say. Writes nothing.",
    discussion: """
      A practice's own letters are templates in its folder templates/, one for a kind of letter and a language, such as \
      templates/first.en.mustache. `--template first` prints ours to begin with; documentation/letters.md has the names \
      that a template may use.
      """)

  @OptionGroup var options: PracticeOptions
  @OptionGroup var leave: LeaveOptions
  @OptionGroup var search: SearchOptions

  @Option(
    help: ArgumentHelp("Prints the letters of that client in full, as they would be written now.", valueName: "id"))
  var preview: String?

  @Option(help: "With --preview: the letter of that kind alone.")
  var kind: LetterKindArgument?

  @Option(
    help: ArgumentHelp(
      "Writes in that language, whatever the client's; for --template: default en.", valueName: "tag"))
  var language: LetterLanguageArgument?

  @Option(help: ArgumentHelp("Prints our own letter of that kind, as a template.", valueName: "kind"))
  var template: LetterKindArgument?

  @Flag(help: "Prints JSON.")
  var json = false

  func validate() throws {
    if kind != nil, preview == nil { throw ValidationError("--kind goes with --preview: name a client") }
    if template != nil, preview != nil { throw ValidationError("--template and --preview are two questions: ask one") }
    if template != nil, json { throw ValidationError("--template prints a template, and no JSON") }
  }

  func run() throws {
    let terminal = Terminal.standard
    if let template {
      terminal.result(BuiltInTemplates.text(template.kind, language: language?.tag ?? .english) ?? "")
      return
    }
    let practice = try PracticeReading(options, leave: leave.leave, terminal: terminal)
    let situation = practice.result.situation
    let client = try preview.map { try self.client($0, situation, terminal) }
    let plan = try PlanSearch(
      situation: situation, options: search.planning, terminal: terminal
    ).verifiedPlan().plan
    let previous = try Publisher.reporting(to: terminal) { try Publisher.last(in: options.folder) }
    let all = LetterBook(
      situation: situation, plan: plan, reading: practice.result.reading, previous: previous,
      templates: practice.result.templates, language: language?.tag)
    guard let client else {
      terminal.result(json ? all.json(withText: false) : all.list)
      if !all.refused.isEmpty { throw ExitStatus.needsPerson.exitCode }
      return
    }
    let book = all.only(client, kind?.kind)
    if book.letters.isEmpty, book.refused.isEmpty, !json {
      terminal.say(
        "no letter\(kind.map { " of the kind \($0.kind.rawValue)" } ?? "") is called for to \(client)"
          + "\nhint: `plan-cover notices` lists all letters; --from and --to widen the days that are planned")
    } else {
      terminal.result(json ? book.json(withText: true) : book.preview)
    }
    if !book.refused.isEmpty { throw ExitStatus.needsPerson.exitCode }
  }

  /// The client of that id, in any case.
  private func client(_ text: String, _ situation: Situation, _ terminal: Terminal) throws -> ClientID {
    let ids = situation.clients.keys.sorted()
    if let id = ids.first(where: { $0.text.lowercased() == text.lowercased() }) { return id }
    let meant = NearestWord.to(text, among: ids.map(\.text)).map { ": did you mean '\($0)'?" } ?? ""
    terminal.say(
      "--preview: clients.csv has no client of this id\(meant)\nhint: clients are named by the id of clients.csv")
    throw ExitStatus.usage.exitCode
  }
}

/// A kind of letter on the command line.
struct LetterKindArgument: ExpressibleByArgument {
  let kind: Notice.Kind

  init?(argument: String) {
    guard let kind = Notice.Kind(rawValue: argument) else { return nil }
    self.kind = kind
  }

  static var allValueStrings: [String] { Notice.Kind.allCases.map(\.rawValue) }
}

/// A language of letters on the command line: one that we write, or a region of it.
struct LetterLanguageArgument: ExpressibleByArgument {
  let tag: LanguageTag

  init?(argument: String) {
    guard let tag = LanguageTag(argument), LetterLanguages.writes(tag) else { return nil }
    self.tag = tag
  }

  static var allValueStrings: [String] { LetterLanguages.tags.map(\.conventional) }
}

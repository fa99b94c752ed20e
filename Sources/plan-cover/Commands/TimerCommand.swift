import ArgumentParser
import Foundation

/// Writes the units of a weekly run.
struct TimerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timer",
    abstract: "Writes a systemd service and timer that plan every week, and shows the line for cron.",
    discussion: """
      Without --to they are shown and nothing is written. Nothing is enabled by itself: the commands that do it are \
      printed. The service has no network, writes into the practice's folder alone, and tells the journal ids and \
      numbers, never names.
      """)

  @Argument(help: "The folder of the practice. (default: .)", completion: .directory)
  var practice: String?

  @Option(
    help: ArgumentHelp(
      "When to plan, by this machine's clock: \"Mon 06:00\", \"Mon,Thu 06:00\", \"Mon-Fri 06:00\" or \"daily 06:00\".",
      valueName: "days hh:mm"))
  var on = WeeklyTime.monday

  @Option(
    help: ArgumentHelp("Writes both units into this folder, such as /etc/systemd/system.", valueName: "folder"),
    completion: .directory)
  var to: String?

  @Flag(
    help: """
      Units for your own service manager (~/.config/systemd/user) instead of the system's: no administrator is needed, \
      and they run while you are logged in, or always after `loginctl enable-linger`.
      """)
  var user = false

  @Flag(
    help: """
      Units for any practice of yours instead of one folder's, with --user: plan-cover@.service and plan-cover@.timer. \
      Their instance is the folder's path, as `systemd-escape --path` writes it.
      """)
  var template = false

  @Option(
    help: ArgumentHelp(
      "The name of the units; default: plan-cover- and the name of the practice's folder.", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp("The absolute path of the program that runs; default: this one.", valueName: "path"),
    completion: .file())
  var program: String?

  func validate() throws {
    if let program, !program.hasPrefix("/") { throw ValidationError("--program: is no absolute path: \(program)") }
    if template, !user { throw ValidationError("--template: goes with --user: the units run as whoever enables them") }
    if template, practice != nil { throw ValidationError("--template: is for every practice; leave the folder out") }
    if let name, name.isEmpty || name.count > 100 || !name.allSatisfy({ Self.isPlain($0) || $0 == "-" || $0 == "_" }) {
      throw ValidationError("--name: a unit is named by letters of a to z, digits, '-' and '_'")
    }
  }

  func run() throws {
    let terminal = Terminal.standard
    let practice: Schedule.Practice = template ? .instance : .folder(try practiceFolder(terminal))
    let place = ProgramPlace(chosen: program)
    guard UnitText.isFit(place.executable), UnitText.isFit(place.library ?? "-") else {
      terminal.say("the program's own path holds a control character\nhint: install it elsewhere")
      throw ExitStatus.usage.exitCode
    }
    let owner = user ? nil : ownerName(practice)
    let schedule = Schedule(
      name: unitName(practice), program: place.executable, practice: practice, time: on,
      manager: user ? .user : .system, owner: owner, library: place.library, livesInHome: place.isInHome)
    if place.isTemporary {
      terminal.say("remark: the program lies in a folder for temporary files, which a service does not see: install it")
    }
    if owner == "root" {
      terminal.say("remark: the practice's folder belongs to root, and so the service runs as root: give it a user")
    }
    if let to { try write(schedule, into: to, terminal) }
    terminal.result(TimerReport(schedule: schedule, folder: to).text)
  }

  /// The absolute path of the practice, links resolved.
  private func practiceFolder(_ terminal: Terminal) throws -> String {
    let folder = URL(fileURLWithPath: practice ?? ".", isDirectory: true).resolvingSymlinksInPath().path
    let files = FileManager.default
    guard files.fileExists(atPath: folder + "/practice.yaml") else {
      terminal.say(
        "practice.yaml: is not in this folder\nhint: give the folder of a practice: plan-cover timer FOLDER")
      throw ExitStatus.badInput.exitCode
    }
    guard UnitText.isFit(folder) else {
      terminal.say(
        "the practice's path holds a control character, which no unit can name\nhint: rename the folder")
      throw ExitStatus.badInput.exitCode
    }
    return folder
  }

  /// The user whose folder it is: by name, or by number where nobody has that number.
  private func ownerName(_ practice: Schedule.Practice) -> String? {
    guard case .folder(let folder) = practice else { return nil }
    let attributes = try? FileManager.default.attributesOfItem(atPath: folder)
    return attributes?[.ownerAccountName] as? String ?? (attributes?[.ownerAccountID] as? NSNumber)?.stringValue
  }

  private func write(_ schedule: Schedule, into folder: String, _ terminal: Terminal) throws {
    let url = URL(fileURLWithPath: folder, isDirectory: true)
    let service = url.appendingPathComponent("\(schedule.name).service")
    let timer = url.appendingPathComponent("\(schedule.name).timer")
    let mine = (try? String(contentsOf: service, encoding: .utf8)).map {
      $0.hasPrefix(Schedule.heading) && $0.contains("\n\(schedule.practiceLine)\n")
    }
    let other = mine ?? !FileManager.default.fileExists(atPath: service.path) ? nil : service
    if let other {
      terminal.say(
        "\(other.lastPathComponent): is there already, and is not of this practice\nhint: choose another --name")
      throw ExitStatus.cannotWrite.exitCode
    }
    for (file, text) in [(service, schedule.service), (timer, schedule.timer)] {
      do {
        try Data(text.utf8).write(to: file, options: .atomic)
        // Units hold no secret, and whoever looks after the machine reads them.
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
      } catch {
        terminal.say(
          "\(file.lastPathComponent): cannot be written\nhint: look at the folder of --to and its permissions")
        throw ExitStatus.cannotWrite.exitCode
      }
    }
  }

  private func unitName(_ practice: Schedule.Practice) -> String {
    switch practice {
    case .folder(let folder): name ?? Self.defaultName(folder)
    case .instance: (name ?? "plan-cover") + "@"
    }
  }

  /// `plan-cover-harbour-street` of `/srv/Harbour Street`.
  private static func defaultName(_ folder: String) -> String {
    let last = URL(fileURLWithPath: folder).lastPathComponent.lowercased()
    let words = last.split { !isPlain($0) }.joined(separator: "-").prefix(60)
    return "plan-cover" + (words.isEmpty ? "" : "-\(words)")
  }

  private static func isPlain(_ character: Character) -> Bool {
    "a"..."z" ~= character || "A"..."Z" ~= character || "0"..."9" ~= character
  }
}

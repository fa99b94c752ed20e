import ArgumentParser
import CoverDomain
import CoverPublishing

/// Reads the practice and says what was understood, what was not, and what is wrong.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads only: what was recognised, what was not, what is wrong.")

  @OptionGroup var options: PracticeOptions

  @Flag(help: "Prints JSON: every interval that was read, and the ledger.")
  var json = false

  func run() throws {
    let terminal = Terminal.standard
    let practice = try PracticeReading(options, terminal: terminal)
    let reading = practice.result.reading
    let situation = practice.result.situation
    terminal.result(
      json
        ? ReadingDocument(situation: situation, reading: reading).text
        : ReadingReport(situation: situation, reading: reading).text)
    if reading.needsPerson { throw ExitStatus.needsPerson.exitCode }
  }
}

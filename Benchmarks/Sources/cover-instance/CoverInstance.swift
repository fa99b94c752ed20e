import ArgumentParser
import CivilTime
import CoverIntake
import CoverPlanning
import Foundation

/// Prints what `plan-cover plan` would have to choose from, as JSON: for solvers that are held against it.
@main
struct CoverInstance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cover-instance", abstract: "Prints the instance that plan-cover solves, as JSON.")

  @Argument(help: "The folder of the practice.") var practice: String
  @Option(help: "The first day to plan for.", transform: { try Self.value(Day($0), $0) }) var from: Day
  @Option(help: "The first day not to plan for any more.", transform: { try Self.value(Day($0), $0) }) var to: Day
  @Option(help: "The present time.", transform: { try Self.value(Instant($0), $0) }) var now: Instant

  func run() throws {
    let intake = Intake(
      folder: URL(fileURLWithPath: practice, isDirectory: true),
      options: IntakeOptions(from: from, to: to, now: now))
    let read: Intake.Result
    do throws(IntakeFailure) {
      read = try intake.read()
    } catch {
      switch error {
      case .problems(let problems): throw ValidationError(problems.map(\.description).joined(separator: "\n"))
      case .option(let message, _): throw ValidationError(message)
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    FileHandle.standardOutput.write(try encoder.encode(PlanningInstance(read.situation)))
  }

  private static func value<Value>(_ value: Value?, _ text: String) throws -> Value {
    guard let value else { throw ValidationError("\(text): not of the form that is asked for") }
    return value
  }
}

import ArgumentParser
import CivilTime
import CoverDomain
import CoverIntake
import CoverPublishing
import Foundation

/// A practice as a command begins with it: read, or told in full why not.
struct PracticeReading {
  let result: Intake.Result
  let folder: URL

  /// Reads the practice. What is wrong with it goes to standard error, all of it, and ends the command: 65 for the
  /// folder, 64 for an option that does not fit it.
  ///
  /// - Parameter isDiscreet: says where something is wrong and nothing of what was found there.
  init(
    _ options: PracticeOptions, from: Day? = nil, to: Day? = nil, reaching: Day? = nil, leave: [LeaveArgument] = [],
    isDiscreet: Bool = false, terminal: Terminal
  ) throws {
    try self.init(
      options.folder,
      IntakeOptions(
        from: from ?? options.from?.day, to: to ?? options.to?.day, now: options.present,
        extraLeave: leave.map { IntakeOptions.ExtraLeave(clinician: $0.clinician, days: $0.days) },
        reaching: reaching),
      isDiscreet: isDiscreet, terminal: terminal)
  }

  /// The same for what `options` say.
  ///
  /// - Parameter saysRemarks: whether what is odd in the files is said as well.
  init(
    _ folder: URL, _ options: IntakeOptions, isDiscreet: Bool = false, terminal: Terminal, saysRemarks: Bool = true
  ) throws {
    self.folder = folder
    let intake = Intake(folder: folder, options: options, letters: .ours)
    do throws(IntakeFailure) {
      result = try intake.read()
    } catch {
      switch error {
      case .problems(let problems):
        for problem in problems { terminal.say(isDiscreet ? "\(problem.place): is wrong" : problem.description) }
        if isDiscreet { terminal.say("hint: `plan-cover check` says what is wrong") }
        throw ExitStatus.badInput.exitCode
      case .option(let message, let hint):
        terminal.say(message + (hint.map { "\nhint: \($0)" } ?? ""))
        throw ExitStatus.usage.exitCode
      }
    }
    let held = LetterTemplates(result.templates).problems(in: result.situation, reading: result.reading)
    for problem in held { terminal.say(isDiscreet ? "\(problem.file): is wrong" : problem.description) }
    if isDiscreet, !held.isEmpty { terminal.say("hint: `plan-cover check` says what is wrong") }
    guard held.isEmpty else { throw ExitStatus.badInput.exitCode }
    for remark in result.reading.remarks where saysRemarks && !isDiscreet { terminal.say("remark: \(remark)") }
  }

  /// The files that were read, for the digest in the log.
  func inputFiles() -> [PublishedFile] {
    result.files.compactMap { path in
      (try? Data(contentsOf: folder.appendingPathComponent(path))).map { PublishedFile(path: path, bytes: [UInt8]($0)) }
    }
  }
}

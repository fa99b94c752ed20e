import ArgumentParser

/// The program's exit statuses; the numbers of faults are those of sysexits.h.
enum ExitStatus: Int32 {
  /// All is well.
  case success = 0
  /// Done, but something needs a person.
  case needsPerson = 2
  /// The command line is wrong.
  case usage = 64
  /// The practice's files are wrong.
  case badInput = 65
  /// A fault of the program.
  case fault = 70
  /// The publication cannot be written.
  case cannotWrite = 73
  /// Another run is at work.
  case anotherRun = 75
  /// Stopped by the user, with nothing published.
  case interrupted = 130

  var exitCode: ExitCode { ExitCode(rawValue) }
}

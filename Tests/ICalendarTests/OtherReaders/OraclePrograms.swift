import Foundation
import Testing

/// The readings of other programs, where a Python that has them is there.
enum OraclePrograms {
  /// PLAN_COVER_ORACLE_PYTHON, else the one of the environment that the set-up makes for the tests; nil when neither has
  /// the packages.
  static let python: String? = {
    let candidates: [String?] = [
      ProcessInfo.processInfo.environment["PLAN_COVER_ORACLE_PYTHON"],
      project.appending(path: ".tools/venv/bin/python").path,
    ]
    return candidates.compactMap { $0 }.first { python in
      (try? output(python, ["-c", "import recurring_ical_events, dateutil; print('yes')"])) == Data("yes\n".utf8)
    }
  }()

  static var project: URL { Samples.fixtures.deletingLastPathComponent() }

  /// The folder of the scripts and of the table of differences.
  static let folder = project.appending(path: "Tests/ICalendarTests/oracle")

  /// The cases that a script prints, one a line.
  static func cases(_ script: String, _ arguments: [String]) throws -> [OracleCase] {
    let lines = try output(#require(python), [folder.appending(path: script).path] + arguments)
    let decoder = JSONDecoder()
    return try lines.split(separator: UInt8(ascii: "\n")).map { try decoder.decode(OracleCase.self, from: Data($0)) }
  }

  private static func output(_ python: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: python)
    // No folder __pycache__ beside the scripts.
    process.arguments = ["-B"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    let errors = FileManager.default.temporaryDirectory.appending(path: "oracle-\(UUID().uuidString)")
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(words: String(decoding: try Data(contentsOf: errors).suffix(2_000), as: UTF8.self))
    }
    return data
  }

  struct Failure: Error { let words: String }
}

import Foundation
import Testing

/// Real calendar programs, as the set-up for the tests installs them.
enum CalendarPrograms {
  static var python: URL {
    if let path = ProcessInfo.processInfo.environment["PLAN_COVER_ORACLE_PYTHON"] { return URL(fileURLWithPath: path) }
    return Program.project.appendingPathComponent(".tools/venv/bin/python")
  }

  static var areInstalled: Bool { FileManager.default.isExecutableFile(atPath: python.path) }

  /// Runs a script of the folder `interop`.
  static func run(_ script: String, _ arguments: [String]) throws -> Program.Result {
    let path = Program.project.appendingPathComponent("Tests/CommandLineTests/interop/\(script)").path
    return try Program.run(python, [path] + arguments)
  }
}

@Suite(
  "The sample practice and other programs",
  .enabled(if: CalendarPrograms.areInstalled, "needs the calendar programs that `make test` installs"), .serialized)
struct CalendarProgramTests {
  /// A copy of the sample practice.
  private func sample() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sample-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Program.project.appendingPathComponent("calendars"), to: folder)
    try? FileManager.default.removeItem(at: folder.appendingPathComponent("cover"))
    return folder
  }

  private static let time = ["--from", "2026-12-14", "--now", "2026-11-20T09:00:00Z"]

  @Test(
    "what is published comes back the same through vdirsyncer, Radicale and khal, twice imported without a duplicate")
  func roundTrip() throws {
    let folder = try sample()
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = try Program.run(["plan", folder.path] + Self.time)
    #expect(plan.status == 2, "\(plan.errors)")
    let result = try CalendarPrograms.run(
      "calendar_roundtrip.py", [folder.appendingPathComponent("cover").path, "--timezone", "Europe/London"])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test(
    "week after week, with leave added, a decline and leave withdrawn, a server holds what the plan says, and no more")
  func weeks() throws {
    let practice = try PracticeOnDisk()
    let result = try CalendarPrograms.run("calendar_weeks.py", [Program.executable.path, practice.path])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test("every interval of the sample practice is the one that an independent reader finds")
  func intervals() throws {
    let folder = try sample()
    defer { try? FileManager.default.removeItem(at: folder) }
    let check = try Program.run(["check", folder.path, "--json"] + Self.time)
    #expect(check.status == 2, "\(check.errors)")
    let json = folder.appendingPathComponent("check.json")
    try Data(check.output.utf8).write(to: json)
    let result = try CalendarPrograms.run(
      "oracle_intervals.py",
      [folder.path, "2026-12-14", "2027-01-25", "--timezone", "Europe/London", "--against", json.path])
    #expect(result.status == 0, "\(result.output.suffix(2_000))\(result.errors)")
  }
}

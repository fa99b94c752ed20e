import Foundation
import Testing

/// The program where the machine fails it: whatever happens, `cover/` holds the old publication or the new one, whole.
@Suite("Under limits, kills and races")
struct HardTimesTests {
  private func practice() throws -> PracticeOnDisk {
    let practice = try PracticeOnDisk()
    try practice.run("plan")
    try practice.write("decisions.yaml", "decisions:\n  - {forbid: cat, client: AB1}\n")
    return practice
  }

  private static let words = ["--from", "2026-12-14", "--to", "2026-12-28", "--now", "2026-12-02T09:00:00Z"]

  /// Runs the plan by a shell that has set something before.
  private func plan(_ practice: PracticeOnDisk, after setting: String) throws -> Program.Result {
    try Program.run(
      URL(fileURLWithPath: "/bin/bash"),
      ["-c", "\(setting); exec \"$0\" \"$@\"", Program.executable.path, "plan", practice.path] + Self.words,
      environment: ["SWIFT_BACKTRACE": "enable=no"])
  }

  /// Whether every file is as SHA256SUMS says.
  private func isWhole(_ practice: PracticeOnDisk) throws -> Bool {
    try Program.run(
      URL(fileURLWithPath: "/usr/bin/env"), ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"],
      in: practice.folder.appendingPathComponent("cover")
    ).status == 0
  }

  @Test(
    "a limit of memory, of open files, of the size of files, or of processor time harms nothing that was published",
    arguments: [
      "ulimit -v 150000", "ulimit -v 400000", "ulimit -v 900000", "ulimit -n 6", "ulimit -n 10", "ulimit -n 14",
      "ulimit -f 0", "ulimit -f 8", "ulimit -t 0",
    ])
  func limits(setting: String) throws {
    let practice = try practice()
    let before = try practice.files(under: "cover")
    let result = try plan(practice, after: setting)
    #expect(!(result.output + result.errors).contains("Quill"))
    #expect(try isWhole(practice))
    if ![0, 2].contains(result.status) {
      #expect(try practice.files(under: "cover") == before, "\(setting): \(result.status) \(result.errors)")
      // The next run is none the worse for it.
      #expect([0, 2].contains(try plan(practice, after: "true").status))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: practice.path).allSatisfy { !$0.hasPrefix("cover.") })
  }

  @Test("a kill at any time leaves the old publication or the new one")
  func kills() throws {
    let practice = try practice()
    for milliseconds in [5, 15, 30, 60, 90, 120, 160, 200, 300, 500] {
      let process = Process()
      process.executableURL = Program.executable
      process.arguments = ["plan", practice.path] + Self.words
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(milliseconds) * 1_000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try isWhole(practice), "after \(milliseconds) ms")
    }
    #expect([0, 2].contains(try plan(practice, after: "true").status))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: practice.path).allSatisfy { !$0.hasPrefix("cover.") })
  }

  @Test("of two runs at once one publishes, and the other does so after it or ends with 75")
  func races() throws {
    let practice = try practice()
    // `PLAN_COVER_RACES=200` for a long run.
    let count = ProcessInfo.processInfo.environment["PLAN_COVER_RACES"].flatMap { Int($0) } ?? 6
    for race in 0..<count {
      let runs = try (0..<2).map { _ in
        let process = Process()
        process.executableURL = Program.executable
        process.arguments = ["plan", practice.path] + Self.words
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
      }
      for run in runs { run.waitUntilExit() }
      let statuses = runs.map(\.terminationStatus)
      #expect(
        statuses.allSatisfy { [0, 2, 75].contains($0) } && statuses.contains { $0 != 75 }, "race \(race): \(statuses)")
      #expect(try isWhole(practice), "race \(race)")
    }
    let lines = try practice.read("cover/log.jsonl").split(separator: "\n")
    #expect(lines.allSatisfy { (try? JSONSerialization.jsonObject(with: Data($0.utf8))) != nil })
    #expect(try FileManager.default.contentsOfDirectory(atPath: practice.path).allSatisfy { !$0.hasPrefix("cover.") })
  }

  @Test("on a disk that may only be read it says so and ends with 73", .enabled(if: HardTimesTests.canMount))
  func readOnly() throws {
    let practice = try practice()
    let before = try practice.files()
    for command in ["plan", "purge"] {
      if command == "purge" { try practice.write("cover/briefs/ben.txt.edited", "x") }
      let result = try Program.run(
        URL(fileURLWithPath: "/usr/bin/unshare"),
        [
          "-m", "/bin/bash", "-c",
          "mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && exec \"$0\" \(command) \"$@\"",
          Program.executable.path, practice.path, "--now",
          command == "plan" ? "2026-12-02T09:00:00Z" : "2040-01-01T09:00:00Z",
        ])
      #expect(result.status == 73, "\(command): \(result.errors)")
      #expect(result.errors.contains("Read-only file system"))
    }
    #expect(try practice.files().filter { $0.key != "cover/briefs/ben.txt.edited" } == before)
  }

  /// Whether this user may mount.
  static let canMount: Bool =
    (try? Program.run(
      URL(fileURLWithPath: "/usr/bin/unshare"), ["-m", "mount", "--bind", "/tmp", "/tmp"]))?.status == 0
}

import Foundation
import Testing

/// Files that are made to take long, and practices that are large: the scripts of Benchmarks/ at a part of their size. They
/// bound the processor's time and the memory of each run, and no clock is read.
@Suite("Bombs and loads")
struct HeavyFilesTests {
  private func run(_ script: String, _ options: String...) throws -> Program.Result {
    try Program.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      ["python3", Program.project.appendingPathComponent("Benchmarks/\(script)").path, "--small"] + options
        + ["--program", Program.executable.path])
  }

  @Test(
    "No bomb takes long, and each is read or refused with its file",
    arguments: ["yaml", "csv", "decisions", "rules", "calendars"])
  func bombs(kind: String) throws {
    let result = try run("bombs.py", kind, "--seconds", "30", "--memory", "1024")
    #expect(result.status == 0, "\(result.output.suffix(3_000))\(result.errors.suffix(1_000))")
    #expect(result.output.contains("all harmless"))
  }

  @Test(
    "A large practice is read, planned and planned again", arguments: ["network", "clients", "history", "five-minutes"])
  func load(practice: String) throws {
    let result = try run("load.py", practice, "--seconds", "120", "--memory", "1024")
    #expect(result.status == 0, "\(result.output.suffix(3_000))\(result.errors.suffix(1_000))")
  }
}

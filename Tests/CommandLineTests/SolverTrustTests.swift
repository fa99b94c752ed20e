import Foundation
import Testing

/// The program with a solver's library that lies (`interop/false_solver.c`).
@Suite("What the solver answers is not believed unchecked", .enabled(if: FalseSolver.folder != nil))
struct SolverTrustTests {
  /// Three sessions at one time, two of which somebody has assigned to one colleague: which of the two is kept, or what
  /// else becomes of them, is for the solver to say.
  private func practice() throws -> PracticeOnDisk {
    let practice = try PracticeOnDisk()
    try practice.calendar(
      "clinicians/ann.ics",
      ["UID:leave-1\nSUMMARY:Annual leave\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20261223"]
        + ["AB1", "CD2", "EF3"].map {
          "UID:\($0)\nSUMMARY:\($0)\nDTSTART:20261221T100000Z\nDTEND:20261221T105000Z"
        })
    try practice.write(
      "decisions.yaml", "decisions:\n  - {assign: cat, client: AB1}\n  - {assign: cat, client: EF3}\n")
    return practice
  }

  private func plan(
    _ practice: PracticeOnDisk, _ lie: String, _ options: String...
  ) throws -> Program.Result {
    try run(["plan", practice.path, "--from", "2026-12-14", "--to", "2026-12-28"] + options, lie)
  }

  private func run(_ arguments: [String], _ lie: String) throws -> Program.Result {
    try Program.run(
      arguments + ["--now", "2026-12-02T09:00:00Z"],
      environment: [
        "PLAN_COVER_ORTOOLS": try #require(FalseSolver.folder).path, "FALSE_SOLVER": lie,
        "SWIFT_BACKTRACE": "enable=no",
      ])
  }

  @Test("a plan that breaks a rule is caught by that rule, ends with 70, and is not written")
  func brokenRule() throws {
    let practice = try practice()
    let result = try plan(practice, "all")
    #expect(result.status == 70, "\(result.output)")
    let words = "breaks a rule and was not taken: one-place: cat for ann at 20261221T100000Z"
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(result.output.isEmpty && !result.errors.contains("Quill"))
    #expect(!FileManager.default.fileExists(atPath: "\(practice.path)/cover"))
  }

  @Test(
    "an answer that is none, or cannot be, ends with 70 and leaves the last publication as it was",
    arguments: ["none", "short", "garbage", "status", "infeasible", "invalid", "abort"])
  func noAnswer(lie: String) throws {
    let practice = try practice()
    #expect([0, 2].contains(try practice.run("plan").status))
    let before = try practice.files()
    let result = try plan(practice, lie)
    if lie == "abort" { #expect(result.status < 0) } else { #expect(result.status == 70, "\(result.errors)") }
    #expect(result.output.isEmpty)
    #expect(try practice.files() == before)
  }

  @Test("where it answers nothing, the plan so far is published: it keeps every rule")
  func silence() throws {
    let practice = try practice()
    let result = try plan(practice, "nothing")
    #expect(result.status == 2, "\(result.errors)")
    #expect(result.output.contains("Every rule holds."))
  }

  // It takes the half minute for which the program waits.
  @Test("a solver that never returns is left behind: the plan so far is published, and nothing is half written")
  func hang() throws {
    let practice = try practice()
    let result = try plan(practice, "hang", "--time-limit", "1")
    #expect(result.status == 2, "\(result.errors)")
    #expect(result.output.contains("Every rule holds."), "\(result.output)")
    #expect(result.errors.contains("remark: the solver did not return when its time was over"), "\(result.errors)")
    let sums = try Program.run(
      URL(fileURLWithPath: "/usr/bin/env"), ["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"],
      in: practice.folder.appendingPathComponent("cover"))
    #expect(sums.status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: practice.path).allSatisfy { !$0.hasPrefix("cover.") })
  }
  // Each takes the half minute for which the program waits, and the time that its work may take.
  @Test(
    "nor does it keep the other commands that plan",
    arguments: [["resilience", "--single", "--from", "2026-12-21"], ["explain", "--client", "EF3"]])
  func hangElsewhere(command: [String]) throws {
    let practice = try practice()
    try practice.run("plan")
    let result = try run([command[0], practice.path] + command.dropFirst(), "hang")
    #expect([0, 2].contains(result.status), "\(result.errors)")
    #expect(!result.output.isEmpty)
    #expect(result.errors.contains("remark: the solver did not return when its time was over"), "\(result.errors)")
  }
}

/// The library that lies, built once; nil where there is no compiler for C.
private enum FalseSolver {
  static let folder: URL? = {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("false-solver-\(UUID().uuidString)")
    let source = Program.project.appendingPathComponent("Tests/CommandLineTests/interop/false_solver.c")
    let library = folder.appendingPathComponent("libortools.so.9")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for compiler in ["clang", "cc"] {
      let built = try? Program.run(
        URL(fileURLWithPath: "/usr/bin/env"), [compiler, "-shared", "-fPIC", "-o", library.path, source.path])
      if built?.status == 0 { return folder }
    }
    return nil
  }()
}
